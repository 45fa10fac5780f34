import { z } from 'zod';
import { isWallTime } from '#domain/calendar/clock.ts';
import { keyed, line, named, need } from './text.ts';

const wallTime = z.string().refine(isWallTime, 'Give a time like 09:15.');

/**
 * The usual review day. `blocks` is the running order offered when a timetable is begun. `hostInObservations` says whether
 * the host head joins the learning observations, and `advice` what the partnership recommends where they may (KSA-6).
 */
export const day = z
	.object({
		starts: wallTime,
		ends: wallTime,
		blocks: z
			.array(
				z.object({
					title: line,
					minutes: z.int().min(5).max(480),
					for: z.enum(['team', 'team and host', 'all staff']),
				}),
			)
			.max(30),
		activityKinds: keyed(named).min(1),
		hostInObservations: z.object({ need, advice: line }),
		longestWithoutBreak: z.int().min(60).max(480),
	})
	.refine(({ starts, ends }) => starts < ends, { path: ['ends'], error: 'The day ends after it starts.' });
