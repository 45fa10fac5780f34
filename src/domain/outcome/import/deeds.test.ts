import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { foundedPartnership, newPerson, type Founded } from '#domain/partnership/founded.fixture.ts';
import type { Outcome } from '#platform/outcome.ts';
import { forEachEngine } from '#test/database.ts';
import { enterMeasure } from '../actions.server.ts';
import { schoolSeries } from '../queries.server.ts';
import { bringIn, discardReading, openReading, sayColumns, undoImport } from './deeds.server.ts';
import { readingScreen, importsScreen } from './screen.server.ts';
import { schoolsOf } from './queries.server.ts';
import { endReading } from './reading-store.server.ts';
import { sheetOf } from './sheet.ts';

forEachEngine((database) => {
	let home: Founded;
	let [head, otherHead, governor, administrator] = ['', '', '', ''];
	let schools: string[] = [];
	const day = '2026-11-02';

	beforeAll(async () => {
		home = await foundedPartnership(database());
		head = await home.invited('headteacher', home.members[0]);
		otherHead = await home.invited('headteacher', home.members[1]);
		governor = await home.invited('governor', home.members[0]);
		administrator = await home.invited('administrator');
		schools = await home.as(home.chair, async (ctx) =>
			(await schoolsOf(ctx, home.partnershipId, 'all')).map(({ id }) => id),
		);
	});

	const columns = [
		{ what: 'school', group: 'all' },
		{ what: 'year', group: 'all' },
		{ what: 'pupils', group: 'all' },
		{ what: 'phonics expected', group: 'all' },
	];
	/** Chooses a spreadsheet, and says what its columns are. */
	async function chosen(by: string, rows: string[], on = day): Promise<string> {
		const readingId = randomUUIDv7();
		const { partnershipId } = home;
		await home.as(
			by,
			async (ctx) => {
				const file = { name: 'phonics.csv', bytes: 100 };
				expect(await openReading(ctx, { id: readingId, partnershipId, file })).toMatchObject({ is: 'done' });
				const sheet = sheetOf(['School|Year|Pupils|Phonics', ...rows].map((row) => row.split('|')))!;
				await endReading(ctx, { partnershipId, readingId }, { sheet });
				expect(await sayColumns(ctx, { partnershipId, readingId, columns })).toEqual({
					is: 'done',
					value: null,
				});
			},
			on,
		);
		return readingId;
	}
	const screen = (by: string, readingId: string) =>
		home.as(by, (ctx) => readingScreen(ctx, home.partnershipId, readingId), day);
	const brings = async (by: string, readingId: string, more: object = {}, on = day): Promise<Outcome> => {
		const stamp = (await screen(by, readingId))?.preview?.stamp;
		return home.as(
			by,
			(ctx) => bringIn(ctx, { partnershipId: home.partnershipId, readingId, stamp, ...more }),
			on,
		);
	};
	const undoes = (by: string, importId: string) =>
		home.as(by, (ctx) => undoImport(ctx, { partnershipId: home.partnershipId, importId }), day);
	/** '2024-25 81', of the first school unless said. */
	const figures = async (by: string, school = 0) =>
		(
			await home.as(
				by,
				(ctx) =>
					schoolSeries(
						ctx,
						{ partnershipId: home.partnershipId, schoolId: schools[school]! },
						'phonics expected',
					),
				day,
			)
		)
			?.flatMap(({ runs }) => runs.flatMap(({ points }) => points))
			.flatMap((point) =>
				point.is === 'figures' ? point.figures.map(({ value }) => `${point.year} ${value}`) : [],
			);

	describe('a file of a school’s own', () => {
		let first = '';
		test('CSC-8 is shown before anything is kept: what is new, and what is left out', async () => {
			first = await chosen(head, [
				'Demo school 0|2024|30|70',
				'Demo school 0|2025|28|81',
				'Demo school 1|2025|28|64',
			]);
			const shown = await screen(head, first);
			expect(shown).toMatchObject({ state: 'ready', shares: true });
			expect(shown!.preview).toMatchObject({
				...{ added: 2, changed: 0, same: 0, publisher: 'school' },
				leftOut: [{ why: 'not yours', rows: '4' }],
			});
			expect(await figures(head)).toEqual([]);
			for (const someone of [home.chair, otherHead]) expect(await screen(someone, first)).toBe(null);
		});

		test('is brought in once, however often the form is sent, and is its staff’s alone', async () => {
			for (const _ of [1, 2]) expect(await brings(head, first)).toEqual({ is: 'done', value: null });
			expect(await figures(head)).toEqual(['2023-24 70', '2024-25 81']);
			for (const someone of [otherHead, governor, home.chair]) expect(await figures(someone)).toEqual([]);
			expect(await screen(head, first)).toBe(null);
		});

		test('the same again changes nothing, and says so', async () => {
			const again = await chosen(head, ['Demo school 0|2024|30|70', 'Demo school 0|2025|28|81']);
			expect((await screen(head, again))!.preview).toMatchObject({ added: 0, changed: 0, same: 2 });
			expect(await brings(head, again)).toMatchObject({ is: 'invalid', fields: { '': expect.any(String) } });
			expect(await figures(head)).toEqual(['2023-24 70', '2024-25 81']);
		});

		test('a later one that differs says what it changes, and can be taken back', async () => {
			const later = await chosen(
				head,
				['Demo school 0|2025|28|84', 'Demo school 0|2023|31|66'],
				'2026-11-03',
			);
			expect((await screen(head, later))!.preview).toMatchObject({
				...{ added: 1, changed: 1 },
				changes: [{ was: '81 %', now: '84 %', year: 2025 }],
			});
			expect(await brings(head, later, { sharedWith: ['heads'] }, '2026-11-03')).toMatchObject({
				is: 'done',
			});
			expect(await figures(head)).toEqual(['2022-23 66', '2023-24 70', '2024-25 84']);
			expect(await figures(otherHead)).toEqual(['2022-23 66', '2024-25 84']);
			expect(await undoes(otherHead, later)).toEqual({ is: 'missing' });
			for (const _ of [1, 2]) expect(await undoes(head, later)).toEqual({ is: 'done', value: null });
			expect(await figures(head)).toEqual(['2023-24 70', '2024-25 81']);
			expect(await figures(otherHead)).toEqual([]);
		});

		test('what was entered by hand since stays when the file is taken back, and that is said', async () => {
			const entry = { id: randomUUIDv7(), partnershipId: home.partnershipId, schoolId: schools[0] };
			const said = { measure: 'phonics expected', year: '2025', value: '79', pupils: '28' };
			expect(
				await home.as(head, (ctx) => enterMeasure(ctx, { ...entry, ...said }), '2026-12-01'),
			).toMatchObject({ is: 'done' });
			const { imports } = (await home.as(head, (ctx) => importsScreen(ctx, home.partnershipId)))!;
			expect(imports.map(({ since, undoneAt }) => [since, undoneAt !== null])).toEqual([
				[0, true],
				[1, false],
			]);
			await undoes(head, first);
			expect(await figures(head)).toEqual(['2024-25 79']);
		});

		test('if something is brought in meanwhile, what it changes is shown anew before it counts', async () => {
			const [one, two] = [
				await chosen(head, ['Demo school 0|2019|30|60']),
				await chosen(head, ['Demo school 0|2019|30|61']),
			];
			const { stamp } = (await screen(head, two))!.preview!;
			expect(await brings(head, one)).toMatchObject({ is: 'done' });
			expect(await brings(head, two, { stamp })).toEqual({ is: 'conflict', current: null });
			expect((await screen(head, two))!.preview).toMatchObject({ changed: 1 });
		});
	});

	describe('whoever organises', () => {
		test('CSC-8 brings in all schools’, which opens none to anybody else', async () => {
			const file = await chosen(administrator, ['Demo school 0|2017|30|55', 'Demo school 1|2017|30|77']);
			expect((await screen(administrator, file))!.shares).toBe(false);
			expect(await brings(administrator, file, { sharedWith: ['heads', 'partnership'] })).toMatchObject({
				is: 'done',
			});
			expect(await figures(administrator, 1)).toEqual(['2016-17 77']);
			expect(await figures(otherHead, 1)).toEqual(['2016-17 77']);
			for (const someone of [head, home.chair, governor]) expect(await figures(someone, 1)).toEqual([]);
		});

		test('knows of every file, and takes any back', async () => {
			const file = await chosen(otherHead, ['Demo school 1|2016|30|50']);
			await brings(otherHead, file);
			const { imports } = (await home.as(administrator, (ctx) => importsScreen(ctx, home.partnershipId)))!;
			expect(imports.map(({ id }) => id)).toContain(file);
			expect(await undoes(administrator, file)).toMatchObject({ is: 'done' });
			expect(await figures(otherHead, 1)).toEqual(['2016-17 77']);
		});
	});

	test('what columns are is kept for the next file with the same headings, of whomever', async () => {
		const readingId = randomUUIDv7();
		const { partnershipId } = home;
		await home.as(otherHead, async (ctx) => {
			await openReading(ctx, { id: readingId, partnershipId, file: { name: 'b.csv', bytes: 9 } });
			const sheet = sheetOf(
				['School|Year|Pupils|Phonics', 'Demo school 1|2025|30|70'].map((row) => row.split('|')),
			)!;
			await endReading(ctx, { partnershipId, readingId }, { sheet });
		});
		expect((await screen(otherHead, readingId))!.columns).toMatchObject({
			isKept: true,
			columns: columns.map((use) => ({ use })),
		});
		const wrong = { partnershipId, readingId, columns: columns.slice(0, 3) };
		expect(await home.as(otherHead, (ctx) => sayColumns(ctx, wrong))).toEqual({ is: 'missing' });
		const none = { partnershipId, readingId, columns: columns.map((use) => ({ ...use, what: '' })) };
		expect(await home.as(otherHead, (ctx) => sayColumns(ctx, none))).toMatchObject({
			is: 'invalid',
			fields: { '': expect.stringContaining('URN') },
		});
		for (const _ of [1, 2])
			await home.as(otherHead, (ctx) => discardReading(ctx, { partnershipId, readingId }));
		expect(await screen(otherHead, readingId)).toBe(null);
	});

	test('R6 nobody else brings anything in, and others’ schools stay out of reach', async () => {
		const asked = (more: object = {}) => ({
			...{ id: randomUUIDv7(), partnershipId: home.partnershipId, file: { name: 'a.csv', bytes: 9 } },
			...more,
		});
		expect(await home.as(governor, (ctx) => openReading(ctx, asked()))).toEqual({ is: 'denied' });
		const stranger = await newPerson(database());
		expect(await home.as(stranger, (ctx) => openReading(ctx, asked()))).toEqual({ is: 'missing' });
		for (const [more, field] of [
			[{ schoolId: schools[1] }, 'schoolId'],
			[{ year: 'soon' }, 'year'],
			[{ file: { name: '', bytes: 0 } }, 'file'],
			[{ file: { name: 'big.csv', bytes: 50_000_000 } }, 'file'],
		] as const)
			expect(await home.as(head, (ctx) => openReading(ctx, asked(more)))).toMatchObject({
				is: 'invalid',
				fields: { [field]: expect.any(String) },
			});
	});
});
