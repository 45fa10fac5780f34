import type { Answer, Answers } from '#domain/form/answer.ts';
import type { Question } from '#domain/form/question.ts';
import { inWords } from '#domain/form/words.ts';
import type { LookBackSide } from './look-back.ts';

/** What one side wrote of one review, with what it was asked. */
export interface LookedBack {
	reviewId: string;
	hostName: string;
	firstDay: string;
	side: LookBackSide;
	questions: readonly Question[];
	answers: Answers;
}

/** One question, with what everybody answered to it. */
export interface Gathered {
	key: string;
	label: string;
	/** How many chose each of what was offered, in the form's order; null where it is answered in words. */
	chosen: { label: string; count: number }[] | null;
	answers: (Pick<LookedBack, 'reviewId' | 'hostName' | 'firstDay' | 'side'> & { lines: string[] })[];
}

/**
 * The answers of many reviews, question by question (CEN-9). Protocols change: what was asked in other words is another question. In the
 * order of the reviews that are given, and of each one's form.
 */
export function gathered(all: readonly LookedBack[]): Gathered[] {
	const questions = new Map<string, Gathered>();
	for (const { questions: asked, answers, ...of } of all)
		for (const question of asked) {
			const { key, label } = question;
			const known = JSON.stringify([key, label]);
			const into = questions.get(known) ?? { key, label, chosen: offered(question), answers: [] };
			questions.set(known, into);
			const answer = answers[key];
			if (answer === undefined) continue;
			into.answers.push({ ...of, lines: inWords(question, answer) });
			for (const choice of choicesIn(question, answer)) count(into, choice);
		}
	return [...questions.values()];
}

const offered = (question: Question): Gathered['chosen'] =>
	labelsOf(question)?.map((label) => ({ label, count: 0 })) ?? null;

function labelsOf(question: Question): string[] | null {
	switch (question.kind) {
		case 'yes-no':
			return ['Yes', 'No'];
		case 'choice':
			return question.choices.map(({ label }) => label);
		case 'scale':
			return Array.from({ length: question.points }, (_, index) => String(index + 1));
		default:
			return null;
	}
}

const choicesIn = (question: Question, answer: Answer): string[] =>
	question.kind === 'scale' ? [String(answer)] : labelsOf(question) ? inWords(question, answer) : [];

function count({ chosen }: Gathered, label: string): void {
	const found = chosen?.find((one) => one.label === label);
	if (found) found.count++;
	// Another version of the protocol offered more.
	else chosen?.push({ label, count: 1 });
}
