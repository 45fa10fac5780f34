import { z } from 'zod';
import { clean, id, strangeCharacters } from '#platform/text.ts';
import type { ListBlock } from '../document/blocks.ts';
import { deepestList, type ImportedBlock } from './placing.ts';

const notWhole = 'What was read did not arrive whole. Choose the file again.';
const words = z.string().max(100_000).refine(clean, strangeCharacters);
const runs = z
	.array(z.strictObject({ words, bold: z.literal(true).optional(), italic: z.literal(true).optional() }))
	.min(1)
	.max(2_000);

const paragraph = z.strictObject({ is: z.literal('paragraph'), runs });
type Part = z.ZodType<ListBlock>;

/** Written out level by level: nothing that is sent can go deeper. */
const listBlock = Array.from({ length: deepestList }).reduce<Part>(
	(within) =>
		z.union([
			paragraph,
			z.strictObject({
				is: z.literal('list'),
				ordered: z.boolean(),
				items: z.array(z.array(within).min(1)).min(1),
			}),
		]) as Part,
	paragraph as Part,
);

const block = z.union([
	z.strictObject({ is: z.literal('subheading'), runs }),
	z.strictObject({ is: z.literal('quote'), paragraphs: z.array(runs).min(1) }),
	listBlock,
]) as z.ZodType<ImportedBlock>;

const pieces = z
	.array(
		z.strictObject({
			title: words,
			heading: z.string().nullable(),
			found: z.enum(['exactly', 'alike']).nullable(),
			blocks: z.array(block).max(5_000),
		}),
	)
	.max(200);

/** What was read from a file, and under which heading of the protocol each piece of it goes; '' leaves it out. */
export const importInput = z.object({
	reviewId: id,
	pieces: z
		.string({ error: notWhole })
		.max(4_000_000, notWhole)
		.transform((text, told) => {
			try {
				return pieces.parse(JSON.parse(text));
			} catch {
				told.issues.push({ code: 'custom', message: notWhole, input: text });
				return z.NEVER;
			}
		}),
	headings: z.array(z.string()).max(200),
});
