import { z } from 'zod';
import { id, optionalProse } from '#platform/text.ts';

const school = { partnershipId: id, memberId: id };

export const wishInput = z.object({
	id,
	...school,
	themeId: z.string().pipe(z.uuid('Choose what you work on.').toLowerCase()),
	words: optionalProse(600),
});
export const takeBackWishInput = z.object({ ...school, wishId: id });
