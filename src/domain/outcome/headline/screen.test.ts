import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { foundedPartnership, newPerson, type Founded } from '#domain/partnership/founded.fixture.ts';
import { endMembership } from '#domain/partnership/deeds/membership.server.ts';
import { forEachEngine } from '#test/database.ts';
import { enterMeasure } from '../actions.server.ts';
import { schoolsOf } from '../import/queries.server.ts';
import type { MeasureKey } from '../measures.ts';
import { headlineFigures } from './screen.server.ts';

const day = '2026-11-30';

forEachEngine((database) => {
	let home: Founded;
	const heads: string[] = [];
	let deputy = '';

	beforeAll(async () => {
		home = await foundedPartnership(database());
		for (const member of home.members) heads.push(await home.invited('headteacher', member));
		deputy = await home.invited('deputy', home.members[0]);
		const enter = (of: 0 | 1, summer: number, value: number, more: object = {}) =>
			home.as(
				heads[of]!,
				async (ctx) => {
					const [school] = await schoolsOf(ctx, home.partnershipId, [home.members[of]]);
					const figure = { id: randomUUIDv7(), partnershipId: home.partnershipId, schoolId: school!.id };
					expect(
						await enterMeasure(ctx, {
							...{ ...figure, measure: 'phonics expected', year: String(summer), value: String(value) },
							...{ pupils: '30', sharedWith: ['heads'], ...more },
						}),
					).toMatchObject({ is: 'done' });
				},
				day,
			);
		await enter(0, 2024, 71);
		await enter(0, 2026, 80);
		// Five of 25: the rest would tell them.
		await enter(1, 2026, 84, { pupils: '5' });
		await enter(1, 2025, 93, { sharedWith: [] });
	});

	const page = (who: string, asked: MeasureKey | null = null, on = day) =>
		home.as(who, (ctx) => headlineFigures(ctx, home.partnershipId, asked), on);
	const shown = async (who: string) =>
		(await page(who))!.schools.map(({ name, cells, change }) => [
			name,
			...cells.map(({ figures, none }) => none || figures.map(({ words }) => words).join()),
			change,
		]);
	const none = 'none open to you';

	test('HEP-11 CSC-8 schools stand side by side by name, each as far as the reader may see, small numbers hidden', async () => {
		expect(await page(heads[0]!)).toMatchObject({
			...{ measure: 'phonics expected', summers: [2023, 2024, 2025, 2026] },
		});
		const first = [
			'Demo school 0',
			none,
			'71\u00a0%',
			none,
			'80\u00a0%',
			'9 percentage points up, 2024 to 2026',
		];
		expect(await shown(heads[0]!)).toEqual([first, ['Demo school 1', none, none, none, 'not shown', '']]);
		expect(await shown(heads[1]!)).toEqual([
			first,
			['Demo school 1', none, none, '93\u00a0%', 'not shown', ''],
		]);
		// A deputy reads what is their own school’s, and nothing that is the heads’.
		expect((await shown(deputy))[0]).toEqual(first);
		expect((await shown(deputy))[1]).toEqual(['Demo school 1', none, none, none, none, '']);
	});

	test('HEP-11 nothing of a figure goes along but its value and source', async () => {
		const sent = JSON.stringify(await page(heads[0]!));
		for (const kept of ['keys', 'saidBy', '"pupils"', heads[0]!]) expect(sent).not.toContain(kept);
	});

	test('HEP-11 another measure is asked for by its name; nobody from elsewhere sees any', async () => {
		expect(await page(heads[0]!, 'ks2 rwm expected')).toMatchObject({
			...{ measure: 'ks2 rwm expected', summers: [] },
			schools: [{ cells: [] }, { cells: [] }],
		});
		expect(await page(await newPerson(database()))).toBeNull();
	});

	test('HEP-11 a school that has left stands there no more', async () => {
		const leaves = { partnershipId: home.partnershipId, memberId: home.members[1], untilDay: '2026-12-01' };
		expect(await home.as(home.chair, (ctx) => endMembership(ctx, leaves), day)).toMatchObject({
			is: 'done',
		});
		expect((await page(heads[0]!, null, '2026-12-02'))!.schools).toHaveLength(1);
	});
});
