import { z } from 'zod';
import { id, optionalProse, prose, ticks } from '#platform/text.ts';
import { ofOnePiece, termsFields } from '../deployment/input.ts';

const one = { partnershipId: id, requestId: id };
const helper = { ...one, helperId: id };

export const proposeInput = z.object({
	...one,
	memberIds: ticks.pipe(z.array(id).min(1, 'Tick which schools could help.').max(10, 'Propose ten at most.')),
});
export const helperInput = z.object(helper);
export const refuseHelperInput = z.object({ ...helper, because: optionalProse(1_000) });
export const declineInput = z.object({
	...helper,
	words: prose('Say in a sentence why you cannot help now.', 1_000),
});
export const agreeInput = z
	.object({ ...helper, words: optionalProse(1_000), ...termsFields })
	.superRefine(ofOnePiece);
export const nobodyFoundInput = z.object({
	...one,
	id,
	words: prose('Say whom you asked and what could be tried next.', 1_000),
});
