import { randomUUIDv7 } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import type { EditionBlock, EditionBody } from '#domain/report/body.ts';
import { findingsOf } from '#domain/report/queries.server.ts';
import { key, published, upForSigning } from '#domain/report/written-report.fixture.ts';
import { release } from '#domain/review/deeds/sharing.server.ts';
import type { Paper } from '#platform/print/paper.ts';
import { readPdf, tagsOf } from '#platform/print/read-pdf.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { planAction } from '../deeds/actions.server.ts';
import type { ToldImpact } from '../impact/impact.ts';
import { onOneSide, printSummary, summaryAsPage } from './summary.server.ts';
import { sentence, type Summarised, summaryPaper } from './summary.ts';

const protocol = presetNamed('network');
const long = 'In every room we saw pupils going back to what they had written, and saying why they did. ';
const finding = (seen: string, more: object = {}): EditionBlock => ({
	is: 'finding',
	finding: {
		...{ id: randomUUIDv7(), seen, effect: 'So they go on by themselves.', letter: 'A', evidence: 3 },
		...{ sources: ['Pupils'], contradictsHost: false, pupils: [{ words: 'I like it', year: 'Year 4' }] },
		...more,
	},
});
const body = (strengths: EditionBlock[], better: EditionBlock[]): EditionBody => ({
	...{ host: 'Fernmarsh', kind: 'Themed review', focus: 'Do pupils use feedback?' },
	...{ firstDay: '2026-11-19', lastDay: '2026-11-19', team: [{ name: 'Edie Papermoon', role: 'reviewer' }] },
	headings: [
		{ key: 'strengths', label: 'Strengths', blocks: strengths },
		{ key: 'development', label: 'Areas for development', blocks: better },
	],
});
const summarised = (more: Partial<Summarised>): Summarised => ({
	...{ protocol, body: body([], []), lines: [], actions: [], impact: [] },
	...more,
});
const items = (paper: Paper) =>
	paper.blocks.flatMap((block) =>
		block.is === 'list'
			? [block.items.map(([part]) => (part?.is === 'paragraph' ? part.runs[0]!.words : ''))]
			: [],
	);

