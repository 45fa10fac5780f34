import { z } from 'zod';

/** A whole number of days from 1 to 60, as people type it. */
export const isDayCount = (text: string): boolean =>
	/^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 60;

/** A number of days that may be left empty. */
export const wholeDays = z
	.string()
	.trim()
	.default('')
	.refine((text) => text === '' || isDayCount(text), {
		error: 'Give a whole number from 1 to 60, or leave it empty.',
	})
	.transform((text) => (text === '' ? null : Number(text)));
