import { z } from 'zod';

const key = z
	.string()
	.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'A key is lower-case words joined by hyphens.')
	.max(60);
const words = z.string().trim().min(1, 'Say something here.').max(500);
const choice = z.object({ key, label: words });
const choices = (least: number) => z.array(choice).min(least).max(40);

const asked = { key, label: words, hint: words.optional(), required: z.boolean().default(true) };

/**
 * One typed question. A `scale` runs from 1 to `points`, its ends named. A `level` question lists descriptors, each
 * belonging to one of the levels; each can be marked as where we are or what is next, so that an answer may span levels
 * (NFS-21). A `table` has fixed columns and either the rows it names or as many as the answerer adds.
 */
export const questionSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('text'), ...asked, longest: z.int().min(1).max(20_000).default(5_000) }),
	z.object({ kind: z.literal('yes-no'), ...asked }),
	z.object({ kind: z.literal('choice'), ...asked, choices: choices(2), many: z.boolean().default(false) }),
	z.object({
		kind: z.literal('scale'),
		...asked,
		points: z.int().min(2).max(10),
		lowest: words,
		highest: words,
	}),
	z.object({
		kind: z.literal('level'),
		...asked,
		levels: choices(2),
		descriptors: z
			.array(z.object({ key, level: key, words }))
			.min(1)
			.max(100),
	}),
	z.object({
		kind: z.literal('table'),
		...asked,
		columns: choices(1),
		rows: choices(1).optional(),
		most: z.int().min(1).max(100).default(30),
	}),
]);

export type Question = z.infer<typeof questionSchema>;
export type Kind = Question['kind'];

/** A form: questions in order, asked of everyone alike. Two questions under one key are refused. */
export const formSchema = z
	.object({
		title: words,
		about: z.string().trim().max(1_000).default(''),
		questions: z.array(questionSchema).min(1).max(60),
	})
	.superRefine(({ questions }, check) => {
		questions.forEach((question, index) => {
			const refuse = (part: string, message: string) =>
				check.addIssue({ code: 'custom', path: ['questions', index, part], message });
			if (questions.findIndex((other) => other.key === question.key) < index)
				refuse('key', `Another question of this form has the key ${question.key}.`);
			if (question.kind === 'level')
				for (const { level } of question.descriptors)
					if (!question.levels.some((known) => known.key === level))
						refuse('descriptors', `There is no level ${level} here.`);
		});
	});

export type Form = z.infer<typeof formSchema>;