describe('a summary for governors', () => {
	test('says each finding in its own first sentence, strengths first; nothing of evidence, and nobody’s name', () => {
		const paper = summaryPaper(
			summarised({
				body: body(
					[finding('Books are read. They are loved.'), finding('Out of the way.', { outsideFocus: true })],
					[finding('Pens are short.')],
				),
				lines: [{ letter: 'A', question: 'Who reads?' }],
				actions: [
					{ title: 'Buy pens', due: '2027-01-08', progress: 'under way' },
					{ title: 'Read more', due: '2026-12-18', progress: 'done' },
				],
			}),
			12,
		);
		expect(items(paper)).toEqual([
			['A: Who reads?'],
			['Books are read.', 'Out of the way. (Outside the focus.)'],
			['Pens are short.'],
			['Buy pens (by Friday 8 January 2027)', 'Read more (done)'],
		]);
		expect(JSON.stringify(paper)).not.toMatch(/Papermoon|I like it|3 pieces|So they go on/);
	});

	test('CSC-29 says what has changed under which heading, with its figures; and where there are none, that there are none', () => {
		const [{ key, label }] = protocol.followUp.impactHeadings as [{ key: string; label: string }];
		const one = (words: string, measure: ToldImpact['measure'] = null): ToldImpact => ({
			...{ id: randomUUIDv7(), heading: key, words, measure, pupils: '', action: null },
			...{
				toldBy: 'Priya Lanternby',
				toldAt: new Date(0),
				former: [],
				version: 1,
				source: '',
				inspectedOn: null,
			},
		});
		const shown = (impact: ToldImpact[]) => items(summaryPaper(summarised({ impact }), 12));
		expect(shown([])).toEqual([]);
		expect(shown([one('All plan. Really.')])).toEqual([
			['No measured impact: what is told here is in words.', `${label}: All plan. Really.`],
		]);
		const measure = { what: 'Rooms', before: '2', now: '11' };
		const some = { ...one('More do.\nIn Year 1 nothing changed.', measure), pupils: 'Year 5 girls' };
		expect(shown([one('All plan.'), some])).toEqual([
			[
				`${label}, Year 5 girls: More do. In Year 1 nothing changed. (Rooms: 2 before, 11 now)`,
				`${label}: All plan.`,
			],
		]);
		expect(shown([one('word '.repeat(90))])[0]![1]).toMatch(/word …$/);
	});

	test('takes what the writers wrote where they made no findings', () => {
		const blocks: EditionBlock[] = [
			{
				is: 'paragraph',
				runs: [{ words: 'All ' }, { words: 'is', bold: true }, { words: ' well. Really.' }],
			},
			{ is: 'list', ordered: false, items: [[{ is: 'paragraph', runs: [{ words: 'Calm halls' }] }]] },
		];
		expect(items(summaryPaper(summarised({ body: body(blocks, []) }), 5))).toEqual([
			['All is well.', 'Calm halls'],
		]);
	});

	test('is one side of A4 however much was found, and says how much more there is', async () => {
		const many = (count: number, words: string) =>
			Array.from({ length: count }, (_, nth) => finding(`${nth + 1} ${words}`));
		for (const [count, words] of [
			[6, 'Short.'],
			[30, long],
			[60, long.repeat(4).replaceAll('. ', ', ')],
		] as const) {
			const { paper, bytes, sides } = onOneSide(
				summarised({
					body: { ...body(many(count, words), many(count, words)), focus: long.repeat(5) },
					lines: Array.from({ length: 12 }, (_, nth) => ({ letter: 'ABCDEFGHIJKL'[nth]!, question: long })),
					actions: many(20, words).map(() => ({
						...{ title: long.slice(0, 80), due: '2027-01-08', progress: 'not started' as const },
					})),
				}),
			);
			expect(sides).toBe(1);
			const pdf = await readPdf(bytes);
			expect(pdf.pages).toBe(1);
			const strengths = items(paper)[1]!;
			const shown = strengths.filter((one) => !one.startsWith('and ')).length;
			expect(shown).toBeGreaterThan(0);
			expect(strengths.length > shown ? strengths.at(-1) : `and ${count - shown} more in the report`).toBe(
				`and ${count - shown} more in the report`,
			);
			expect(tagsOf(pdf.tags, /^H1$/).map((tag) => tag.words)).toEqual([
				...['Lines of enquiry', 'Strengths', 'Areas for development', 'What happens next'],
			]);
		}
	});

	test('ends a sentence where it ends, not at a title or a figure, and cuts between words', () => {
		expect(sentence('About 4.5 of 10 e.g. read daily. Others do not.')).toBe(
			'About 4.5 of 10 e.g. read daily.',
		);
		expect(sentence('word '.repeat(90))).toMatch(/^(word )+…$/);
	});
});

forEachEngine((database) => {
	describe('a summary for governors', () => {
		const take = (review: PreparedReview, someone: 'host' | 'reviewer' | 'governor' | 'otherHead') =>
			review.as(someone, async (ctx) => ({
				page: await summaryAsPage(ctx, review.reviewId),
				pdf: await printSummary(ctx, review.reviewId),
			}));
		const nothing = { page: null, pdf: null };

		test('NFS-12 is read by whoever reads the published report, governors once it is opened to them, each as much as they may see', async () => {
			const review = await preparedReview(database());
			await upForSigning(review);
			expect(await take(review, 'host')).toEqual(nothing);
			const other = await preparedReview(database());
			await published(other);
			const [found] = await other.as('host', (ctx) => findingsOf(ctx, key(other)));
			await other.as('host', (ctx) =>
				planAction(ctx, {
					...{ id: randomUUIDv7(), reviewId: other.reviewId, findingId: found!.id },
					...{ title: 'Buy pens', owner: 'The head', due: '2027-01-08', measureOfSuccess: 'Pens.' },
				}),
			);
			const hosts = await take(other, 'host');
			expect(JSON.stringify(hosts.page)).toContain('Buy pens');
			expect(JSON.stringify(hosts.page)).toContain('What do pupils do with marking?');
			expect(hosts.pdf!.fileName).toBe('summary-fernmarsh-2026-11-19.pdf');
			for (const someone of ['governor', 'otherHead'] as const)
				expect(await take(other, someone)).toEqual(nothing);

			const opened = { id: randomUUIDv7(), reviewId: other.reviewId, thing: 'report', audience: 'governors' };
			expect(await other.as('host', (ctx) => release(ctx, opened))).toMatchObject({ is: 'done' });
			const governors = await take(other, 'governor');
			expect(JSON.stringify(governors.page)).toContain('Seen strength');
			expect(JSON.stringify(governors.page)).not.toMatch(/Buy pens|What do pupils do with marking/);
			expect(await take(other, 'otherHead')).toEqual(nothing);
		});
	});
});
