import { z } from 'zod';
import { day, id, prose } from '#platform/text.ts';

export const workshopInput = z.object({
	reviewId: id,
	heldOn: day('Say on which day it was held.'),
	outcome: prose('Write what the staff decided to do next.', 10_000),
	/** The version that was read; 0 where none had been written. */
	version: z.coerce.number('This form has lost its place. Open the page again.').int().min(0).default(0),
});
