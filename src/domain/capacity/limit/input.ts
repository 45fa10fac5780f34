import { z } from 'zod';
import { id, version } from '#platform/text.ts';

const wrong = 'Give a whole number of days, from 0 to 60, or leave it empty.';

const days = z
	.string({ error: wrong })
	.default('')
	.transform((text) => text.trim())
	.pipe(z.string().regex(/^\d{0,2}$/, wrong))
	.transform((text) => (text === '' ? null : Number(text)))
	.pipe(z.number().max(60, wrong).nullable());

export const setLimitInput = z.object({
	partnershipId: id,
	personId: id,
	version,
	daysATerm: days,
	daysAYear: days,
});
