import { z } from 'zod';

const most = 1_000_000;
const wrong = 'Give whole pounds, from 1 to 1,000,000, or leave it empty.';

/** Money in whole pounds as people type it; null where it is left empty. */
export const wholePounds = z
	.string()
	.default('')
	.transform((text) => text.trim().replace(/^£\s*/, '').replaceAll(',', ''))
	.pipe(
		z
			.string()
			.refine(
				(text) => text === '' || (/^\d{1,7}$/.test(text) && Number(text) >= 1 && Number(text) <= most),
				wrong,
			),
	)
	.transform((text) => (text === '' ? null : Number(text)));
