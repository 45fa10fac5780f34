import { z } from 'zod';

/** A number of days that may be left empty. */
export const wholeDays = z
	.string()
	.trim()
	.default('')
	.refine((text) => text === '' || (/^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 60), {
		error: 'Give a whole number from 1 to 60, or leave it empty.',
	})
	.transform((text) => (text === '' ? null : Number(text)));
