import { z } from 'zod';
import { optionalLine, time } from '#platform/text.ts';

const optionalTime = z
	.union([z.literal(''), time('Say when.')], { error: 'That is not a time. Write it like 09:15.' })
	.default('')
	.transform((text) => text || null);

/** From when to when something lasts, 'HH:MM' in London, and where; each may be left out. */
export const hours = { fromTime: optionalTime, toTime: optionalTime, place: optionalLine(120) };

export const endsAfterItBegins = ({ fromTime, toTime }: { fromTime: string | null; toTime: string | null }) =>
	toTime === null || (fromTime !== null && fromTime < toTime);
