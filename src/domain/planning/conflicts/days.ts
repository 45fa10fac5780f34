import { asPeopleSay } from '#domain/calendar/day.ts';
import { inOrder } from '../answer.ts';
import type { DatingInput } from '../dating/model.ts';
import { proposeDays } from '../dating/solve.ts';
import { conflictIn, type Binding, type Conflict } from './rule.ts';

/** Which rules collide where a review is left without a day; null where none is. `names` of people and reviews, by id. */
export const conflictInDays = (
	input: DatingInput,
	names: ReadonlyMap<string, string>,
): Promise<Conflict | null> =>
	conflictIn(input, datingRules(input, names), async (each) => {
		const { undated, value } = await proposeDays(each);
		return { left: undated.length, value };
	});

export function datingRules(input: DatingInput, names: ReadonlyMap<string, string>): Binding<DatingInput>[] {
	const name = (id: string) => names.get(id) ?? id;
	const rules: Binding<DatingInput>[] = [];
	if (input.mostInWeek !== null) {
		rules.push({
			key: 'week',
			words: `At most ${input.mostInWeek} in one week.`,
			without: (each) => ({ ...each, mostInWeek: null }),
		});
	}
	if (input.mostInHalfTerm !== null) {
		rules.push({
			key: 'half-term',
			words: `At most ${input.mostInHalfTerm} in one half-term.`,
			without: (each) => ({ ...each, mostInHalfTerm: null }),
		});
	}
	for (const slots of input.slots ?? []) {
		rules.push({
			key: `slots ${slots.words}`,
			words: slots.words,
			without: (each) => ({
				...each,
				slots: (each.slots ?? []).filter(({ words }) => words !== slots.words),
			}),
		});
	}
	for (const { id, cannot, mostInHalfTerm, mostInTerm } of inOrder(input.people)) {
		const change = (to: Partial<DatingInput['people'][number]>) => (each: DatingInput) => ({
			...each,
			people: each.people.map((person) => (person.id === id ? { ...person, ...to } : person)),
		});
		if (cannot.length > 0) {
			rules.push({
				key: `cannot ${id}`,
				words: `${name(id)} cannot on some of the days.`,
				without: change({ cannot: [] }),
			});
		}
		if (mostInHalfTerm !== null) {
			rules.push({
				key: `half-term ${id}`,
				words: `${name(id)} gives at most ${mostInHalfTerm} in a half-term.`,
				without: change({ mostInHalfTerm: null }),
			});
		}
		if (mostInTerm !== null) {
			rules.push({
				key: `term ${id}`,
				words: `${name(id)} gives at most ${mostInTerm} in a term.`,
				without: change({ mostInTerm: null }),
			});
		}
	}
	for (const { id, pinned } of inOrder(input.reviews)) {
		if (pinned === null) continue;
		rules.push({
			key: `pinned ${id}`,
			words: `${name(id)} is to be on ${asPeopleSay(pinned)}.`,
			without: (each) => ({
				...each,
				reviews: each.reviews.map((review) => (review.id === id ? { ...review, pinned: null } : review)),
			}),
		});
	}
	return rules;
}
