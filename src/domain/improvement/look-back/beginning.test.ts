import { expect, test } from 'vitest';
import { formSchema } from '#domain/form/question.ts';
import { lookBack } from '#domain/protocol/presets/usual-forms.ts';
import type { ToldImpact } from '../impact/impact.ts';
import type { ActionRow } from '../queries.server.ts';
import { begunAnswers } from './beginning.ts';

const { questions } = formSchema.parse(lookBack);

const update = (words: string, dueBefore: string | null = null) => ({
	...{ id: words, progress: 'under way' as const, words, measure: null, source: '', asImpact: false },
	...{ dueBefore, writtenBy: 'A', writtenAt: '2027-01-01' },
});
const action = (changes: Partial<ActionRow>) => changes as ActionRow;
const told = (changes: Partial<ToldImpact>) =>
	({ words: '', measure: null, source: '', ...changes }) as ToldImpact;

test('CEN-9 the answers begin with each action and the latest that was said of it, and with the impact that was told', () => {
	const answers = begunAnswers(questions, {
		actions: [
			action({
				title: 'Show others how',
				progress: 'under way',
				givenUp: null,
				// The newest first; that a day was moved tells nothing of what was done.
				updates: [update('Snow.', '2027-02-01'), update('Four rooms do it.'), update('Two rooms.')],
			}),
			action({
				title: 'Buy books',
				progress: 'not started',
				givenUp: { because: 'No money.', at: '' },
				updates: [],
			}),
		],
		impact: [
			told({
				words: 'They write on.',
				measure: { what: 'Year 5', before: '61%', now: '70%' },
				source: 'tests',
			}),
		],
	});
	expect(answers).toEqual({
		applied: 'Show others how: under way.\nFour rooms do it.\n\nBuy books: given up.\nNo money.',
		difference: 'They write on.\nYear 5: 61% before, 70% now (tests)',
	});
});

test('where nothing was told they begin with nothing', () => {
	expect(begunAnswers(questions, { actions: [], impact: [] })).toEqual({});
});

test('of more than there is room for, whole paragraphs are left out', () => {
	const [applied] = questions
		.filter(({ key }) => key === 'applied')
		.map((question) => ({ ...question, longest: 30 }));
	const actions = ['One thing', 'Another thing'].map((title) =>
		action({ title, progress: 'done', givenUp: null, updates: [] }),
	);
	expect(begunAnswers([applied!], { actions, impact: [] })).toEqual({ applied: 'One thing: done.' });
});
