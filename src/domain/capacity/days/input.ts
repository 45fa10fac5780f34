import { z } from 'zod';
import { daysBetween } from '#domain/calendar/day.ts';
import { day, id, oneOf, optionalLine, ticks } from '#platform/text.ts';
import { furthestDays, unsuitableKinds } from './days.ts';

/** Empty for every day; 1 for each Monday, to 5 for each Friday. */
const eachWeek = z
	.union([z.literal(''), z.enum(['1', '2', '3', '4', '5'])], 'Choose which days.')
	.default('')
	.transform((text) => (text === '' ? null : Number(text)));

export const addDaysInput = z
	.object({
		id,
		kind: oneOf(unsuitableKinds, 'Choose whether you can’t, or can if need be.'),
		fromDay: day('Say from which day.'),
		/** Empty for that one day. */
		toDay: z.union([z.literal(''), day('Say until which day.')]).default(''),
		weekday: eachWeek,
		words: optionalLine(200),
	})
	.transform(({ toDay, ...rest }) => ({ ...rest, toDay: toDay || rest.fromDay }))
	.superRefine(({ fromDay, toDay, weekday }, check) => {
		const refuse = (message: string) => check.addIssue({ code: 'custom', path: ['toDay'], message });
		if (toDay < fromDay) refuse('The last day lies before the first.');
		else if (daysBetween(fromDay, toDay) > furthestDays)
			refuse('That is more than three years. Say it again then.');
		else if (weekday !== null && toDay === fromDay) refuse('Say until when it is so every week.');
	});

export const takeDaysAwayInput = z.object({ daysId: id });

/** More than a calendar of several years. Nothing of it is kept, so what it holds is not judged otherwise. */
const longestCalendar = 2_000_000;

export const readBusyInput = z.object({
	file: z
		.string()
		.default('')
		.pipe(
			z
				.string()
				.min(1, 'Choose a calendar file. Its name ends in .ics.')
				.max(longestCalendar, 'This file is too large. Save the coming year alone, and choose that.'),
		),
});

export const keepBusyInput = z.object({
	spans: ticks.pipe(z.array(z.string()).min(1, 'Tick the days to keep.').max(200)),
});
