import { aside, heading, type Paper, paragraphs } from './paper.ts';

/** A paper with one of everything. */
export const everything: Paper = {
	title: 'Peer review at Fernmarsh',
	kicker: 'Themed review',
	authors: ['Rosalind Inkwell', 'Edie Papermoon'],
	restriction: 'Restricted to those it was shared with.',
	blocks: [
		{
			is: 'facts',
			facts: [
				{ term: 'Focus', words: 'Do pupils use what they are told?' },
				{ term: 'When', words: 'Thursday 19 November 2026' },
			],
		},
		{ is: 'notice', words: 'Not yet published.' },
		heading(1, 'Strengths'),
		...paragraphs('Pupils go back to what they wrote.\nThey say why.\n\nIt is so in every year.'),
		{
			is: 'paragraph',
			runs: [
				{ words: 'Books show ' },
				{ words: 'corrections', bold: true },
				{ words: ' and ' },
				{ words: 'second tries', italic: true },
				{ words: ', some ' },
				{ words: 'both', bold: true, italic: true },
				{ words: '. <b>&amp; *x* #y' },
			],
		},
		{ is: 'quote', paragraphs: [[{ words: 'My marker helps me go further.' }]], by: 'A pupil, Year 4' },
		aside('Line A. Rests on 3 pieces of evidence.'),
		heading(2, 'In the early years'),
		{
			is: 'list',
			ordered: false,
			items: [
				[{ is: 'paragraph', runs: [{ words: 'Talk comes first' }] }],
				[
					{ is: 'paragraph', runs: [{ words: 'Then writing' }] },
					{
						is: 'list',
						ordered: true,
						items: [
							[{ is: 'paragraph', runs: [{ words: 'in sand' }] }],
							[{ is: 'paragraph', runs: [{ words: 'on paper' }] }],
						],
					},
				],
			],
		},
		heading(1, 'Areas for development'),
		{
			is: 'list',
			ordered: true,
			items: [
				[{ is: 'paragraph', runs: [{ words: 'First' }] }],
				[{ is: 'paragraph', runs: [{ words: 'Second' }] }],
			],
		},
		{ is: 'quote', paragraphs: [[{ words: 'What a policy says.' }], [{ words: 'And again.' }]] },
		heading(1, 'Signatures'),
		{
			is: 'table',
			columns: [
				{ label: 'Name', share: 2 },
				{ label: 'Signed', share: 3 },
			],
			rows: [
				[paragraphs('Rosalind Inkwell'), paragraphs('Friday 20 November 2026')],
				[paragraphs('Edie Papermoon'), []],
			],
		},
	],
};
