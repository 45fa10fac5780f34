import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { foundedPartnership, type Founded } from '#domain/partnership/founded.fixture.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { forEachEngine } from '#test/database.ts';
import { enterMeasure } from '../actions.server.ts';
import type { MeasureKey } from '../measures.ts';
import { circlesOf, enteredFigures } from '../own-queries.server.ts';
import { correctFigure, shareFigures, withdrawFigure } from '../own.server.ts';
import { schoolSeries } from '../queries.server.ts';
import { bringIn, openReading, sayColumns, sayPublisher, undoImport } from './deeds.server.ts';
import { forgetReadings } from './forgetting.server.ts';
import { schoolsOf } from './queries.server.ts';
import { endReading } from './reading-store.server.ts';
import { importsScreen, readingScreen } from './screen.server.ts';
import { sheetOf } from './sheet.ts';
import type { Statement } from './statements.ts';

forEachEngine((database) => {
	let home: Founded;
	let [head, otherHead, governor, administrator] = ['', '', '', ''];
	let schoolId = '';
	const measure: MeasureKey = 'phonics expected';

	beforeEach(async () => {
		home = await foundedPartnership(database());
		head = await home.invited('headteacher', home.members[0]);
		otherHead = await home.invited('headteacher', home.members[1]);
		governor = await home.invited('governor', home.members[0]);
		administrator = await home.invited('administrator');
		[schoolId] = (await home.as(home.chair, async (ctx) =>
			(await schoolsOf(ctx, home.partnershipId, [home.members[0]])).map(({ id }) => id),
		)) as [string];
	});

	const does = (
		by: string,
		deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>,
		input: object,
		day = '2026-11-02',
	) => home.as(by, (ctx) => deed(ctx, { partnershipId: home.partnershipId, schoolId, ...input }), day);
	/** Reads a spreadsheet of phonics: 'year|group|pupils|figure'. */
	async function chosen(by: string, rows: string[], day = '2026-11-02'): Promise<string> {
		const readingId = randomUUIDv7();
		await does(by, openReading, { id: readingId, file: { name: 'phonics.csv', bytes: 9 } }, day);
		const sheet = sheetOf(['Year|Group|Pupils|Phonics', ...rows].map((row) => row.split('|')))!;
		const columns = ['year', 'group', 'pupils', measure].map((what) => ({ what, group: 'all' }));
		await home.as(
			by,
			(ctx) => endReading(ctx, { partnershipId: home.partnershipId, readingId }, { sheet }),
			day,
		);
		expect(await does(by, sayColumns, { readingId, columns }, day)).toMatchObject({ is: 'done' });
		return readingId;
	}
	const screen = (by: string, readingId: string) =>
		home.as(by, (ctx) => readingScreen(ctx, home.partnershipId, readingId));
	async function brings(by: string, readingId: string, more: object = {}, day = '2026-11-02'): Promise<void> {
		const stamp = (await screen(by, readingId))?.preview?.stamp;
		expect(await does(by, bringIn, { readingId, stamp, ...more }, day)).toEqual({ is: 'done', value: null });
	}
	/** '2024-25 girls 81'. */
	const figures = async (by: string, of: MeasureKey = measure) =>
		(await home.as(by, (ctx) =>
			schoolSeries(ctx, { partnershipId: home.partnershipId, schoolId }, of),
		))!.flatMap(({ group, runs }) =>
			runs
				.flatMap(({ points }) => points)
				.flatMap((point) =>
					point.is === 'figures' ? point.figures.map(({ value }) => `${point.year} ${group} ${value}`) : [],
				),
		);

	describe('CSC-8 a file with the marks of DfE’s', () => {
		const statement: Statement = {
			...{ row: 2, schoolId: '', urn: 115851, measure: 'ks2 rwm expected', group: 'all', year: '2024-25' },
			...{ value: 63, pupils: 60, few: false },
		};
		async function read(by: string, marked = true): Promise<string> {
			const readingId = randomUUIDv7();
			await does(by, openReading, { id: readingId, file: { name: 'ks2.csv', bytes: 9 } });
			await home.as(by, (ctx) =>
				endReading(
					ctx,
					{ partnershipId: home.partnershipId, readingId },
					{
						read: {
							...{ layout: 'The layout of DfE’s', publisher: 'school', marked, rows: 1, leftOut: [] },
							statements: [{ ...statement, schoolId }],
						},
					},
				),
			);
			return readingId;
		}

		test('is the school’s own unless whoever brings it says that DfE published it', async () => {
			const file = await read(head);
			expect((await screen(head, file))!.preview).toMatchObject({ publisher: 'school', marked: true });
			await brings(head, file);
			expect(await figures(head, 'ks2 rwm expected')).toEqual(['2024-25 all 63']);
			for (const someone of [otherHead, governor])
				expect(await figures(someone, 'ks2 rwm expected')).toEqual([]);
		});

		test('is everyone’s where they say so; said wrongly, it is taken back and brought in again', async () => {
			const file = await read(head);
			expect(await does(head, sayPublisher, { readingId: file, publisher: 'everybody' })).toMatchObject({
				is: 'invalid',
				fields: { publisher: expect.any(String) },
			});
			expect(await does(otherHead, sayPublisher, { readingId: file, publisher: 'DfE' })).toEqual({
				is: 'missing',
			});
			for (const publisher of ['school', 'DfE'])
				expect(await does(head, sayPublisher, { readingId: file, publisher })).toMatchObject({ is: 'done' });
			expect((await screen(head, file))!.preview).toMatchObject({ publisher: 'DfE' });
			await brings(head, file);
			for (const someone of [otherHead, governor])
				expect(await figures(someone, 'ks2 rwm expected')).toEqual(['2024-25 all 63']);
			await does(head, undoImport, { importId: file });
			await brings(head, await read(head));
			for (const someone of [otherHead, governor])
				expect(await figures(someone, 'ks2 rwm expected')).toEqual([]);
		});

		test('without its marks nobody can say it', async () => {
			const file = await read(head, false);
			expect(await does(head, sayPublisher, { readingId: file, publisher: 'DfE' })).toEqual({
				is: 'missing',
			});
			expect((await screen(head, file))!.preview).toMatchObject({ publisher: 'school' });
		});
	});

	describe('CSC-8 small numbers', () => {
		test('are hidden for what the reader cannot read as well', async () => {
			// Of girls there are four in the other measure, which is not shared: boys and the whole would tell them.
			await brings(head, await chosen(head, ['2025|All pupils|20|80', '2025|Boys|16|75']));
			await does(head, shareFigures, { measure, sharedWith: ['heads'] });
			expect(await figures(otherHead)).toEqual(['2024-25 all 80']);
			const girls = {
				measure: 'phonics by year 2',
				pupilGroup: 'girls',
				year: '2025',
				value: '75',
				pupils: '4',
			};
			await does(head, enterMeasure, { id: randomUUIDv7(), ...girls });
			const boys = {
				measure: 'phonics by year 2',
				pupilGroup: 'boys',
				year: '2025',
				value: '75',
				pupils: '60',
			};
			await does(head, enterMeasure, { id: randomUUIDv7(), ...boys, sharedWith: ['heads'] });
			expect(await figures(otherHead, 'phonics by year 2')).toEqual([]);
		});

		test('of a school are its head’s: whoever organises sees only what they said themselves', async () => {
			const of = { measure, year: '2025', pupilGroup: 'girls', value: '75', pupils: '4' };
			const figureId = randomUUIDv7();
			await does(head, enterMeasure, { id: figureId, ...of, sharedWith: ['partnership'] });
			await does(head, enterMeasure, {
				...{ id: randomUUIDv7(), ...of, pupilGroup: 'all', pupils: '30' },
				sharedWith: ['partnership'],
			});
			const listed = (by: string) =>
				home.as(by, (ctx) =>
					enteredFigures(
						ctx,
						{ partnershipId: home.partnershipId, schoolId, seesSmall: by === head },
						measure,
					),
				);
			expect((await listed(head)).map(({ pupils }) => pupils).toSorted()).toEqual([30, 4]);
			expect((await listed(administrator)).map(({ pupils }) => pupils)).toEqual([30]);
			const change = { figureId, version: '1', value: '50', pupils: '4' };
			expect(await does(administrator, correctFigure, change)).toEqual({ is: 'missing' });
			expect(await does(administrator, correctFigure, { ...change, version: '9' })).toEqual({
				is: 'missing',
			});
			await does(administrator, enterMeasure, {
				...{ id: randomUUIDv7(), ...of },
				year: '2024',
				pupils: '3',
			});
			expect((await listed(administrator)).map(({ pupils }) => pupils)).toEqual([30, 3]);
			// Nor does a file tell: the same figure counts as changed, and what it was is not said.
			const file = await chosen(administrator, ['2025|Girls|4|75', '2025|All pupils|30|75']);
			expect((await screen(administrator, file))!.preview).toMatchObject({
				...{ added: 0, changed: 1, same: 1 },
				changes: [{ was: 'not yours to see', now: '75 %' }],
			});
		});
	});

	describe('an import over a figure of the head’s', () => {
		test('is changed and not new where it is closed to the importer, and its head is told what changed', async () => {
			await brings(head, await chosen(head, ['2025|All pupils|30|70']));
			const file = await chosen(administrator, ['2025|All pupils|30|75'], '2026-11-03');
			expect((await screen(administrator, file))!.preview).toMatchObject({
				...{ added: 0, changed: 1 },
				changes: [{ was: 'not yours to see' }],
			});
			await brings(administrator, file, {}, '2026-11-03');
			expect(await figures(head)).toEqual(['2024-25 all 75']);
			const { imports, changes } = (await home.as(head, (ctx) => importsScreen(ctx, home.partnershipId)))!;
			expect(imports.find(({ id }) => id === file)).toMatchObject({
				broughtById: administrator,
				mayUndo: false,
			});
			expect(changes).toMatchObject([
				{ school: 'Demo school 0', year: 2025, was: '70 %', now: '75 %', fileName: 'phonics.csv' },
			]);
			expect(await does(head, undoImport, { importId: file })).toEqual({ is: 'denied' });
			const others = (await home.as(otherHead, (ctx) => importsScreen(ctx, home.partnershipId)))!;
			expect(others).toEqual({ imports: [], changes: [] });
		});

		test('is open to whom the head let in, and to nobody else', async () => {
			await brings(head, await chosen(head, ['2025|All pupils|30|70']), { sharedWith: ['heads'] });
			await brings(
				administrator,
				await chosen(administrator, ['2025|All pupils|30|75', '2024|All pupils|30|60']),
			);
			expect(await figures(otherHead)).toEqual(['2024-25 all 75']);
			expect(await figures(governor)).toEqual([]);
			await does(
				head,
				enterMeasure,
				{
					...{ id: randomUUIDv7(), measure, year: '2025', value: '76', pupils: '30' },
				},
				'2026-11-09',
			);
			expect(await figures(otherHead)).toEqual(['2024-25 all 76']);
			const asked = { partnershipId: home.partnershipId, schoolId };
			expect(await home.as(head, (ctx) => circlesOf(ctx, asked, measure))).toEqual(['heads']);
			await does(head, shareFigures, { measure, sharedWith: [] });
			expect(await figures(otherHead)).toEqual([]);
		});
	});

	describe('what was said last', () => {
		test('stays when another file said it too and the first is taken back', async () => {
			const first = await chosen(head, ['2025|All pupils|30|70']);
			await brings(head, first);
			const second = await chosen(head, ['2025|All pupils|30|70', '2024|All pupils|30|65'], '2026-11-03');
			await brings(head, second, {}, '2026-11-03');
			const { imports } = (await home.as(head, (ctx) => importsScreen(ctx, home.partnershipId)))!;
			expect(imports.map(({ since }) => since)).toEqual([0, 0]);
			await does(head, undoImport, { importId: first });
			expect(await figures(head)).toEqual(['2023-24 all 65', '2024-25 all 70']);
			await does(head, undoImport, { importId: second });
			expect(await figures(head)).toEqual([]);
		});

		test('is no figure whose comment was put right, and a file that says the same takes no comment off it', async () => {
			const figureId = randomUUIDv7();
			await does(head, enterMeasure, { id: figureId, measure, year: '2025', value: '70', pupils: '30' });
			const same = ['2025|All pupils|30|70', '2024|All pupils|30|65'];
			await brings(head, await chosen(head, same, '2026-11-03'), {}, '2026-11-03');
			await brings(head, await chosen(head, ['2025|All pupils|30|72'], '2026-11-04'), {}, '2026-11-04');
			const put = { figureId, value: '70', pupils: '30', comment: 'A new scheme.' };
			expect(await does(head, correctFigure, { ...put, version: '1' }, '2026-11-05')).toMatchObject({
				is: 'done',
			});
			expect(await figures(head)).toEqual(['2023-24 all 65', '2024-25 all 72']);
			await does(head, correctFigure, { ...put, version: '2', value: '71' }, '2026-11-06');
			expect(await figures(head)).toEqual(['2023-24 all 65', '2024-25 all 71']);
			await does(head, withdrawFigure, { figureId }, '2026-11-07');
			expect(await figures(head)).toEqual(['2023-24 all 65', '2024-25 all 72']);
		});
	});

	test('a file that nobody brought in is forgotten after a day, whoever comes back', async () => {
		const now = new Date('2026-11-03T12:00:01Z');
		const [old, fresh] = [
			await chosen(head, ['2025||30|70']),
			await chosen(head, ['2025||30|71'], '2026-11-03'),
		];
		await forgetReadings(database(), now);
		expect(await screen(head, old)).toBe(null);
		expect(await screen(head, fresh)).not.toBe(null);
	});
});
