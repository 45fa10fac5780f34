import { dayAndMonth } from '#domain/calendar/day.ts';
import type { DatedReview, DayFact, DayMark } from '../dating/model.ts';
import { named, nextBest, type Names, type Reason } from './reason.ts';

const markWords: Record<DayMark, (units: number) => string> = {
	'test week': () => 'It falls in a test week of the host.',
	'INSET day': () => 'The host has an INSET day.',
	'heads’ meeting': () => 'The heads meet on that day.',
	'what follows': () => 'What follows the review would fall on a day that does not suit.',
	'another day': () => 'It is not the day that was agreed.',
	'off the slot': (units) =>
		units === 1
			? 'It is a week away from its place in the year.'
			: `It is ${units} weeks away from its place in the year.`,
};

function wordsOf(fact: DayFact, names: Names): string[] {
	if (fact.is === 'mark') return fact.why ?? [markWords[fact.mark](fact.units)];
	return [`${named(names, fact.person)} can come on ${dayAndMonth(fact.day)} only if need be.`];
}

/** Why this day: for a chair. */
export function dayReasons({ measures, loss }: DatedReview, names: Names): Reason[] {
	const against = measures.flatMap(({ facts }) =>
		facts.flatMap((fact) => wordsOf(fact, names).map((words): Reason => ({ is: 'against', words }))),
	);
	const clear: Reason[] = against.length === 0 ? [{ is: 'for', words: 'The day suits everybody.' }] : [];
	return [...clear, ...against, ...nextBest(loss, 'On any other day')];
}
