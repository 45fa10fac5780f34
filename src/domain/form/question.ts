import { z } from 'zod';
import { key } from '#platform/text.ts';

const words = z.string().trim().min(1, 'Say something here.').max(500);
const choice = z.object({ key, label: words.meta({ title: 'What you call it' }) });
const choices = (least: number) => z.array(choice).min(least, `At least ${least}.`).max(40);

const asked = {
	key,
	label: words.meta({ title: 'What is asked' }),
	hint: words.optional().meta({ title: 'A sentence that helps to answer' }),
	required: z.boolean().default(true).meta({ title: 'Must be answered' }),
};
/** With what its answer begins, before whoever answers has changed a word. Only what is known of a review can be told so. */
export const beginnings = ['nothing', 'what was done', 'what it changed'] as const;
export type Beginning = (typeof beginnings)[number];

const count = (least: number, most: number) =>
	z.int('Give a whole number.').min(least, `At least ${least}.`).max(most, `At most ${most}.`);

/**
 * One typed question. A `scale` runs from 1 to `points`, its ends named. A `level` question lists descriptors, each
 * belonging to one of the levels; each can be marked as where we are or what is next, so that an answer may span levels
 * (NFS-21). A `table` has fixed columns and either the rows it names or as many as the answerer adds.
 */
export const questionSchema = z
	.discriminatedUnion('kind', [
		z
			.object({
				kind: z.literal('text'),
				...asked,
				longest: count(1, 20_000).default(5_000).meta({ title: 'Most characters' }),
				begins: z
					.enum(beginnings)
					.default('nothing')
					.meta({
						title: 'What the answer begins with',
						description: 'Only in the look-back.',
						words: {
							nothing: 'Nothing',
							'what was done': 'What was told of the actions',
							'what it changed': 'What was told of their impact',
						},
					}),
				forProtocol: z.boolean().default(false).meta({
					title: 'The answer says how to review differently',
					description: 'Only in the notes of a stage. Whoever reads these finds it beside the protocol.',
				}),
			})
			.meta({ title: 'In words' }),
		z.object({ kind: z.literal('yes-no'), ...asked }).meta({ title: 'Yes or no' }),
		z
			.object({
				kind: z.literal('choice'),
				...asked,
				choices: choices(2).meta({ title: 'Answers to choose from' }),
				many: z.boolean().default(false).meta({ title: 'More than one may be chosen' }),
			})
			.meta({ title: 'A choice' }),
		z
			.object({
				kind: z.literal('scale'),
				...asked,
				points: count(2, 10).meta({ title: 'How many points', description: 'It runs from 1 to this.' }),
				lowest: words.meta({ title: 'What 1 means' }),
				highest: words.meta({ title: 'What the highest means' }),
			})
			.meta({ title: 'A scale' }),
		z
			.object({
				kind: z.literal('level'),
				...asked,
				levels: choices(2).meta({ title: 'Levels, lowest first' }),
				descriptors: z
					.array(
						z.object({
							key,
							level: key.meta({ title: 'Of which level', refers: 'levels' }),
							words: words.meta({ title: 'What it looks like' }),
						}),
					)
					.min(1, 'Describe at least one level.')
					.max(100)
					.meta({ title: 'What each level looks like' }),
			})
			.meta({ title: 'Levels with descriptors' }),
		z
			.object({
				kind: z.literal('table'),
				...asked,
				columns: choices(1).meta({ title: 'Columns' }),
				rows: choices(1)
					.optional()
					.meta({ title: 'Lines', description: 'None: as many as the answerer adds.' }),
				most: count(1, 100).default(30).meta({ title: 'Most lines' }),
			})
			.meta({ title: 'A table' }),
	])
	.meta({ title: 'How it is answered' });

export type Question = z.infer<typeof questionSchema>;
export type Kind = Question['kind'];

/** A form: questions in order, asked of everyone alike. Two questions under one key are refused. */
export const formSchema = z
	.object({
		title: words.meta({ title: 'Name of the form' }),
		about: z.string().trim().max(1_000).default('').meta({ title: 'What it is for' }),
		questions: z
			.array(questionSchema)
			.min(1, 'A form asks something.')
			.max(60)
			.meta({ title: 'Questions', one: 'a question' }),
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
