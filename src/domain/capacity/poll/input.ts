import { z } from 'zod';
import { isDay } from '#platform/day.ts';
import { day, id, line, oneOf, optionalLine, optionalProse, ticks } from '#platform/text.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayAnswers, mostDays, mostPeople, type DayAnswer } from './poll.ts';

const partnershipId = id;
const people = (ask: string) =>
	ticks.pipe(z.array(id).min(1, ask).max(mostPeople)).transform((ids) => [...new Set(ids)]);

export const offerDaysInput = z
	.object({
		partnershipId,
		from: day('Say from which day.'),
		to: day('Say until which day.'),
		weekdays: ticks
			.pipe(z.array(z.enum(['1', '2', '3', '4', '5'])).min(1, 'Tick the weekdays to ask about.'))
			.transform((each) => each.map(Number)),
	})
	.refine(({ from, to }) => from <= to, { path: ['to'], error: 'The last day lies before the first.' });

export const askForDaysInput = z.object({
	id,
	partnershipId,
	title: line('Say what the days are for.', 120),
	words: optionalProse(1_000),
	days: ticks
		.pipe(
			z
				.array(z.string().refine(isDay))
				.min(1, 'Tick the days to ask about.')
				.max(mostDays, `Ask about ${mostDays} days at most.`),
		)
		.transform((days) => [...new Set(days)].sort()),
	personIds: people('Tick whom to ask.'),
	untilDay: day('Say by when you would like to know.'),
});

export const pollInput = z.object({ partnershipId, pollId: id });

export const askMoreInput = pollInput.extend({ personIds: people('Tick whom to ask.') });

/** What is said of each of some days, in a field under the day's own name. */
export const answerInput = (days: readonly Day[]) =>
	pollInput
		.extend({
			...Object.fromEntries(days.map((one) => [one, oneOf(dayAnswers, 'Say how this day suits you.')])),
			words: optionalLine(200),
		})
		.transform(({ words, ...read }) => ({
			words,
			answers: new Map(days.map((one) => [one, (read as Record<string, DayAnswer>)[one]!])),
		}));
