import { z } from 'zod';
import { id, version } from '#platform/text.ts';

const wrong = 'Give whole pounds, from 0 to 5000.';

export const setCostInput = z.object({
	partnershipId: id,
	version,
	pounds: z
		.string({ error: wrong })
		.transform((text) => text.trim().replace(/^£\s*/, ''))
		.pipe(z.string().regex(/^\d{1,4}$/, wrong))
		.transform(Number)
		.pipe(z.number().max(5000, wrong)),
});
