import type { Day } from '#domain/calendar/day.ts';
import type { TeamRole } from '../teaming/model.ts';

/** Somebody on the team of a review, as it is arranged. */
export interface Seat {
	person: string;
	role: TeamRole;
	/** Working out the rest leaves them where they are. */
	stays: boolean;
}

/** One review as it is arranged: when, and by whom. */
export interface Arranged {
	/** Of the review; of one that is still to be proposed, the id it will have. */
	id: string;
	host: string;
	/** The round of the cycle that it serves. */
	round: string;
	kind: string;
	day: Day | null;
	dayStays: boolean;
	team: Seat[];
	/** Taken off by hand: they are not put on it when the rest is worked out. */
	barred: string[];
}

/** A review that somebody has moved or staffed, with how it was agreed then: what is otherwise is what they changed, and no more. */
export interface Override extends Arranged {
	was: { day: Day | null; team: Pick<Seat, 'person' | 'role'>[] };
}

/** What would be otherwise than it is agreed. All other reviews are as they stand, so that what is agreed meanwhile stays agreed. */
export type Overrides = readonly Override[];

/** All reviews of a cycle as an arrangement has them; whatever has been held, called off or proposed meanwhile is as it is agreed. */
export function arranged(agreed: readonly Arranged[], overrides: Overrides): Arranged[] {
	const changed = new Map(overrides.map((one) => [one.id, one]));
	return agreed.map((one) => {
		const own = changed.get(one.id);
		return own ? merged(one, own) : one;
	});
}

/** The review as it is agreed now, with what somebody changed of it: another day, people who join, leave or stay. */
function merged(agreed: Arranged, { was, day, dayStays, team, barred }: Override): Arranged {
	const moved = day !== was.day;
	const seated = new Map(team.map((seat) => [seat.person, seat]));
	const before = new Map(was.team.map(({ person, role }) => [person, role]));
	const standing = agreed.team
		.filter(({ person }) => seated.has(person) || !before.has(person))
		.map((seat) => {
			const own = seated.get(seat.person);
			const otherRole = own && own.role !== before.get(seat.person);
			return { ...seat, role: otherRole ? own.role : seat.role, stays: own?.stays ?? false };
		});
	const joined = team.filter(
		({ person, role }) => before.get(person) !== role && !agreed.team.some((seat) => seat.person === person),
	);
	return {
		...agreed,
		day: moved ? day : agreed.day,
		dayStays: dayStays && (moved ? day : agreed.day) !== null,
		team: [...standing, ...joined],
		barred,
	};
}

/** With one review as it is given; as it is agreed it is no longer otherwise. */
export function overriding(overrides: Overrides, agreed: readonly Arranged[], changed: Arranged): Overrides {
	const others = overrides.filter(({ id }) => id !== changed.id);
	const standing = agreed.find(({ id }) => id === changed.id);
	if (!standing || (isSame(standing, changed) && !isHeld(changed))) return others;
	const was = { day: standing.day, team: standing.team.map(({ person, role }) => ({ person, role })) };
	return [...others, { ...changed, was }];
}

/** Something of it stays, or somebody is kept off it, when the rest is worked out. */
const isHeld = ({ dayStays, team, barred }: Arranged): boolean =>
	dayStays || barred.length > 0 || team.some(({ stays }) => stays);

const seatKeys = ({ team }: Pick<Arranged, 'team'>): string =>
	team
		.map(({ person, role }) => `${person} ${role}`)
		.sort()
		.join('\n');

/** Whether a review has the same day and the same people in the same roles in both. */
export const isSame = (one: Arranged, other: Arranged): boolean =>
	one.day === other.day && seatKeys(one) === seatKeys(other);

/** On another day; one that is chosen by hand stays. */
export const onDay = (one: Arranged, day: Day): Arranged => ({ ...one, day, dayStays: true });

/** With somebody in a role, whatever they had before; whom somebody has chosen stays. */
export const withSeat = (one: Arranged, person: string, role: TeamRole): Arranged => ({
	...one,
	team: [...one.team.filter((seat) => seat.person !== person), { person, role, stays: true }],
	barred: one.barred.filter((id) => id !== person),
});

export const withoutSeat = (one: Arranged, person: string): Arranged => ({
	...one,
	team: one.team.filter((seat) => seat.person !== person),
	barred: [...one.barred.filter((id) => id !== person), person],
});

/** What stays, and what may be worked out anew: the day where nobody is named. */
export function staying(one: Arranged, person: string | null, stays: boolean): Arranged {
	if (person === null) return { ...one, dayStays: stays && one.day !== null };
	return { ...one, team: one.team.map((seat) => (seat.person === person ? { ...seat, stays } : seat)) };
}

/** Two arrangements give a review that is still to be proposed ids of their own; its school and round are the same. */
export const turnOf = ({ host, round }: Pick<Arranged, 'host' | 'round'>): string => `${host} ${round}`;

/** What is otherwise in the second of two arrangements of one review. */
export interface Difference {
	id: string;
	host: string;
	/** Null where the day is the same in both. */
	day: { from: Day | null; to: Day | null } | null;
	joins: { person: string; role: TeamRole }[];
	leaves: { person: string; role: TeamRole }[];
}

/** What a second arrangement changes of the first, review by review in its order; nothing for those that are the same. */
export function differences(first: readonly Arranged[], second: readonly Arranged[]): Difference[] {
	const before = new Map(first.map((one) => [turnOf(one), one]));
	return second.flatMap((one) => {
		const was = before.get(turnOf(one));
		const from = was ?? { ...one, day: null, team: [] };
		if (isSame(from, one)) return [];
		const lacks = (team: readonly Seat[], seat: Seat) =>
			!team.some(({ person, role }) => person === seat.person && role === seat.role);
		const seats = (list: readonly Seat[]) => list.map(({ person, role }) => ({ person, role }));
		return [
			{
				id: one.id,
				host: one.host,
				day: from.day === one.day ? null : { from: from.day, to: one.day },
				joins: seats(one.team.filter((seat) => lacks(from.team, seat))),
				leaves: seats(from.team.filter((seat) => lacks(one.team, seat))),
			},
		];
	});
}
