import { z } from 'zod';
import { planActionInput } from '#domain/improvement/input.ts';
import { id, line, version } from '#platform/text.ts';

const { reviewId, findingId, title, due, measureOfSuccess } = planActionInput.shape;

/** A step says what an action says (NFS-14), so that it can become one as it stands. `cardId` is the idea of the workshop it comes from. */
export const stepInput = z.object({
	id,
	reviewId,
	cardId: z.union([id, z.literal('').transform(() => null)]).default(null),
	findingId,
	title,
	/** In words: at a workshop nobody chooses from a list. */
	owner: line('Say who makes sure that it happens.', 120),
	due,
	measureOfSuccess,
	/** The version that was read; 0 for a new one. */
	version,
});

export const dropStepInput = z.object({ id, reviewId, version });
export const takeUpInput = z.object({ reviewId: id });
