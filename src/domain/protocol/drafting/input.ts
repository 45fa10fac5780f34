import { z } from 'zod';
import { id, line, prose } from '#platform/text.ts';
import { partsInOrder } from '../parts-in-order.ts';

const part = z
	.enum(partsInOrder as [string, ...string[]])
	.transform((name) => name as (typeof partsInOrder)[number]);

/** `preset`, for a partnership's draft that begins from another shape; `groupId`, for a group's own. */
export const openDraftInput = z.object({
	id,
	partnershipId: id,
	groupId: id.optional(),
	preset: z.string().max(60).optional(),
});

/** A protocol from elsewhere, as JSON. */
export const importDraftInput = z.object({
	id,
	partnershipId: id,
	file: z
		.string({ error: 'Choose the file of a protocol.' })
		.trim()
		.min(1, 'Choose the file of a protocol.')
		.max(500_000, 'A protocol is smaller than this file.'),
});

/** `before` is the digest of the part as the form showed it; `arrange` the button beside a list, where one was pressed. */
export const savePartInput = z.object({
	draftId: id,
	part,
	before: z.string().max(64),
	arrange: z.string().max(200).optional(),
	form: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

export const submitDraftInput = z.object({
	id,
	draftId: id,
	reason: prose('Say what changes, and why.', 4_000),
});

export const decideDraftInput = z.object({ id, draftId: id, reason: prose('Say why.', 4_000) });

/** `ontoId` is the version that the form showed. */
export const takeAlongInput = z.object({ id, draftId: id, ontoId: id });

/** `before` is the digest of the part as the form showed it. */
export const putBackInput = z.object({ draftId: id, part, before: z.string().max(64) });

/** `id` is that of the draft to begin, where none is open. */
export const takeOverInput = z.object({ id, partnershipId: id, groupId: id, part });

export const takeBackDraftInput = z.object({ id, draftId: id });

/** A question on a draft, or an answer to one. `part` is what it is about. */
export const remarkInput = z.object({
	id,
	draftId: id,
	answersId: z.union([id, z.literal('').transform(() => undefined)]).optional(),
	part: z.union([part, z.literal('').transform(() => undefined)]).optional(),
	words: prose('Write something first.', 4_000),
});

export const titleInput = z.object({ draftId: id, title: line('Give the protocol a name.', 300) });
