import type { Answer, Answers } from './answer.ts';
import type { Question } from './question.ts';

/** What was asked with what was answered, as people read it. */
export interface ReadAnswer {
	label: string;
	/** None where the question was left open. */
	lines: string[];
}

export const readAnswers = (questions: readonly Question[], answers: Answers): ReadAnswer[] =>
	questions.map((question) => ({ label: question.label, lines: inWords(question, answers[question.key]) }));

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
			return (answer as Record<string, string>[]).map((row, index) => rowInWords(question, row, index));
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

function rowInWords(
	question: Extract<Question, { kind: 'table' }>,
	row: Record<string, string>,
	index: number,
): string {
	const head = question.rows?.[index] ? `${question.rows[index].label} – ` : '';
	const cells = question.columns
		.filter(({ key }) => row[key])
		.map(({ key, label }) => `${label}: ${row[key]}`);
	return head + cells.join('; ');
}
