import { asPeopleSay, dayAndMonth, mondayOf } from '#domain/calendar/day.ts';
import { pointsOf } from '../answer.ts';
import { dayMeasures } from '../dating/explain.ts';
import type { Candidate, DatingInput } from '../dating/model.ts';
import { named, type Names } from '../reasons/reason.ts';
import type { Arranged } from './arrangement.ts';

/** Says of some reviews what they break, in a sentence. */
export type Say = (reviews: readonly string[], words: string) => void;

interface Dated extends Candidate {
	measures: ReturnType<typeof dayMeasures>;
	points: number;
}

/** The days of an arrangement with what speaks against each; says what they break. */
export function datesOf(
	input: DatingInput,
	plan: readonly Arranged[],
	names: Names,
	say: Say,
): Map<string, Dated> {
	const dated = new Map<string, Dated>();
	const busy = new Map<string, string[]>();
	const inWeek = new Map<string, string[]>();
	const inHalfTerm = new Map<string, string[]>();
	const note = (map: Map<string, string[]>, key: string, id: string) =>
		map.set(key, [...(map.get(key) ?? []), id]);
	for (const one of plan) {
		if (one.day === null) continue;
		const review = input.reviews.find(({ id }) => id === one.id)!;
		const candidate = review.candidates.find(({ days }) => days[0] === one.day);
		if (!candidate) {
			// Of a day it was on before, nothing more is known.
			const general = `${asPeopleSay(one.day)} is not possible: no school day there, too early, or outside of its time.`;
			say([one.id], review.impossible?.day === one.day ? review.impossible.why : general);
			continue;
		}
		const measures = dayMeasures(input, review, candidate);
		dated.set(one.id, {
			...candidate,
			measures,
			points: pointsOf(measures),
		});
		note(inWeek, mondayOf(one.day), one.id);
		note(inHalfTerm, candidate.halfTerm, one.id);
		for (const { id: person, cannot } of input.people.filter(({ id }) => review.people.includes(id)))
			for (const day of candidate.days) {
				note(busy, `${person} ${day}`, one.id);
				if (cannot.includes(day)) say([one.id], `${named(names, person)} can’t on ${dayAndMonth(day)}.`);
			}
	}
	for (const [key, reviews] of busy) {
		const [person, day] = key.split(' ') as [string, string];
		if (reviews.length > 1)
			say(reviews, `${named(names, person)} would be in two places on ${dayAndMonth(day)}.`);
	}
	for (const reviews of input.mostInWeek === null ? [] : inWeek.values())
		if (reviews.length > input.mostInWeek!)
			say(reviews, `${reviews.length} reviews begin in that week, of at most ${input.mostInWeek}.`);
	for (const [halfTerm, reviews] of input.mostInHalfTerm === null ? [] : inHalfTerm)
		if (reviews.length > input.mostInHalfTerm!)
			say(reviews, `${reviews.length} reviews are in the ${halfTerm}, of at most ${input.mostInHalfTerm}.`);
	for (const { words, reviews, within, parts } of input.slots ?? [])
		for (const { part, room } of parts) {
			const there = reviews.filter((id) => dated.get(id)?.[within] === part);
			if (there.length > room)
				say(there, `${words} There are ${there.length} in the ${part}, with room for ${room}.`);
		}
	termLimits(input, plan, dated, names, say);
	return dated;
}

/** Days that people give in each term and half-term, against the most they said. */
function termLimits(
	input: DatingInput,
	plan: readonly Arranged[],
	dated: ReadonlyMap<string, Dated>,
	names: Names,
	say: Say,
): void {
	for (const { id: person, mostInTerm, mostInHalfTerm } of input.people) {
		const own = plan.filter((one) => {
			const review = input.reviews.find(({ id }) => id === one.id)!;
			return dated.has(one.id) && review.people.includes(person) && !review.hosts?.includes(person);
		});
		for (const [most, by] of [
			[mostInTerm, (one: Arranged) => dated.get(one.id)!.term],
			[mostInHalfTerm, (one: Arranged) => dated.get(one.id)!.halfTerm],
		] as const) {
			if (most === null) continue;
			for (const [part, within] of Map.groupBy(own, by)) {
				const days = within.reduce((sum, one) => sum + dated.get(one.id)!.days.length, 0);
				if (days > most)
					say(
						within.map(({ id }) => id),
						`${named(names, person)} would give ${days} days in the ${part}, of at most ${most}.`,
					);
			}
		}
	}
}
