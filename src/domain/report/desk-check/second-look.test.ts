import { describe, expect, test } from 'vitest';
import { consortium } from '#domain/protocol/presets/consortium.ts';
import { family } from '#domain/protocol/presets/family.ts';
import { trios } from '#domain/protocol/presets/trios.ts';
import type { ProtocolDraft } from '#domain/protocol/protocol.ts';
import { protocolSchema } from '#domain/protocol/schema.ts';
import type { EditionBlock, EditionFinding, WrittenFinding } from '../body.ts';
import { worthASecondLook } from './second-look.ts';

const nameable = { people: ['Rosalind Foxglove', 'Idris Lanternby'], host: 'Larkspindle High School' };
const paragraph = (words: string): EditionBlock => ({ is: 'paragraph', runs: [{ words }] });
const says = (seen: string, more: Partial<EditionFinding> = {}): EditionFinding => ({
	...{
		id: seen,
		seen,
		effect: '',
		letter: null,
		evidence: 1,
		sources: [],
		contradictsHost: false,
		pupils: [],
	},
	...more,
});

/** What is worth a second look in a report with these blocks under its headings; findings are of the kind given by their id. */
function looks(
	under: Record<string, (string | EditionBlock)[]>,
	{ draft = family, kinds = {} }: { draft?: ProtocolDraft; kinds?: Record<string, string> } = {},
) {
	const protocol = protocolSchema.parse(draft);
	const headings = protocol.report.headings.map(({ key, label }) => ({
		key,
		label,
		blocks: (under[key] ?? []).map((block) => (typeof block === 'string' ? paragraph(block) : block)),
	}));
	const findings = Object.entries(kinds).map(([id, kind]) => ({ id, kind }) as WrittenFinding);
	return worthASecondLook({ protocol, findings, headings, nameable });
}
/** The words found, under the one heading that the protocol leaves to be written freely. */
const found = (check: string, ...words: string[]) =>
	looks({ process: words })
		.filter((look) => look.check === check)
		.map((look) => look.words);

/** What teams write on an ordinary day, of which nothing is worth a second look. */
const ordinary = [
	'The Local Authority read the School Improvement Plan, and Mr and Mrs are fine by it.',
	'Knowledge Organisers and the Phonics Screening Check are known; pupils say ‘you must try again’.',
	'Children in Years 3 and 4 write every day, and Key Stage 2 pupils read to Reception.',
	'On 5 March the hall was full. In Year 6, pupils aged 10 and 11 mark their own work; see page 3.',
	'Nine-year-old children led the tour, and pupils worked in groups of four.',
	'Two-thirds of pupils, four in five pupils in Year 2 and at least three pupils in each class read daily.',
	'Three lines of enquiry, four rules children follow and one thing pupils like.',
	'A pupil said that reading was calm. One pupil told us the same.',
	'Fourteen of twenty books and 28 of 30 pupils in the survey.',
	'At Larkspindle the Pupil Premium lead meets parents each Monday in May and June.',
	'Rosalind Foxglove and Mr Lanternby followed Willow class. Poppy seeds grow on the sill.',
	'English and maths: White Rose, Little Wandle and Times Tables Rock Stars are used well.',
	'Pupils study Henry VIII, Queen Victoria, Macbeth and the Great Fire of London; they know Diwali and Eid.',
	'At St Mary’s church, by the River Blackwater in Essex County, Year 5 sang.',
	'Behaviour is good, and children work at the expected standard. It is a must-have.',
	'“You must try,” said a child, “or it is inadequate.”',
];

describe('the desk check is silent', () => {
	test.each(ordinary)('about “%s”', (words) => {
		expect(looks({ process: [words] })).toEqual([]);
	});
	test('about pupils’ own words in a quotation, but for names and numbers in them', () => {
		const pupils = [{ words: 'You must ask Jaden, he helps two children.', year: 'Year 4' }];
		const quote: EditionBlock = { is: 'quote', paragraphs: [[{ words: 'We must be outstanding.' }]] };
		const report = {
			strengths: [{ is: 'finding', finding: says('Talk is taught.', { pupils }) } as const, quote],
		};
		expect(looks(report).map(({ words, place }) => [words, place])).toEqual([
			['Jaden', { finding: 'Talk is taught.' }],
			['two children', { finding: 'Talk is taught.' }],
		]);
	});
});

