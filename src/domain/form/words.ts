import type { Answer, Answers } from './answer.ts';
import type { Question } from './question.ts';

/** What was asked with what was answered, as people read it. */
export interface ReadAnswer {
	label: string;
	/** None where the question was left open. */
	lines: string[];
	/** A table's lines with what is written in each column, for a screen that has room to set them apart. */
	rows?: ReadRow[];
}

export interface ReadRow {
	/** Of a line that the form itself names. */
	label?: string;
	cells: { label: string; words: string }[];
}

export const readAnswers = (questions: readonly Question[], answers: Answers): ReadAnswer[] =>
	questions.map((question) => {
		const answer = answers[question.key];
		const read = { label: question.label, lines: inWords(question, answer) };
		if (question.kind !== 'table' || answer === undefined) return read;
		return { ...read, rows: rowsIn(question, answer as Record<string, string>[]) };
	});

/** An answer as people read it, a line each; no lines where the question was left open. */
export function inWords(question: Question, answer: Answer | undefined): string[] {
	if (answer === undefined) return [];
	switch (question.kind) {
		case 'text':
			return String(answer).split('\n');
		case 'yes-no':
			return [answer ? 'Yes' : 'No'];
		case 'scale':
			return [
				`${String(answer)} of ${question.points} (1 is ${question.lowest}, ${question.points} is ${question.highest})`,
			];
		case 'choice':
			return [answer]
				.flat()
				.map((key) => question.choices.find((offered) => offered.key === key)?.label ?? String(key));
		case 'level':
			return marked(question, answer as Record<string, 'now' | 'next'>);
		case 'table':
			return rowsIn(question, answer as Record<string, string>[]).map(rowInWords);
	}
}

function marked(
	question: Extract<Question, { kind: 'level' }>,
	marks: Record<string, 'now' | 'next'>,
): string[] {
	return question.descriptors
		.filter(({ key }) => marks[key])
		.map(({ key, level, words }) => {
			const label = question.levels.find((known) => known.key === level)?.label ?? level;
			return `${marks[key] === 'now' ? 'Where we are' : 'Next'} (${label}): ${words}`;
		});
}

const rowsIn = (
	{ columns, rows }: Extract<Question, { kind: 'table' }>,
	filled: readonly Record<string, string>[],
): ReadRow[] =>
	filled.map((row, index) => ({
		...(rows?.[index] && { label: rows[index].label }),
		cells: columns.flatMap(({ key, label }) => (row[key] ? [{ label, words: row[key] }] : [])),
	}));

const rowInWords = ({ label, cells }: ReadRow): string =>
	(label ? `${label} – ` : '') + cells.map((cell) => `${cell.label}: ${cell.words}`).join('; ');
