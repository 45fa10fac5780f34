import { expect, test } from 'vitest';
import { presets } from '#domain/protocol/presets/presets.ts';
import { changePlanInput } from './input.ts';
import {
	asksForSupport,
	asksForViews,
	freeKey,
	keepKeys,
	minutesOf,
	most,
	proposedRounds,
	proposedTopic,
	roundAfter,
	roundOfCard,
	votesRound,
	type RoomPlan,
} from './plan.ts';

const form = (changes: Record<string, unknown> = {}) => ({
	...{ reviewId: '0190aaaa-0000-7000-8000-000000000001', roomId: '0190aaaa-0000-7000-8000-000000000002' },
	...{ version: '1', day: '2026-11-24', seats: '60', votesEach: '3' },
	...{
		'key-0': 'r1',
		'is-0': 'talk',
		'title-0': 'Welcome',
		'question-0': '',
		'minutes-0': '5',
		'place-0': '1',
	},
	...changes,
});
const fieldsOf = (changes: Record<string, unknown>) => {
	const read = changePlanInput.safeParse(form(changes));
	return read.success
		? {}
		: Object.fromEntries(read.error.issues.map(({ path, message }) => [path[0], message]));
};

test('HEP-7 every protocol’s way of working gives rounds that begin and end in talk, within the limits', () => {
	for (const { protocol } of presets) {
		const rounds = proposedRounds(protocol.workshop);
		expect([rounds[0]?.is, rounds.at(-1)?.is]).toEqual(['talk', 'talk']);
		expect(rounds.some(({ is }) => is === 'cards')).toBe(true);
		expect(rounds.some(({ is }) => is === 'matrix')).toBe(protocol.workshop.method === 'matrix');
		expect(new Set(rounds.map(({ key }) => key)).size).toBe(rounds.length);
		expect(minutesOf(rounds)).toBeLessThanOrEqual(90);
		for (const { question } of rounds) expect(question.length).toBeLessThanOrEqual(300);
	}
});

test('NFS-14 every protocol’s rounds ask phones for views on the review and on support, after what is voted on', () => {
	for (const { protocol } of presets) {
		const rounds = proposedRounds(protocol.workshop);
		const views = rounds.slice(-3, -1);
		expect(views.map(({ key, is }) => [asksForViews(key), is])).toEqual([
			[true, 'cards'],
			[true, 'cards'],
		]);
		expect(views.map(({ key }) => asksForSupport(key))).toEqual([false, true]);
		expect(rounds.filter(({ key }) => asksForViews(key))).toHaveLength(2);
	}
	expect(asksForViews(freeKey(new Set(Array.from({ length: most.rounds }, (_, nth) => `r${nth + 1}`))))).toBe(
		false,
	);
});

test('HEP-7 rounds are read in the order of their places; one without a title goes, a new one gets a key of its own', () => {
	const further = {
		'key-1': '',
		'is-1': 'cards',
		'title-1': 'Ideas',
		'question-1': 'What?',
		'minutes-1': '10',
		'place-1': '0',
	};
	const read = changePlanInput.parse(form({ ...further, 'key-2': 'r9', 'title-2': '  ', 'place-2': '3' }));
	expect(read.rounds.map(({ key, title }) => [key, title])).toEqual([
		['r2', 'Ideas'],
		['r1', 'Welcome'],
	]);
	expect(roundAfter(read, '')?.title).toBe('Ideas');
	expect(roundAfter(read, 'r1')).toBeNull();
	const twice = changePlanInput.parse(form({ ...further, 'key-1': 'r1' }));
	expect(new Set(twice.rounds.map(({ key }) => key)).size).toBe(2);
});

test.each([
	['no round', { 'title-0': '' }, 'title-0'],
	['no time', { 'minutes-0': '0' }, 'minutes-0'],
	['words for minutes', { 'minutes-0': 'ten' }, 'minutes-0'],
	['a kind of round there is not', { 'is-0': 'dance' }, 'is-0'],
	['a question of a page', { 'question-0': 'x'.repeat(301) }, 'question-0'],
	['too many people', { seats: String(most.seats + 1) }, 'seats'],
	['nobody', { seats: '0' }, 'seats'],
	['a vote too many', { votesEach: '11' }, 'votesEach'],
	['no day', { day: '' }, 'day'],
	['a finding without words', { shown: 'f1', 'words-f1': ' ' }, 'words-f1'],
	['nine findings', { shown: Array.from({ length: 9 }, (_, nth) => `f${nth}`) }, 'shown'],
])('HEP-7 a plan with %s is refused at its field', (_, changes, field) => {
	expect(fieldsOf(changes)).toHaveProperty(field);
});

test('HEP-7 a finding of a page is shortened to what a wall can show', () => {
	expect(proposedTopic('x'.repeat(5000))).toHaveLength(most.topicWords);
	expect(proposedTopic('Reading aloud')).toBe('Reading aloud');
});

const planOf = (...kinds: RoomPlan['rounds'][number]['is'][]): RoomPlan => ({
	topics: [],
	rounds: kinds.map((is, nth) => ({ key: `r${nth + 1}`, is, title: is, question: '', minutes: 5 })),
});

test('HEP-7 a card belongs to the round it was begun in, also for a minute after that ended, and to no other', () => {
	const at = new Date('2026-11-23T09:00:00Z');
	const room = {
		...{ plan: planOf('cards', 'votes', 'cards'), round: 'r2', lastRound: 'r1' },
		lastRoundUntil: new Date(at.getTime() + 60_000),
	};
	expect(roundOfCard(room, 'r1', at)?.key).toBe('r1');
	expect(roundOfCard(room, 'r1', new Date(at.getTime() + 60_001))).toBeNull();
	for (const key of ['r2', 'r3', 'r9', '']) expect(roundOfCard(room, key, at)).toBeNull();
	expect(roundOfCard({ ...room, round: 'r3' }, 'r3', at)?.key).toBe('r3');
	expect(roundOfCard({ ...room, lastRoundUntil: null }, 'r1', at)).toBeNull();
});

test('HEP-7 votes are those of the round that asks for them now, else of the last in which there are some', () => {
	const plan = planOf('votes', 'talk', 'votes', 'talk');
	expect(votesRound(plan, 'r3', new Set(['r1']))).toBe('r3');
	expect(votesRound(plan, 'r2', new Set(['r1']))).toBe('r1');
	expect(votesRound(plan, 'r4', new Set(['r3', 'r1']))).toBe('r3');
	expect(votesRound(plan, '', new Set())).toBeNull();
	expect(votesRound(plan, 'r2', new Set(['r99']))).toBe('r99');
});

test('HEP-7 a topic keeps its letter; a new one gets none that the plan or a card bears', () => {
	const topic = (key: string, findingId: string) => ({ key, findingId, words: findingId });
	const before = [topic('a', 'one'), topic('c', 'three')];
	const keysOf = (topics: ReturnType<typeof topic>[] | null) => topics?.map(({ key }) => key);
	const posted = [topic('a', 'four'), topic('b', 'three')];
	expect(keysOf(keepKeys(before, posted, new Set(['b'])))).toEqual(['d', 'c']);
	expect(keysOf(keepKeys(before, posted, new Set()))).toEqual(['b', 'c']);
	expect(keepKeys([], posted, new Set('abcdefghijklmnopqrstuvwxyz'))).toBeNull();
});
