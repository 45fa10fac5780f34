import { z } from 'zod';
import { id, line, prose } from '#platform/text.ts';

export const sendUpdateInput = z.object({ id, reviewId: id, bytes: z.instanceof(Uint8Array) });
export const addParagraphsInput = z.object({
	reviewId: id,
	heading: line('Choose a heading.'),
	words: prose('Write what you want to add.', 20_000),
});
export const lostWordsInput = z.object({ reviewId: id, lostId: id });
export const nameVersionInput = z.object({ id, reviewId: id, name: line('Give the version a name.', 120) });
export const restoreVersionInput = z.object({ reviewId: id, versionId: id });
