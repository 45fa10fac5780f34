import type { EditionBlock } from '#domain/report/body.ts';
import { network } from '#domain/protocol/presets/network.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import type { Printing } from '#domain/report/report-paper.ts';

const seen =
	'In every year group we visited, pupils went back to a piece of writing with the questions their teacher had left, and could say what they changed and why it is better now. ';
const effect =
	'So they rely less on the adult beside them, and the second draft is the one they are proud of. ';

/**
 * As long a report as teams write: fifteen pages, five headings, 25 findings with quotes, lists and text between them. Each time another
 * in every paragraph, as one review's is from the next's: nothing that was laid out before can be used again.
 */
export const largeReport = (time: number): Printing => ({
	protocol: network as Protocol,
	signing: { team: [], hostHeads: [] } as unknown as Printing['signing'],
	edition: {
		number: 3,
		corrects: null,
		reason: null,
		body: {
			host: 'Fernmarsh Primary School',
			kind: 'Themed review',
			focus: 'Do pupils use the feedback they are given, and does it help?',
			firstDay: '2026-11-19',
			lastDay: '2026-11-20',
			team: Array.from({ length: 6 }, (_, nth) => ({ name: `Reviewer ${nth}`, role: 'reviewer' })),
			headings: Array.from({ length: 5 }, (_, nth) => ({
				key: `heading-${nth}`,
				label: `Heading ${nth + 1}`,
				blocks: Array.from({ length: 5 }, (__, at) => blocks(nth, at, `${time} `)).flat(),
			})),
		},
		digest: '',
		madeBy: 'Reviewer 1',
		madeAt: new Date('2026-11-20T16:00:00Z'),
		publishedAt: new Date('2026-11-27T16:00:00Z'),
		signOffs: [],
	},
	remarks: Array.from({ length: 4 }, (_, nth) => ({
		id: String(nth),
		kind: 'host response',
		heading: 'response',
		author: 'Rosalind Inkwell',
		authorRole: 'headteacher',
		words: `${time} ${effect.repeat(4)}\n\n${seen.repeat(3)}`,
		writtenAt: new Date('2026-11-24T09:00:00Z'),
	})),
	restriction: 'Restricted to those it was shared with; not exempt from the law on access to information.',
});

function blocks(heading: number, at: number, time: string): EditionBlock[] {
	return [
		{
			is: 'finding',
			finding: {
				id: `${heading}-${at}`,
				seen: time + seen.repeat(2),
				effect: time + effect,
				letter: 'ABCDE'[at]!,
				evidence: 7,
				sources: ['Lesson observation', 'Books', 'Talking with pupils'],
				contradictsHost: at === 3,
				pupils: [{ words: 'My marker helps me go further than I would by myself.', year: 'Year 4' }],
			},
		},
		{ is: 'subheading', runs: [{ words: `Beside finding ${at + 1}` }] },
		{
			is: 'paragraph',
			runs: [{ words: time + seen }, { words: effect, bold: true }, { words: seen, italic: true }],
		},
		{
			is: 'list',
			ordered: at % 2 === 0,
			items: Array.from({ length: 3 }, () => [
				{ is: 'paragraph' as const, runs: [{ words: time + effect }] },
			]),
		},
	];
}
