import { mondayOf } from '#domain/calendar/day.ts';
import { Builder } from '#platform/solver/builder.ts';
import { inOrder, pointsOf } from '../answer.ts';
import { weightOf } from '../measures.ts';
import { dayMeasures } from './explain.ts';
import type { Candidate, DatingInput, Diary, ReviewToDate, Slots } from './model.ts';

export const beginning = (review: string, day: string): string => JSON.stringify(['begins', review, day]);
export const undated = (review: string): string => JSON.stringify(['undated', review]);
export const read = (key: string): [kind: string, ...of: string[]] =>
	JSON.parse(key) as [string, ...string[]];

type Term = readonly [key: string, times: number];

/** A day that a review may have by what binds it alone. */
interface Choice {
	key: string;
	review: ReviewToDate;
	candidate: Candidate;
}

/** The days a review may have: those on which all can, and only the one that is pinned where one is. */
export function possible(review: ReviewToDate, diaries: ReadonlyMap<string, Diary>): Candidate[] {
	const byFirst = new Map<string, Candidate>();
	for (const candidate of review.candidates) {
		const [first] = candidate.days;
		if (first !== undefined && !byFirst.has(first)) byFirst.set(first, candidate);
	}
	return [...byFirst.values()]
		.filter(({ days }) => review.pinned === null || days[0] === review.pinned)
		.filter(({ days }) =>
			review.people.every((person) => !days.some((day) => diaries.get(person)?.cannot.includes(day))),
		)
		.sort((one, other) => (one.days[0]! < other.days[0]! ? -1 : 1));
}

export const diariesOf = ({ people }: DatingInput): Map<string, Diary> =>
	new Map(inOrder(people).map((person) => [person.id, person]));

/** When each review begins, as a programme: a column for each day it may have, and rows for what binds reviews together. */
export function datingProgramme(input: DatingInput, builder = new Builder()): Builder {
	const diaries = diariesOf(input);
	const choices: Choice[] = [];
	for (const review of inOrder(input.reviews)) {
		const own = possible(review, diaries).map((candidate) => {
			const points = pointsOf(dayMeasures(input, review, candidate));
			return { key: builder.column(beginning(review.id, candidate.days[0]!), points), review, candidate };
		});
		const none = builder.column(undated(review.id), weightOf('undated', input.weights));
		builder.row([...own.map(({ key }) => [key, 1] as const), [none, 1]], { least: 1, most: 1 });
		choices.push(...own);
	}
	for (const diary of diaries.values()) diaryRows(builder, diary, choices);
	if (input.mostInWeek !== null) {
		const weeks = Map.groupBy(choices, ({ candidate }) => mondayOf(candidate.days[0]!));
		for (const inWeek of weeks.values()) builder.row(once(inWeek), { most: Math.max(0, input.mostInWeek) });
	}
	for (const [halfTerm, inHalfTerm] of Map.groupBy(choices, ({ candidate }) => candidate.halfTerm)) {
		if (input.mostInHalfTerm !== null)
			builder.row(once(inHalfTerm), { most: Math.max(0, input.mostInHalfTerm) });
		spreadRows(builder, input, halfTerm, inHalfTerm);
	}
	for (const slots of input.slots ?? []) slotRows(builder, slots, choices);
	return builder;
}

/** No more begin in a part of the year than there is room for. */
function slotRows(builder: Builder, { reviews, within, parts }: Slots, all: readonly Choice[]): void {
	const own = all.filter(({ review }) => reviews.includes(review.id));
	for (const { part, room } of parts) {
		const there = own.filter(({ candidate }) => candidate[within] === part);
		if (there.length > 0) builder.row(once(there), { most: Math.max(0, room) });
	}
}

const once = (choices: readonly Choice[]): Term[] => choices.map(({ key }) => [key, 1] as const);
const inDays = (choices: readonly Choice[]): Term[] =>
	choices.map(({ key, candidate }) => [key, candidate.days.length] as const);

/** Nobody is in two places on one day, nor gives more days than they said. */
function diaryRows(builder: Builder, diary: Diary, all: readonly Choice[]): void {
	const own = all.filter(({ review }) => review.people.includes(diary.id));
	const days = new Set(own.flatMap(({ candidate }) => candidate.days));
	for (const day of [...days].sort()) {
		const then = own.filter(({ candidate }) => candidate.days.includes(day));
		if (new Set(then.map(({ review }) => review.id)).size > 1) builder.row(once(then), { most: 1 });
	}
	const limits = [
		{ most: diary.mostInHalfTerm, by: ({ candidate }: Choice) => candidate.halfTerm },
		{ most: diary.mostInTerm, by: ({ candidate }: Choice) => candidate.term },
	];
	const given = own.filter(({ review }) => !review.hosts?.includes(diary.id));
	for (const { most, by } of limits) {
		if (most === null) continue;
		for (const within of Map.groupBy(given, by).values())
			builder.row(inDays(within), { most: Math.max(0, most) });
	}
}

/** Each further review of a half-term costs more than the one before. */
function spreadRows(
	builder: Builder,
	input: DatingInput,
	halfTerm: string,
	choices: readonly Choice[],
): void {
	const weight = weightOf('crowded', input.weights);
	const most = new Set(choices.map(({ review }) => review.id)).size;
	if (weight === 0 || most < 2) return;
	const further = Array.from({ length: most }, (_, at) => {
		return [builder.column(JSON.stringify(['review of', halfTerm, at]), weight * at), -1] as const;
	});
	builder.row([...once(choices), ...further], { most: 0 });
}
