import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeRegister } from './completion.ts';
import { readExtract } from './extract.server.ts';
import { isCurrent } from './model.ts';
import { SearchIndex } from './search-index.ts';
import { wordsOf } from './words.ts';

const { schools: listed, links, names, asOf } = readExtract();
const { schools, successions } = completeRegister(listed.values(), links, names, asOf);
const before = Map.groupBy(successions, ({ successor }) => successor);
const current = [...schools.values()].filter(isCurrent).map((school) => ({
	...school,
	formerNames: (before.get(school.urn) ?? [])
		.map(({ predecessor }) => schools.get(predecessor)?.name ?? '')
		.join(' '),
}));
const index = new SearchIndex(current);
const firstNames = (text: string, limit = 1) => index.search(text, limit).map(({ name }) => name);

describe('a school is found', () => {
	test.each([
		['by its name', 'Moulsham Junior School', 'Moulsham Junior School'],
		['in spite of slips', 'moulsam junor', 'Moulsham Junior School'],
		['while it is being typed', 'katherine semar jun', 'Katherine Semar Junior School'],
		['by words of its town', 'harwich dovercourt', 'Harwich and Dovercourt High School'],
		['by an abbreviation', 'two village c of e pri', "St Michael's CofE Primary Academy, Ramsey"],
		['by the name it had before', 'Two Village', "St Michael's CofE Primary Academy, Ramsey"],
		[
			'with accents or without',
			'st thomas a becket church of england',
			'St Thomas à Becket Church of England Aided Primary School',
		],
	])('%s', (_, typed, name) => {
		expect(firstNames(typed)).toEqual([name]);
	});

	test.each(['CM2 9DG', 'cm29dg', 'cm2 9d'])('by its postcode: %s', (typed) => {
		expect(firstNames(typed, 2).toSorted()).toEqual(['Moulsham Infant School', 'Moulsham Junior School']);
	});

	test('by its URN, also begun', () => {
		expect(firstNames('137971')).toEqual(['Moulsham Junior School']);
		expect(index.search('13797', 10).map(({ urn }) => urn)).toContain(137971);
	});

	test('by its authority', () => {
		expect(
			index
				.search('primary school essex', 8)
				.every(({ localAuthority, name }) => /essex/i.test(localAuthority + name)),
		).toBe(true);
	});
});

test('schools of one name are all shown, each with a place to tell it by', () => {
	const found = index.search("st mary's", 8);
	expect(found).toHaveLength(8);
	expect(found.every(({ name }) => wordsOf(name).includes('marys'))).toBe(true);
	expect(new Set(found.map(({ town, localAuthority }) => town || localAuthority)).size).toBeGreaterThan(6);
});

test('the town chooses among schools of one name', () => {
	expect(index.search("st mary's colchester", 1)[0]).toMatchObject({ town: 'Colchester' });
});

test('nothing answers nothing, marks, and what is nowhere', () => {
	expect(['', '   ', '!?', 'qqqqqqqqqq'].map((typed) => index.search(typed, 8))).toEqual([[], [], [], []]);
});

describe('whatever is typed', () => {
	const slip = fc.record({
		school: fc.constantFrom(...current.filter(({ name }) => longWords(name).length > 0)),
		where: fc.nat(),
		kind: fc.constantFrom('missing', 'wrong', 'added', 'swapped'),
		letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
	});

	test('one slip in a longer word of its name still finds a school of that name among the first eight', () => {
		fc.assert(
			fc.property(slip, ({ school, where, kind, letter }) => {
				const words = longWords(school.name);
				const word = words[where % words.length]!;
				const at = 1 + (where % (word.length - 2));
				const swapped = word[at + 1]! + word[at]!;
				const slipped = { missing: '', wrong: letter, added: letter + word[at]!, swapped }[kind as 'missing'];
				const wrong = word.slice(0, at) + slipped + word.slice(at + (kind === 'swapped' ? 2 : 1));
				const found = firstNames(school.name.replace(word, wrong), 8).map((name) => wordsOf(name).join(' '));
				expect(found).toContain(wordsOf(school.name).join(' '));
			}),
			{ numRuns: 300, seed: 137971 },
		);
	});

	test('it answers, with no more than was asked for and no school twice', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary', maxLength: 60 }),
				fc.integer({ min: 1, max: 20 }),
				(text, limit) => {
					const found = index.search(text, limit);
					expect(found.length).toBeLessThanOrEqual(limit);
					expect(new Set(found).size).toBe(found.length);
				},
			),
		);
	});
});

/** Words of at least six letters: in shorter ones a slip often makes another school's word. */
function longWords(name: string): string[] {
	return name.match(/\b[A-Za-z]{6,}\b/g) ?? [];
}
