import { expect, test } from 'vitest';
import { readParts } from '#platform/word-file/read-parts.ts';
import { item, paragraph, run, styled, table, wordParts } from '#platform/word-file/word-file.fixture.ts';
import { placed } from './placing.ts';

const headings = [
	{ key: 'strengths', label: 'Strengths' },
	{ key: 'development', label: 'Areas for development' },
	{ key: 'voice', label: 'Pupils’ & parents’ voice' },
];
const laid = async (...body: string[]) => {
	const parts = Object.entries(wordParts(body.join('')));
	const { blocks } = await readParts(new Map(parts.map(([name, part]) => [name, Buffer.from(part)])));
	return placed(blocks, headings);
};
const words = (text: string) => ({ is: 'paragraph', runs: [{ words: text }] });

test('CSC-14 finds the protocol’s headings by their labels, exactly or as people write them, and says which', async () => {
	const pieces = await laid(
		styled('Title', 'Our report'),
		paragraph('By three heads.'),
		styled('Heading1', 'Strengths'),
		paragraph('Calm.'),
		styled('Heading2', 'In the early years'),
		paragraph('Talk.'),
		styled('Heading1', '2. AREAS FOR DEVELOPMENT:'),
		paragraph('Pens.'),
		paragraph(run('Pupils&apos; and parents&apos; voice', '<w:b/>')),
		styled('Quote', 'I like it'),
		styled('Quote', 'So do I'),
		styled('Heading1', 'Next steps'),
		item('Buy pens'),
	);
	expect(pieces).toEqual([
		{ title: 'Our report', heading: null, found: null, blocks: [words('By three heads.')] },
		{
			...{ title: 'Strengths', heading: 'strengths', found: 'exactly' },
			blocks: [words('Calm.'), { is: 'subheading', runs: [{ words: 'In the early years' }] }, words('Talk.')],
		},
		{
			...{ title: '2. AREAS FOR DEVELOPMENT:', heading: 'development', found: 'alike' },
			blocks: [words('Pens.')],
		},
		{
			...{ title: "Pupils' and parents' voice", heading: 'voice', found: 'alike' },
			blocks: [{ is: 'quote', paragraphs: [[{ words: 'I like it' }], [{ words: 'So do I' }]] }],
		},
		{
			...{ title: 'Next steps', heading: null, found: null },
			blocks: [{ is: 'list', ordered: false, items: [[words('Buy pens')]] }],
		},
	]);
});

test('lists keep their depth, up to four; a sentence that only begins like a heading is none', async () => {
	const [piece] = await laid(
		paragraph('Strengths of the school are many.'),
		item('1', 0, 2),
		item('1.1', 1),
		item('1.1.1', 6),
		item('2', 0, 2),
		paragraph('After.'),
	);
	const list = (ordered: boolean, ...items: object[][]) => ({ is: 'list', ordered, items });
	expect(piece!.blocks).toEqual([
		words('Strengths of the school are many.'),
		list(
			true,
			[words('1'), list(false, [words('1.1'), list(false, [list(false, [words('1.1.1')])])])],
			[words('2')],
		),
		words('After.'),
	]);
});

test('a form laid out as a table is read as a form; of any other table each row is an item', async () => {
	const form = await laid(table(['Strengths', 'Calm.'], ['Areas for development', 'Pens.']));
	expect(form.map(({ heading, blocks }) => [heading, blocks])).toEqual([
		['strengths', [words('Calm.')]],
		['development', [words('Pens.')]],
	]);
	const [data] = await laid(table(['Seen', 'So what'], ['Books', 'They read']));
	expect(data!.blocks).toEqual([
		{
			is: 'list',
			ordered: false,
			items: [
				[words('Seen'), words('So what')],
				[words('Books'), words('They read')],
			],
		},
	]);
});

test('nothing that was written is lost, however many headings there are', async () => {
	const pieces = await laid(
		...Array.from(
			{ length: 300 },
			(_, nth) => styled('Heading1', `Heading ${nth}`) + paragraph(`Words ${nth}`),
		),
	);
	const all = JSON.stringify(pieces);
	for (let nth = 0; nth < 300; nth += 1) expect(all).toMatch(new RegExp(`"Heading ${nth}".*"Words ${nth}"`));
	expect(pieces.length).toBeLessThanOrEqual(200);
});
