import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { foundedPartnership } from '#domain/partnership/founded.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { kindOf, measureKeys, partitions, pupilGroups, ranges, type PupilGroup } from './measures.ts';
import type { Said } from './said.ts';
import { suppressed } from './suppress.fixture.ts';

const figure = (
	group: PupilGroup,
	value: number | null,
	pupils: number | null,
	more: Partial<Said> = {},
): Said => ({
	...{
		schoolId: '0192f0c0-0000-7000-8000-000000000001',
		measure: 'ks2 rwm expected',
		group,
		year: '2018-19',
	},
	...{ value, pupils, few: false, publisher: 'school' },
	...more,
});
const dfe = { publisher: 'DfE' } as const;

forEachEngine((database) => {
	const shown = async (...figures: Said[]) =>
		(await suppressed(database(), figures))
			.filter(({ value }) => value !== null)
			.map(({ group, value, publisher }) => `${publisher === 'DfE' ? 'DfE ' : ''}${group} ${value}`);

	describe('what is hidden', () => {
		test('CSC-8 nothing, where all are enough', async () =>
			expect(await shown(figure('all', 63, 60), figure('girls', 61, 28), figure('boys', 66, 32))).toEqual([
				'all 63',
				'girls 61',
				'boys 66',
			]));

		test('CSC-8 fewer than six, and the rest, with which the total would tell them', async () => {
			const all = figure('all', 80, 15);
			expect(await shown(all, figure('girls', 60, 5), figure('boys', 90, 10))).toEqual(['all 80']);
			expect(await shown(all, figure('boys', 90, 10))).toEqual(['all 80']);
			expect(await shown(all, figure('boys', 89, 9))).toEqual(['all 80', 'boys 89']);
		});

		test('CSC-8 what a school says of pupils whose number nobody says, the whole included', async () => {
			expect(await shown(figure('all', 100, null))).toEqual([]);
			expect(await shown(figure('all', 80, 30), figure('EAL', 50, null))).toEqual(['all 80']);
			expect(await shown(figure('all', 80, null), figure('all', 70, 30, dfe))).toEqual([
				'all 80',
				'DfE all 70',
			]);
			expect(await shown(figure('all', 80, null), figure('all', 70, null, dfe))).toEqual(['DfE all 70']);
			expect(await shown(figure('all', 80, 30, dfe), figure('EAL', 50, null, dfe))).toEqual([
				'DfE all 80',
				'DfE EAL 50',
			]);
		});

		test('CSC-8 those of whom it is said that they are few, and not how many', async () => {
			expect(await shown(figure('all', 80, null, { few: true }))).toEqual([]);
			expect(
				await shown(figure('all', 80, 30), figure('girls', 60, null, { few: true }), figure('boys', 90, 26)),
			).toEqual(['all 80']);
		});

		test('CSC-8 DfE’s SUPP with what it leaves to be worked out', async () =>
			expect(
				await shown(
					figure('all', 80, 15, dfe),
					figure('girls', null, 5, dfe),
					figure('boys', 90, 10, dfe),
					figure('disadvantaged', 50, 6, dfe),
					figure('not disadvantaged', 100, 9, dfe),
				),
			).toEqual(['DfE all 80', 'DfE disadvantaged 50', 'DfE not disadvantaged 100']));

		test('the whole cohort, where DfE holds it back or it is too few; a school never hides what DfE publishes of the whole', async () => {
			expect(await shown(figure('all', 80, 5), figure('girls', 71, null), figure('EAL', 50, 8))).toEqual([]);
			expect(await shown(figure('all', null, null, dfe), figure('all', 80, 30))).toEqual([]);
			const [published, girls] = [figure('all', 70, 30, dfe), figure('girls', 71, 14)];
			expect(await shown(published, girls, figure('all', null, null))).toEqual(['DfE all 70', 'girls 71']);
			expect(await shown(published, girls, figure('all', null, 4))).toEqual(['DfE all 70']);
			expect(
				await shown(figure('all', 70, 30), figure('all', null, null, { measure: 'ks2 rwm higher' })),
			).toEqual(['all 70']);
		});

		test('the same children in the other measures of their cohort, and no other children', async () => {
			const [maths, ks1] = [{ measure: 'ks2 maths expected' }, { measure: 'ks1 maths expected' }] as const;
			expect(
				await shown(
					figure('all', 80, 15),
					figure('girls', 60, 5),
					figure('girls', 71, 7, maths),
					figure('girls', 72, 7, ks1),
					figure('girls', 73, 7, { year: '2017-18' }),
					figure('girls', 74, 7, { schoolId: '0192f0c0-0000-7000-8000-000000000002' }),
				),
			).toEqual(['all 80', 'girls 72', 'girls 73', 'girls 74']);
		});

		test('all or none of the whole, where a group is hidden; what DfE publishes of the whole stays', async () => {
			expect(await shown(figure('all', 0, 30), figure('girls', 0, 3))).toEqual([]);
			expect(await shown(figure('all', 100, 30, dfe), figure('girls', 100, 3))).toEqual(['DfE all 100']);
			expect(
				await shown(
					figure('girls', 0, 3),
					figure('disadvantaged', 0, 10),
					figure('not disadvantaged', 0, 20),
				),
			).toEqual([]);
		});

		test('nothing where a group has nobody in it', async () =>
			expect(await shown(figure('all', 80, 30), figure('boys', 80, 30), figure('girls', null, 0))).toEqual([
				'all 80',
				'boys 80',
			]));

		test('progress that was not reckoned for other reasons hides nobody else', async () =>
			expect(
				await shown(figure('all', null, 30, { measure: 'ks2 reading progress' }), figure('all', 70, 30)),
			).toEqual(['all 70']));
	});

	test('CSC-8 how few are too few is what the protocol of the partnership says, from six to ten', async () => {
		const { partnershipId, chair } = await foundedPartnership(database());
		const fewest = () =>
			database().asOwner(async (db) => {
				const { rows } = await sql<{ n: number }>`select fewest_pupils(${partnershipId}) as n`.execute(db);
				return rows[0]!.n;
			});
		const publish = (number: number, document: object) =>
			database().asOwner((db) =>
				db
					.insertInto('protocol_version')
					.values({
						...{ partnership_id: partnershipId, id: randomUUIDv7(), number, title: '' },
						...{ published_by: chair, reason: '' },
						document: JSON.stringify(document),
					})
					.execute(),
			);
		expect(await fewest()).toBe(6);
		await publish(1, { audience: {} });
		expect(await fewest()).toBe(6);
		for (const [at, [said, means]] of [
			[8, 8],
			[10, 10],
			[3, 6],
			[40, 10],
		].entries()) {
			await publish(at + 2, { audience: { fewestPupils: said } });
			expect(await fewest()).toBe(means);
		}
	});

	test('the database knows the cohorts, the ends and the groups of all measures', async () => {
		const asked = await database().asOwner(async (db) => {
			const { rows } = await sql<{ measure: (typeof measureKeys)[number]; cohort: string; ends: string[] }>`
				select m as measure, cohort_of(m) as cohort, measure_ends(m)::text[] as ends
				from unnest(${measureKeys}::text[]) m`.execute(db);
			return rows;
		});
		const pairs = asked.map(({ measure, cohort }) => `${cohort} ${kindOf(measure).cohort}`);
		const cohorts = new Set(measureKeys.map((key) => kindOf(key).cohort));
		expect(new Set(pairs).size).toBe(cohorts.size);
		expect(new Set(asked.map(({ cohort }) => cohort)).size).toBe(cohorts.size);
		for (const { measure, ends } of asked)
			expect([measure, ...ends.map(Number)]).toEqual([measure, ...ranges[kindOf(measure).unit]]);
		// One of each pair is too few: the other is hidden with it, and nobody else.
		for (const [one, other] of partitions) {
			const all = pupilGroups.map((group) =>
				figure(group, 50, group === 'all' ? 60 : group === one ? 3 : 30),
			);
			const hidden = (await suppressed(database(), all)).filter(({ value }) => value === null);
			expect(hidden.map(({ group }) => group)).toEqual([one, other]);
		}
	});
});
