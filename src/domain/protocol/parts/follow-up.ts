import { z } from 'zod';
import { key, need } from './text.ts';

/** The look-back asks every school the same questions (CEN-9). `sides` says who answers them. */
export const followUp = z.object({
	lookBack: z.object({ form: key, sides: z.array(z.enum(['host', 'team'])).min(1) }),
	followUpReview: need,
	standingItem: need,
});
