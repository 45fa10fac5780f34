import { z } from 'zod';
import { day, id, prose, version } from '#platform/text.ts';

export const workshopInput = z.object({
	reviewId: id,
	heldOn: day('Say on which day it was held.'),
	outcome: prose('Write what the staff decided to do next.', 10_000),
	/** The version that was read; 0 where none had been written. */
	version,
});
