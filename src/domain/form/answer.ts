import { z } from 'zod';
import { clean, strangeCharacters } from '#platform/text.ts';
import type { Kind, Question } from './question.ts';

/** What was answered, by question key; a question left open has no entry. Text and table cells are trimmed. */
export type Answers = Record<string, Answer>;
export type Answer =
	string | number | boolean | string[] | Record<string, 'now' | 'next'> | Record<string, string>[];

type Of<K extends Kind> = Extract<Question, { kind: K }>;

/**
 * What answers to these questions must look like; errors are one plain sentence under the question's key. Refused: an open
 * required question, an answer of another kind, a choice, level or column that was not offered, an answer to no question.
 */
export function answerSchema(questions: readonly Question[]): z.ZodType<Answers> {
	const shape = Object.fromEntries(questions.map((question) => [question.key, open(question)]));
	return z.preprocess(
		withoutEmpty,
		z.strictObject(shape, 'This answers a question that is not asked here.'),
	) as unknown as z.ZodType<Answers>;
}

const open = (question: Question): z.ZodType =>
	question.required ? oneAnswer(question) : oneAnswer(question).optional();

function oneAnswer(question: Question): z.ZodType {
	switch (question.kind) {
		case 'text':
			return text(question);
		case 'yes-no':
			return z.boolean('Answer yes or no.');
		case 'choice':
			return chosen(question);
		case 'scale':
			return scaled(question);
		case 'level':
			return levelled(question);
		case 'table':
			return tabled(question);
	}
}

const text = ({ longest }: Of<'text'>) =>
	z
		.string('Write an answer.')
		.max(longest, `This is longer than the ${longest} characters there is room for.`)
		.refine(clean, strangeCharacters);

function chosen({ choices, many }: Of<'choice'>): z.ZodType {
	const keys = choices.map(({ key }) => key);
	if (!many) return z.enum(keys, 'Choose one of the answers offered.');
	return z
		.array(z.enum(keys, 'Choose from the answers offered.'), 'Choose at least one answer.')
		.min(1, 'Choose at least one answer.')
		.refine((picked) => new Set(picked).size === picked.length, 'Choose each answer once.');
}

function scaled({ points }: Of<'scale'>): z.ZodType {
	const said = `Choose a number from 1 to ${points}.`;
	return z.int(said).min(1, said).max(points, said);
}

function levelled({ descriptors }: Of<'level'>): z.ZodType {
	const mark = z.enum(['now', 'next'], 'Mark it as where you are or what is next.').optional();
	return z.strictObject(
		Object.fromEntries(descriptors.map(({ key }) => [key, mark])),
		'This describes nothing that was asked.',
	);
}

function tabled({ columns, rows, most }: Of<'table'>): z.ZodType {
	const cell = z
		.string('Write in each cell, or leave it empty.')
		.trim()
		.max(1_000, 'A cell holds 1000 characters.')
		.refine(clean, strangeCharacters)
		.default('');
	const row = z.strictObject(
		Object.fromEntries(columns.map(({ key }) => [key, cell])),
		'This table has no such column.',
	);
	const length = rows ? rows.length : most;
	return z
		.array(row, 'Fill in the table.')
		.min(rows ? length : 1, 'Fill in the table.')
		.max(length, `The table holds ${length} rows.`);
}

/** What was left empty is as if it had not been sent; text is trimmed before it is judged. */
function withoutEmpty(sent: unknown): unknown {
	if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return sent;
	const kept = Object.entries(sent)
		.map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value] as const)
		.filter(([, value]) => !isEmpty(value));
	return Object.fromEntries(kept);
}

function isEmpty(value: unknown): boolean {
	if (value === '' || value === null || value === undefined) return true;
	if (Array.isArray(value)) return value.every((row) => typeof row === 'object' && blankRow(row));
	return typeof value === 'object' && Object.keys(value).length === 0;
}

const blankRow = (row: object | null): boolean =>
	Object.values(row ?? {}).every((cell) => typeof cell === 'string' && cell.trim() === '');
