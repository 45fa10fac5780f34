import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { person } from '#platform/principal.ts';
import { forEachEngine } from '#test/database.ts';

const today = '2026-11-23';
const ada = { id: randomUUIDv7(), name: 'Ada', email: 'ada@school.example' };
const bea = { id: randomUUIDv7(), name: 'Bea', email: 'bea@school.example' };

forEachEngine((database) => {
	beforeAll(() => database().signIn((db) => db.insertInto('person').values([ada, bea]).execute()));

	test('a person sees themselves, and no stranger', async () => {
		const seen = await database().as(person(ada.id), today, (db) =>
			db.selectFrom('person').select(['id', 'name', 'email']).execute(),
		);
		expect(seen).toEqual([ada]);
	});

	test.each(['session', 'account', 'verification', 'letter', 'sign_in_attempt', 'installation'] as const)(
		'people’s requests cannot read %s',
		async (table) => {
			const read = database().as(person(ada.id), today, (db) => db.selectFrom(table).selectAll().execute());
			await expect(read).rejects.toThrow('permission denied');
		},
	);

	test.each(['partnership', 'review', 'evidence', 'appointment'] as const)(
		'sign-in cannot read %s',
		async (table) => {
			await expect(database().signIn((db) => db.selectFrom(table).selectAll().execute())).rejects.toThrow(
				'permission denied',
			);
		},
	);

	test('an invitation finds the person with its address or makes them, and tells nobody which', async () => {
		const invite = (email: string) =>
			database().as(person(ada.id), today, async (db) => {
				const { rows } = await sql<{ id: string }>`
					select person_for_invitation(${randomUUIDv7()}, ${email}, 'Somebody') as id`.execute(db);
				return rows[0]?.id;
			});
		expect(await invite('BEA@school.example')).toBe(bea.id);
		const made = await invite('new@school.example');
		expect(await invite('New@School.example')).toBe(made);
		expect(
			await database().signIn((db) =>
				db.selectFrom('person').select('name').where('id', '=', bea.id).execute(),
			),
		).toEqual([{ name: 'Bea' }]);
	});
});
