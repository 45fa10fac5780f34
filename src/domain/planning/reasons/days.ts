import { dayAndMonth } from '#domain/calendar/day.ts';
import type { DatedReview, DayMark } from '../dating/model.ts';
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

/** Why this day: for a chair. */
export function dayReasons({ measures, loss }: DatedReview, names: Names): Reason[] {
	const against = measures.flatMap(({ facts }) =>
		facts.map((fact): Reason => ({
			is: 'against',
			words:
				fact.is === 'mark'
					? markWords[fact.mark](fact.units)
					: `${named(names, fact.person)} can come on ${dayAndMonth(fact.day)} only if need be.`,
		})),
	);
	const clear: Reason[] = against.length === 0 ? [{ is: 'for', words: 'The day suits everybody.' }] : [];
	return [...clear, ...against, ...nextBest(loss, 'On any other day')];
}
