import fc from 'fast-check';
import { expect, test } from 'vitest';
import { presets } from '#domain/protocol/presets/presets.ts';
import {
	cornerOf,
	firstOnMatrix,
	ideasOf,
	isView,
	onMatrix,
	supportAsked,
	writtenUp,
	type Card,
	type Rated,
} from './board.ts';
import { asksForViews, proposedRounds } from './plan.ts';

const card = (id: string, changes: Partial<Card> = {}): Card => ({
	...{ id, round: 'r2', topic: '', words: `Idea ${id}`, standing: 'shown', under: null, heading: '' },
	...{ handVotes: 0, impact: null, effort: null, fromPhone: true },
	...changes,
});
const words = (ideas: readonly { words: string }[]) => ideas.map((one) => one.words);

test('HEP-7 cards laid under another are one idea with all their votes', () => {
	const heading = 'Reading aloud';
	const cards = [card('a', { heading }), card('b', { heading, under: 'a', handVotes: 2 }), card('c')];
	const ideas = ideasOf(
		cards,
		new Map([
			['a', 3],
			['b', 1],
			['c', 1],
		]),
	);
	expect(ideas.map(({ words, votes, cards }) => [words, votes, cards.length])).toEqual([
		['Reading aloud', 6, 2],
		['Idea c', 1, 1],
	]);
});

test('HEP-7 what is hidden, taken back or waits is in no idea; where the leading card is hidden the next leads', () => {
	const cards = [
		card('a', { standing: 'hidden' }),
		card('b', { under: 'a' }),
		card('c', { standing: 'waiting' }),
		card('d', { standing: 'taken back' }),
	];
	expect(ideasOf(cards).map(({ id, words }) => [id, words])).toEqual([['b', 'Idea b']]);
});

test('HEP-7 a place given by hand counts before what phones say, and phones count alike', () => {
	const rated: Rated[] = [
		{ cardId: 'a', participantId: 'p', impact: 4, effort: 1 },
		{ cardId: 'a', participantId: 'q', impact: 3, effort: 1 },
	];
	expect(ideasOf([card('a')], new Map(), rated)[0]).toMatchObject({ impact: 3.5, effort: 1, placedBy: 2 });
	expect(ideasOf([card('a', { impact: 1, effort: 4 })], new Map(), rated)[0]).toMatchObject({
		...{ impact: 1, effort: 4, placedBy: 0 },
	});
	expect(ideasOf([card('a')])[0]).toMatchObject({ impact: null, effort: null, placedBy: 0 });
});

test('HEP-7 a phone that placed two cards which are put together since has one place, and hand counts add up', () => {
	const rated: Rated[] = [
		{ cardId: 'a', participantId: 'p', impact: 4, effort: 1 },
		{ cardId: 'b', participantId: 'p', impact: 2, effort: 1 },
		{ cardId: 'a', participantId: 'q', impact: 1, effort: 3 },
	];
	const cards = [card('a', { handVotes: 2 }), card('b', { under: 'a', handVotes: 3 })];
	expect(ideasOf(cards, new Map([['b', 1]]), rated)).toMatchObject([
		{ impact: 2, effort: 2, placedBy: 2, votes: 6, handVotes: 5 },
	]);
});

test.each([
	[4, 1, 'Do it first'],
	[4, 4, 'Plan it well'],
	[1, 1, 'If there is time'],
	[1, 4, 'Leave it'],
	[2.5, 2.5, 'Do it first'],
	[null, null, null],
] as const)('HEP-7 impact %s and effort %s lie in: %s', (impact, effort, corner) => {
	expect(cornerOf({ impact, effort })).toBe(corner);
});

test('HEP-7 the matrix begins with the eight of most votes and those that have as many; without votes with the first twelve', () => {
	const cards = Array.from({ length: 20 }, (_, nth) => card(`c${nth}`));
	expect(firstOnMatrix(ideasOf(cards))).toHaveLength(12);
	const votes = new Map(cards.map(({ id }, nth) => [id, nth < 7 ? 5 : nth < 10 ? 2 : nth < 12 ? 1 : 0]));
	expect(words(firstOnMatrix(ideasOf(cards, votes)))).toEqual(cards.slice(0, 10).map((one) => one.words));
});

test('HEP-7 an idea stays on the matrix when the card that was put there is laid under another', () => {
	const ideas = ideasOf([card('a'), card('b', { under: 'a' })]);
	expect(words(onMatrix(ideas, ['b']))).toEqual(['Idea a']);
});

test('NFS-14 the write-up begins with the questions and their ideas, the most wanted first, and is cut to its length', () => {
	const plan = { topics: [{ key: 'a', findingId: 'f', words: 'Reading' }], rounds: [] };
	const ideas = ideasOf(
		[card('x', { topic: 'a' }), card('y', { topic: 'a', impact: 4, effort: 1 }), card('z', { topic: 'q' })],
		new Map([['y', 2]]),
	);
	expect(writtenUp(plan, ideas, 1000)).toBe(
		'A: Reading\n– Idea y (2 votes, do it first)\n– Idea x\n\nOther ideas\n– Idea z',
	);
	expect(writtenUp(plan, ideas, 12)).toHaveLength(12);
	expect(writtenUp(plan, [], 12)).toBe('');
});

test('NFS-14 what staff think of the review and need support with stands apart from what they would do', () => {
	const rounds = proposedRounds({ ...presets[0]!.protocol.workshop, method: 'dot vote' });
	const [process, support] = rounds.filter(({ key }) => asksForViews(key));
	const ideas = ideasOf([
		card('a'),
		card('b', { round: process!.key, words: 'A short day' }),
		card('c', { round: support!.key, words: 'Phonics' }),
		card('d', { round: support!.key, words: 'Hidden', standing: 'hidden' }),
	]);
	expect(words(ideas.filter(isView))).toEqual(['A short day', 'Phonics']);
	expect(words(supportAsked(ideas))).toEqual(['Phonics']);
	expect(writtenUp({ topics: [], rounds }, ideas, 1000)).toBe(
		'Ideas\n– Idea a\n\nHow did the review go?\n– A short day\n\nWhat support do we need?\n– Phonics',
	);
});

test('HEP-7 however cards are laid together, no shown card and no vote is lost or counted twice', () => {
	const many = fc.array(
		fc.record({
			under: fc.option(fc.nat(19), { nil: null }),
			standing: fc.constantFrom('shown', 'hidden', 'waiting', 'taken back' as const),
			votes: fc.nat(5),
			handVotes: fc.nat(3),
		}),
		{ maxLength: 20 },
	);
	fc.assert(
		fc.property(many, (drawn) => {
			// As the deeds leave them: whatever lies under a card lies under one that lies under none.
			const leads = drawn.map(({ under }, nth) => under === null || under >= drawn.length || under === nth);
			const cards = drawn.map((one, nth) =>
				card(`c${nth}`, {
					standing: one.standing as Card['standing'],
					handVotes: one.handVotes,
					under: !leads[nth] && leads[one.under!] ? `c${one.under}` : null,
				}),
			);
			const votes = new Map(drawn.map((one, nth) => [`c${nth}`, one.votes]));
			const ideas = ideasOf(cards, votes);
			const shown = cards.filter(({ standing }) => standing === 'shown');
			expect(ideas.flatMap((idea) => idea.cards.map(({ id }) => id)).sort()).toEqual(
				shown.map(({ id }) => id).sort(),
			);
			expect(ideas.reduce((sum, idea) => sum + idea.votes, 0)).toBe(
				shown.reduce((sum, { id, handVotes }) => sum + handVotes + votes.get(id)!, 0),
			);
		}),
	);
});
