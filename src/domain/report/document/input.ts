import { z } from 'zod';
import { id, line, prose } from '#platform/text.ts';

/** The number under which one open page writes; Yjs makes it of 32 bits. */
const writer = z.int().min(0).max(4_294_967_295);
/** A place as the joint document names it. Nobody looks into it here; pages that can’t follow it show nothing. */
const place = z.looseObject({}).refine((one) => JSON.stringify(one).length <= 500, 'That is no place.');
const caret = z.object({ anchor: place, head: place }).nullable();

export const sendUpdateInput = z.object({
	id,
	reviewId: id,
	writer,
	caret: caret.optional(),
	update: z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
});
export const sayWhereInput = z.object({ reviewId: id, writer, caret });
export const addParagraphsInput = z.object({
	reviewId: id,
	heading: line('Choose a heading.'),
	words: prose('Write what you want to add.', 20_000),
});
export const lostWordsInput = z.object({ reviewId: id, lostId: id });
export const nameVersionInput = z.object({ id, reviewId: id, name: line('Give the version a name.', 120) });
export const restoreVersionInput = z.object({ reviewId: id, versionId: id });