test.each([
	['Mrs Okonjo-Bell explains well.', 'Mrs Okonjo-Bell'],
	['Mr. Smith’s class was calm.', 'Mr. Smith'],
	['Jaden told us that he reads.', 'Jaden'],
	['“Amir helps me,” said a child.', 'Amir'],
	['We heard Poppy read to Ada Quince.', 'Poppy Ada Quince'],
	// Of the team is an Idris Lanternby.
	['Mr Lanternbyson taught well.', 'Mr Lanternbyson'],
	['The Year 4 teacher asked open questions.', 'Year 4 teacher'],
])('NFS-9 a name in “%s”: %s', (words, names) => {
	expect(found('names', words).join(' ')).toBe(names);
});

test.each([
	['3 of 5 pupils read daily.', '3 of 5 pupils'],
	['six out of the eight boys and 4/7 girls', 'six out of the eight boys, 4/7 girls'],
	['Two children left early; one pupil with SEND stayed.', 'Two children, one pupil'],
	['50% of the 6 pupils, a cohort of six, n = 4', '6 pupils, cohort of six, n = 4'],
	['Only one child reached it, and one quiet child nearly.', 'one child, one quiet child'],
	['3 Year 4 pupils and 5 disadvantaged pupils in Year 5', '3 Year 4 pupils, 5 disadvantaged pupils'],
	['One teacher models each step; three members of staff do not.', 'One teacher, three members of staff'],
])('a number of few people in “%s”: %s', (words, numbers) => {
	expect(found('numbers', words).join(', ')).toBe(numbers);
});

test('how few is the protocol’s: from one on, any number is given', () => {
	const of = (numbersFrom: number) =>
		looks(
			{ process: ['Eight pupils and four parents came.'] },
			{ draft: { ...family, report: { ...family.report, numbersFrom } } },
		).map(({ words }) => words);
	expect([of(10), of(6), of(1)]).toEqual([['Eight pupils', 'four parents'], ['four parents'], []]);
});

test('words to avoid are the protocol’s, with their reasons; in any letters, as words of their own', () => {
	const avoids = [{ words: ['must', 'must not', 'don’t'], why: 'The school decides.' }];
	const draft = { ...family, report: { ...family.report, avoids } };
	const process = ["The school MUST not wait; a must-see mustard. They don't. It must."];
	expect(looks({ process }, { draft }).map(({ words, why }) => [words, why])).toEqual([
		['MUST not', 'The school decides.'],
		["don't", 'The school decides.'],
		['must', 'The school decides.'],
	]);
	expect(found('avoided', 'Teaching is outstanding.')).toEqual(['outstanding']);
});

describe('one occurrence is one entry', () => {
	test('the same words in one place are counted; in another place they are another', () => {
		const report = {
			process: ['Jaden reads. Then we asked jaden and Jaden.', 'Jaden again.'],
			questions: ['What does Jaden think?'],
		};
		expect(looks(report).map(({ words, place, times }) => [words, place, times])).toEqual([
			['Jaden', { heading: 'questions' }, 1],
			['Jaden', { heading: 'process' }, 3],
		]);
	});
	test('what one rule finds no other finds again, and it is shown in its sentence', () => {
		const sentence = `Mrs Okonjo-Bell ${'patiently and kindly '.repeat(12)}explains.`;
		expect(looks({ process: [`All is calm. ${sentence}`, 'One Year 4 teacher asked.'] })).toMatchObject([
			{ check: 'names', words: 'Mrs Okonjo-Bell', within: expect.stringMatching(/^Mrs Okonjo-Bell .* …$/) },
			{ check: 'names', words: 'Year 4 teacher', within: 'One Year 4 teacher asked.' },
		]);
	});
	test('what it was seen in tells whether it is the same still', () => {
		const seenIn = (...process: string[]) => looks({ process })[0]!.seenIn;
		expect(seenIn('Jaden reads. All is calm.')).toEqual(seenIn('All is very calm.', 'Jaden reads.'));
		expect(seenIn('Jaden reads. Jaden writes.')).not.toEqual(seenIn('Jaden reads.'));
	});
});

