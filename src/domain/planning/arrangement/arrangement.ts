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
}

/**
 * What would be otherwise than it is agreed: the reviews that somebody has moved or staffed. All others are as they stand, so that
 * what is agreed meanwhile stays agreed.
 */
export type Overrides = readonly Arranged[];

/** All reviews of a cycle as an arrangement has them; whatever has been held, called off or proposed meanwhile is as it is agreed. */
export function arranged(agreed: readonly Arranged[], overrides: Overrides): Arranged[] {
	const changed = new Map(overrides.map((one) => [one.id, one]));
	return agreed.map((one) => {
		const own = changed.get(one.id);
		return own ? { ...own, host: one.host, round: one.round, kind: one.kind } : one;
	});
}

/** With one review as it is given; as it is agreed it is no longer otherwise. */
export function overriding(overrides: Overrides, agreed: readonly Arranged[], changed: Arranged): Arranged[] {
	const others = overrides.filter(({ id }) => id !== changed.id);
	const standing = agreed.find(({ id }) => id === changed.id);
	return standing && isSame(standing, changed) && !staysAnywhere(changed) ? others : [...others, changed];
}

const staysAnywhere = ({ dayStays, team }: Arranged): boolean => dayStays || team.some(({ stays }) => stays);

const seatKeys = ({ team }: Pick<Arranged, 'team'>): string =>
	team
		.map(({ person, role }) => `${person} ${role}`)
		.sort()
		.join('\n');

/** Whether a review has the same day and the same people in the same roles in both. */
export const isSame = (one: Arranged, other: Arranged): boolean =>
	one.day === other.day && seatKeys(one) === seatKeys(other);

/** On another day, or on none; a day chosen by hand stays. */
export const onDay = (one: Arranged, day: Day | null): Arranged => ({ ...one, day, dayStays: day !== null });

/** With somebody in a role, whatever they had before; whom somebody has chosen stays. */
export const withSeat = (one: Arranged, person: string, role: TeamRole): Arranged => ({
	...one,
	team: [...one.team.filter((seat) => seat.person !== person), { person, role, stays: true }],
});

export const withoutSeat = (one: Arranged, person: string): Arranged => ({
	...one,
	team: one.team.filter((seat) => seat.person !== person),
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
