import { z } from 'zod';
import { key } from '#platform/text.ts';

export const line = z.string().trim().min(1, 'Say something here.').max(300, 'Keep this to 300 characters.');
export const passage = z
	.string()
	.trim()
	.min(1, 'Say something here.')
	.max(4_000, 'Keep this to 4000 characters.');

/** Something to choose from, as the people of this partnership call it. */
export const named = z.object({ key, label: line.meta({ title: 'What you call it' }) });

export const needs = ['never', 'may', 'must'] as const;

/** How strongly the protocol holds to something: nobody does it, people may, everybody does. */
export const need = z.enum(needs).meta({ words: { never: 'Never', may: 'If wanted', must: 'Always' } });
export type Need = z.infer<typeof need>;

/** A list in which every entry has its own key. */
export const keyed = <T extends z.ZodType<{ key: string }>>(entry: T) =>
	z
		.array(entry)
		.refine(
			(list) => new Set(list.map((item) => item.key)).size === list.length,
			'Two entries have the same key.',
		);