describe('what is said without a finding', () => {
	const stated = (...blocks: (string | EditionBlock)[]) =>
		looks({ strengths: blocks }).map(({ check, times }) => [check, times]);
	test('is one entry for a heading that the protocol fills from findings', () => {
		expect(stated('Pupils talk about the books they read. They read to each other.')).toEqual([
			['unfounded', 2],
		]);
		expect(looks({ process: ['Pupils talk about the books they read.'] })).toEqual([]);
	});
	test('is none where a finding stands beside it, where it asks, or where it says that there is nothing', () => {
		const finding: EditionBlock = { is: 'finding', finding: says('Reading is taught.') };
		expect(stated('Pupils talk about the books they read.', finding)).toEqual([]);
		expect(stated('What would pupils say about the books?', 'Nothing beyond what stands above.')).toEqual([]);
	});
});

describe('the report as a whole', () => {
	const of = (id: string): EditionBlock => ({ is: 'finding', finding: says(id) });
	const kinds = { s1: 'strength', s2: 'strength', d1: 'development', d2: 'development' };
	test('NFS-10 KSA-15 is in balance as the protocol asks', () => {
		const uneven = { strengths: [of('s1')], development: [of('d1'), of('d2')] };
		expect(looks(uneven, { kinds })).toMatchObject([
			{
				check: 'balance',
				place: { heading: 'strengths' },
				words: 'There are 2 findings of the kind ‘Area for development’ and 1 of the kind ‘Strength’.',
			},
		]);
		expect(looks(uneven, { kinds, draft: trios })).toEqual([]);
		expect(looks({ development: [of('d1')] }, { kinds, draft: trios })).toHaveLength(1);
		expect(looks({ ...uneven, strengths: [of('s1'), of('s2')] }, { kinds })).toEqual([]);
		expect(looks({ strengths: [], development: [of('d1')] }, { kinds, draft: consortium })).toEqual([]);
	});
	test('KSA-15 has what is good first, where the protocol says so', () => {
		const turned = { strengths: [of('d1'), of('s1')], development: [of('d2')] };
		expect(looks(turned, { kinds, draft: trios })).toMatchObject([
			{
				place: { finding: 'd1' },
				words: 'A finding on what could be better stands before one on what is good.',
			},
		]);
		expect(looks({ ...turned, strengths: [of('s1'), of('d1')] }, { kinds, draft: trios })).toEqual([]);
		expect(looks({ ...turned, strengths: [of('d1'), of('s1'), of('s2')] }, { kinds })).toEqual([]);
	});
	test('is as long as agreed, and says so anew for each hundred words', () => {
		const long = (count: number) => looks({ process: [Array(count).fill('word').join(' ')] });
		expect(long(1500)).toEqual([]);
		expect(long(1510)).toMatchObject([
			{ check: 'length', words: 'The report has 1510 words; you agreed on 1500 at most.' },
		]);
		expect(long(1510)[0]!.seenIn).toEqual(long(1590)[0]!.seenIn);
		expect(long(1510)[0]!.seenIn).not.toEqual(long(1601)[0]!.seenIn);
	});
});

test('two hundred pages in one paragraph are read in the time of a page load', () => {
	const process = [
		ordinary.join(' ').repeat(300),
		...['A ', 'one ', 'a', '“', '?', 'Mr ', 'Year 1', 'two '].map((words) => `${words.repeat(100_000)}.`),
		'Two pupils read. '.repeat(20_000),
		Array.from({ length: 20_000 }, (_, nth) => `Ab${'cdefghij'[nth % 8]!.repeat(nth % 90)} Quince`).join(
			', ',
		),
	];
	const begun = performance.now();
	expect(new Set(looks({ process }).map(({ check }) => check))).toEqual(
		new Set(['names', 'numbers', 'length']),
	);
	expect(performance.now() - begun).toBeLessThan(5_000);
});
