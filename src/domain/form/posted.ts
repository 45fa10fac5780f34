import type { PostedForm } from '#platform/form-data.ts';
import type { Question } from './question.ts';

/** The name of the field in which a part of an answer is posted: a table's cell, a level's descriptor. */
export const fieldName = (question: string, ...parts: (string | number)[]): string =>
	[question, ...parts].join('.');

/**
 * Answers as a plain HTML form posts them, ready for `answerSchema`. A question's field bears its key; a descriptor of a
 * level is `key.descriptor`, a table's cell `key.row.column` with rows numbered from 0. Nothing is judged here.
 */
export function postedAnswers(questions: readonly Question[], form: PostedForm): Record<string, unknown> {
	return Object.fromEntries(questions.map((question) => [question.key, posted(question, form)]));
}

function posted(question: Question, form: PostedForm): unknown {
	const { key } = question;
	const value = form[key];
	switch (question.kind) {
		case 'text':
			return value;
		case 'yes-no':
			return value === 'yes' ? true : value === 'no' ? false : value;
		case 'scale':
			return value === undefined || value === '' ? undefined : Number(value);
		case 'choice':
			return question.many ? [form[key] ?? []].flat() : value;
		case 'level':
			return Object.fromEntries(
				question.descriptors
					.map((descriptor) => [descriptor.key, form[fieldName(key, descriptor.key)]] as const)
					.filter(([, mark]) => mark !== undefined && mark !== ''),
			);
		case 'table':
			return postedRows(question, form);
	}
}

function postedRows(
	question: Extract<Question, { kind: 'table' }>,
	form: PostedForm,
): Record<string, unknown>[] {
	const count = question.rows?.length ?? question.most;
	const rows = Array.from({ length: count }, (_, row) =>
		Object.fromEntries(
			question.columns.map(({ key }) => [key, form[fieldName(question.key, row, key)] ?? '']),
		),
	);
	return question.rows ? rows : rows.filter((row) => Object.values(row).some((cell) => cell !== ''));
}
