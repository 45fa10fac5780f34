import type { Answers } from '#domain/form/answer.ts';
import type { Beginning, Question } from '#domain/form/question.ts';
import { measureInWords, withSource, type ToldImpact } from '../impact/impact.ts';
import { howFar } from '../model.ts';
import type { ActionRow } from '../queries.server.ts';

/**
 * What a look-back's answers begin with, by question: what was told of the actions and of their impact, as far as whoever answers
 * reads it. They change it as they wish; what was told stays where it stands.
 */
export function begunAnswers(
	questions: readonly Question[],
	told: { actions: readonly ActionRow[]; impact: readonly ToldImpact[] },
): Answers {
	const begins: Record<Beginning, string> = {
		nothing: '',
		'what was done': whatWasDone(told.actions),
		'what it changed': whatItChanged(told.impact),
	};
	return Object.fromEntries(
		questions.flatMap((question) => {
			if (question.kind !== 'text' || begins[question.begins] === '') return [];
			return [[question.key, shortened(begins[question.begins], question.longest)]];
		}),
	);
}

/** Each action with how far it has come and the latest that was said of it, a paragraph each. */
const whatWasDone = (actions: readonly ActionRow[]): string =>
	actions
		.map((action) => {
			const words =
				action.givenUp?.because ?? action.updates.find((one) => one.words !== '' && !one.dueBefore)?.words;
			return [`${action.title}: ${howFar(action).toLowerCase()}.`, ...(words ? [words] : [])].join('\n');
		})
		.join('\n\n');

const whatItChanged = (impact: readonly ToldImpact[]): string =>
	impact
		.map(({ words, measure, source }) =>
			[words, ...(measure ? [withSource(measureInWords(measure), source)] : [])].join('\n'),
		)
		.join('\n\n');

/** Whole paragraphs, as many as there is room for. */
function shortened(words: string, longest: number): string {
	if (words.length <= longest) return words;
	const whole = words.slice(0, longest + 1).lastIndexOf('\n\n');
	return whole > 0 ? words.slice(0, whole) : '';
}
