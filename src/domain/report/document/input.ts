import { z } from 'zod';
import { id, line, prose } from '#platform/text.ts';

/** The number under which one open page writes; Yjs makes it of 32 bits. */
const writer = z.int().min(0).max(4_294_967_295);
const itemId = z.object({ client: z.int().min(0), clock: z.int().min(0) }).nullish();
/** A place as the joint document names it (Yjs: a relative position). It need not be there, or be there still. */
const place = z
	.object({
		type: itemId,
		tname: z.string().max(200).nullish(),
		item: itemId,
		assoc: z.int().min(-1).max(1).optional(),
	})
	.refine(({ type, tname, item }) => Boolean(type ?? tname ?? item), 'That is no place.');
/** A stretch of the document, from one place to another in either direction; null where there is none. */
export const caret = z.object({ anchor: place, head: place }).nullable();
export type Stretch = NonNullable<z.output<typeof caret>>;

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
