import { z } from 'zod';
import { isTime } from '#platform/day.ts';
import { key } from '#platform/text.ts';
import { keyed, line, named, need } from './text.ts';

const wallTime = z.string().refine(isTime, 'Give a time like 09:15.').meta({ holds: 'time' });

const block = z.object({
	title: line.meta({ title: 'What happens' }),
	minutes: z
		.int('Give a whole number of minutes.')
		.min(5, 'At least 5 minutes.')
		.max(480, 'At most 8 hours.')
		.meta({ title: 'Minutes' }),
	for: z.enum(['team', 'team and host', 'all staff']).meta({ title: 'Who is there' }),
});

/**
 * The usual review day. `blocks` is the running order offered when a timetable is begun. Activities of the kinds in `breaks`
 * interrupt what counts towards `longestWithoutBreak`. `hostInObservations` says whether
 * the host head joins the learning observations, and `advice` what the partnership recommends where they may (KSA-6).
 */
export const day = z
	.object({
		starts: wallTime.meta({ title: 'The day starts at' }),
		ends: wallTime.meta({ title: 'It ends at' }),
		blocks: z.array(block).max(30).meta({
			title: 'The usual running order',
			description: 'Offered when a timetable is begun.',
			one: 'a piece of the day',
		}),
		activityKinds: keyed(named)
			.min(1, 'A day holds at least one kind of activity.')
			.meta({ title: 'Kinds of activity' }),
		breaks: z.array(key).max(10).meta({
			title: 'Which of these are breaks',
			description: 'People are warned of a timetable that goes on too long without one.',
			refers: 'kinds of activity',
		}),
		hostInObservations: z.object({
			need: need.meta({ title: 'Does the host’s head join the learning observations?' }),
			advice: line.meta({ title: 'What you advise about it' }),
		}),
		longestWithoutBreak: z
			.int('Give a whole number of minutes.')
			.min(60, 'At least an hour.')
			.max(480, 'At most 8 hours.')
			.meta({ title: 'Most minutes anybody goes on without a break' }),
	})
	.refine(({ starts, ends }) => starts < ends, { path: ['ends'], error: 'The day ends after it starts.' });
