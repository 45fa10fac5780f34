import { Builder } from '#platform/solver/builder.ts';
import { inOrder } from '../answer.ts';
import { diariesOf, beginning, datingProgramme, possible, undated } from '../dating/programme.ts';
import type { Candidate, Diary } from '../dating/model.ts';
import { standings } from '../teaming/eligible.ts';
import { open, taking, unstaffed } from '../teaming/keys.ts';
import { teamingProgramme } from '../teaming/programme.ts';
import type { TeamRole } from '../teaming/model.ts';
import type { Agreed, YearInput } from './model.ts';
import { daysWith } from './whole.ts';

export type Term = readonly [key: string, times: number];

/** Teams and days as one programme: the rows of both stages, and rows for what binds a team to the day it has. */
export interface Joint {
	builder: Builder;
	reviews: string[];
	days: ReadonlyMap<string, readonly Candidate[]>;
	diaries: ReadonlyMap<string, Diary>;
	/** Whether somebody is there on the day of a review: always where they are of the host, and else if one of these columns is taken. */
	presence: (review: string, person: string) => 'always' | Term[];
	/** Whether a day of a review is none that somebody gives. */
	atHome: (review: string, person: string) => boolean;
}

/**
 * Without the rows that keep people from two places at once and within their limits by half-term and term: there would be very many,
 * of which few matter. `clashes.ts` adds those that a choice breaks.
 */
export function jointProgramme({ teams, days: given }: Pick<YearInput, 'teams' | 'days'>): Joint {
	const input = daysWith({ teams, days: given }, []);
	const builder = new Builder();
	teamingProgramme(teams, builder);
	datingProgramme(input, builder);
	const diaries = diariesOf(input);
	const hosts = new Map(inOrder(input.reviews).map((review) => [review.id, new Set(review.people)]));
	const days = new Map(inOrder(input.reviews).map((review) => [review.id, possible(review, diaries)]));
	const visits = new Map<string, Term[]>();
	for (const { review, person, roles } of standings(teams)) {
		const visiting = roles.filter((role) => role !== 'champion');
		if (visiting.length === 0) continue;
		const terms = visiting.map((role) => [taking(review.id, person.id, role), 1] as const);
		visits.set(visitKey(review.id, person.id), terms);
		const cannot = new Set(diaries.get(person.id)?.cannot);
		const away = (days.get(review.id) ?? []).filter((candidate) =>
			candidate.days.some((day) => cannot.has(day)),
		);
		if (away.length > 0) builder.row([...terms, ...begins(review.id, away)], { most: 1 });
	}
	const presence = (review: string, person: string) =>
		hosts.get(review)?.has(person) ? 'always' : (visits.get(visitKey(review, person)) ?? []);
	const reviews = [...new Set([...teams.reviews, ...given.reviews].map(({ id }) => id))].sort();
	const home = new Map(inOrder(input.reviews).map((review) => [review.id, review.hosts ?? []]));
	const atHome = (review: string, person: string) => home.get(review)?.includes(person) ?? false;
	return { builder, reviews, days, diaries, presence, atHome };
}

const visitKey = (review: string, person: string): string => JSON.stringify([review, person]);

/** The columns for these days of a review. */
export const begins = (review: string, candidates: readonly Candidate[]): Term[] =>
	candidates.map(({ days: [first] }) => [beginning(review, first!), 1] as const);

const changing = (review: string): string => JSON.stringify(['changes', review]);

/** A column for each review of which something was agreed, to be taken where it is not kept. The columns, each worth so much. */
export function changeColumns(
	{ builder }: Joint,
	teams: YearInput['teams'],
	agreed: readonly Agreed[],
	value: number,
): Term[] {
	const all = Map.groupBy(standings(teams), ({ review }) => review.id);
	return agreed.map(({ review, people, day }) => {
		const changes = [builder.column(changing(review), value), 1] as const;
		const kept = new Set(people.map(({ person, role }) => taking(review, person, role)));
		const keeps = [...kept, ...(day === null ? [] : [beginning(review, day)])];
		for (const key of keeps) {
			builder.row([changes, ...(builder.has(key) ? [[key, 1] as const] : [])], { least: 1 });
		}
		for (const { person, roles } of people.length > 0 ? (all.get(review) ?? []) : []) {
			const other = roles.map((role) => taking(review, person.id, role)).filter((key) => !kept.has(key));
			if (other.length > 0) {
				builder.row([...other.map((key) => [key, 1] as const), [changing(review), -1]], { most: 0 });
			}
		}
		return changes;
	});
}

/** Every column for what is left without, by what it weighs beside the others. */
export function gapColumns({ builder, reviews }: Joint, weights: GapWeights): Term[] {
	const roles: TeamRole[] = ['facilitator', 'expert', 'champion'];
	return reviews
		.flatMap((review): Term[] => [
			[unstaffed(review), weights.unstaffed],
			[undated(review), weights.undated],
			...roles.map((role) => [open(review, role), weights.open] as const),
		])
		.filter(([key]) => builder.has(key));
}

export interface GapWeights {
	unstaffed: number;
	undated: number;
	open: number;
}
