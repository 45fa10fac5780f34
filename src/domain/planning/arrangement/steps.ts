import { asPeopleSay, mondayOf } from '#domain/calendar/day.ts';
import type { YearAnswer, YearInput } from '../year/model.ts';
import { arranged, onDay, overriding, type Arranged, type Overrides } from './arrangement.ts';
import { better, judge } from './judge.ts';
import type { Wording } from './wording.ts';

/** The day of a week that breaks least, and among those is worth most; null where no day of it is possible. */
export function bestDayIn(
	input: YearInput,
	plan: readonly Arranged[],
	moved: Arranged,
	week: string,
	wording: Wording,
): string | null {
	const review = input.days.reviews.find(({ id }) => id === moved.id);
	const days = (review?.candidates ?? [])
		.map(({ days: [first] }) => first!)
		.filter((day) => mondayOf(day) === week);
	const tried = days.map((day) => {
		const { breaks, worth } = judge(
			input,
			plan.map((one) => (one.id === moved.id ? onDay(one, day) : one)),
			wording,
		);
		return { day, breaks, worth };
	});
	return tried.toSorted(better)[0]?.day ?? null;
}

/** What was worked out, as an arrangement: what stays stays, and a review for which no day was found keeps the one it has. */
export function asWorkedOut(
	agreed: readonly Arranged[],
	overrides: Overrides,
	{ teams, days }: Pick<YearAnswer, 'teams' | 'days'>,
): Overrides {
	const dayOf = new Map(days.dated.map((one) => [one.review, one.days[0]!]));
	const teamOf = new Map(teams.teams.map((team) => [team.review, team.people]));
	return arranged(agreed, overrides).reduce<Overrides>((so, one) => {
		const staying = one.team.filter((seat) => seat.stays);
		const people = teamOf.get(one.id);
		const team = people
			? [
					...staying,
					...people
						.filter(({ person }) => !staying.some((seat) => seat.person === person))
						.map((seat) => ({ ...seat, stays: false })),
				]
			: one.team;
		// Somebody may have moved it since this was asked for.
		const day = one.dayStays ? one.day : (dayOf.get(one.id) ?? one.day);
		return overriding(so, agreed, { ...one, day, team });
	}, overrides);
}

/** What a step did, in a sentence: 'Ash Primary moved to Tuesday 3 March 2027.' */
export const stepWords = {
	moved: (school: string, day: string) => `${school} moved to ${asPeopleSay(day)}.`,
	seated: (school: string, name: string, role: string) => `${name} is ${role} at ${school}.`,
	unseated: (school: string, name: string) => `${name} is off the team at ${school}.`,
	stays: (school: string, what: string) => `${what} at ${school} stays.`,
	free: (school: string, what: string) => `${what} at ${school} may be worked out anew.`,
	asAgreed: (school: string) => `${school} is as it was agreed.`,
	workedOut: 'Everything that may change was worked out.',
};
