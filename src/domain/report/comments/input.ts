import { z } from 'zod';
import { id, line, optionalLine, optionalProse, prose } from '#platform/text.ts';
import { caret } from '../document/input.ts';

/** A place in the document as a form carries it. */
const place = z
	.string()
	.max(1200)
	.default('')
	.transform((text, about) => {
		if (text === '') return null;
		try {
			return JSON.parse(text) as unknown;
		} catch {
			about.addIssue('That is no place.');
			return z.NEVER;
		}
	})
	.pipe(caret);

export const commentInput = z.object({
	id,
	reviewId: id,
	heading: line('Choose a heading.'),
	place,
	quoted: optionalProse(2000),
	words: prose('Write what you want to say.', 2000),
	/** What should stand there instead; nothing where nothing is suggested. */
	instead: optionalLine(2000),
});
export const answerInput = z.object({
	id,
	reviewId: id,
	commentId: id,
	words: prose('Write your answer.', 2000),
});
export const settleInput = z.object({ reviewId: id, commentId: id });
