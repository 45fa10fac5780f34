import { z } from 'zod';
import { day, id, prose, version } from '#platform/text.ts';

/** The longest write-up, in characters. */
export const mostOutcome = 10_000;

export const workshopInput = z.object({
	reviewId: id,
	heldOn: day('Say on which day it was held.'),
	outcome: prose('Write what the staff decided to do next.', mostOutcome),
	/** The version that was read; 0 where none had been written. */
	version,
});
