import { z } from 'zod';
import { id } from '../text.ts';

/** What a device sends at once: one person's deeds at one place, in the order they were done. */
export const sentRows = z.object({
	person: id,
	rows: z
		.array(
			z.object({
				id,
				deed: z.string().max(40),
				body: z.record(z.string().max(100), z.unknown()),
				/** Seconds since it was done, by the device's own clock. */
				ago: z.number().int().min(0).catch(0),
			}),
		)
		.max(100),
});
