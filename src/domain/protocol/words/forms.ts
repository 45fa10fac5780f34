import type { Beginning, Question } from '#domain/form/question.ts';
import type { Protocol } from '../protocol.ts';
import { ifAny, quoted, sentence } from './phrases.ts';

export const forms = ({ forms }: Protocol): string[] =>
	Object.values(forms).flatMap(({ title, about, questions }) => [
		sentence(about === '' ? quoted(title) : `${quoted(title)}: ${about}`),
		...questions.map((question) => `${quoted(title)} asks: ${asked(question)}`),
	]);

function asked(question: Question): string {
	const hint = question.hint === undefined ? '' : ` (${question.hint})`;
	const left = question.required ? '' : ' – may be left open';
	return `${sentence(question.label)}${hint} ${how(question)}${left}.`;
}

const begun: Record<Beginning, string> = {
	nothing: '',
	'what was done': ', beginning with what was told of the actions',
	'what it changed': ', beginning with what was told of their impact',
};

function how(question: Question): string {
	const named = (choices: readonly { label: string }[]) => choices.map(({ label }) => label).join('; ');
	switch (question.kind) {
		case 'text':
			return `In words, up to ${question.longest} characters${begun[question.begins]}${question.forProtocol ? ', listed beside the protocol for whoever reads the notes' : ''}`;
		case 'yes-no':
			return 'Yes or no';
		case 'choice':
			return `${question.many ? 'Any of' : 'One of'}: ${named(question.choices)}`;
		case 'scale':
			return `1 (${question.lowest}) to ${question.points} (${question.highest})`;
		case 'level':
			return `Levels ${named(question.levels)}: ${question.descriptors
				.map(
					({ level, words }) =>
						`${question.levels.find(({ key }) => key === level)?.label ?? level} – ${words}`,
				)
				.join('; ')}`;
		case 'table': {
			const rows = ifAny(question.rows ?? [], (list) => `, a line for each of: ${named(list)}`).join('');
			return `A table of ${named(question.columns)}${rows}, at most ${question.most} lines`;
		}
	}
}
