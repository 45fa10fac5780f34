import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { nobody, person, type Principal } from '../principal.ts';
import type { Work } from './database.ts';

const day = '2026-11-23';
const someone = person(randomUUIDv7());

const settings: Work<Record<string, string>> = async (db) => {
	const { rows } = await sql<Record<string, string>>`
		select current_user::text as role, coalesce(current_setting('app.person', true), '') as person,
			coalesce(current_setting('app.participant', true), '') as participant, coalesce(current_setting('app.link', true), '') as link,
			coalesce(current_setting('app.job', true), '') as job, coalesce(current_setting('app.today', true), '') as today`.execute(
		db,
	);
	return rows[0]!;
};

const silent = { person: '', participant: '', link: '', job: '', today: '' };

forEachEngine((database) => {
	test.each<[Principal, object]>([
		[someone, { person: someone.kind === 'person' && someone.id }],
		[{ kind: 'participant', id: 'p-1' }, { participant: 'p-1' }],
		[{ kind: 'link', id: 'l-1' }, { link: 'l-1' }],
		[{ kind: 'job', name: 'reminders' }, { job: 'reminders' }],
		[nobody, {}],
	])('a transaction knows who acts: %o', async (principal, told) => {
		expect(await database().as(principal, day, settings)).toEqual({
			...silent,
			role: 'fresh_eyes_app',
			today: day,
			...told,
		});
	});

	test('role and settings end with the transaction', async () => {
		await database().as(someone, day, settings);
		expect(await database().signIn(settings)).toEqual({ ...silent, role: 'fresh_eyes_sign_in' });
		expect(await settings(database().signInKysely as never)).toEqual({
			...silent,
			role: 'fresh_eyes_sign_in',
		});
		const { role, ...rest } = await database().asOwner(settings);
		expect(rest).toEqual(silent);
		expect(role).not.toMatch(/app|sign_in/);
	});

	test.each([
		'reset role',
		'/* x */ reset role',
		'-- x\nreset role',
		'set role none',
		'set local session authorization default',
		`select set_config('role', 'none', true)`,
		`select pg_catalog."set_config"('role', 'none', true)`,
		String.raw`select u&"set\005fconfig"('role', 'none', true)`,
		'commit',
		'rollback',
		'begin',
		'do $$ begin reset role; end $$',
		'discard all',
		'create table mine (id int)',
		'copy migration to stdout',
		'prepare x as select 1',
	])('no statement leaves the role: %s', async (statement) => {
		const attempt = database().as(someone, day, (db) => sql.raw(statement).execute(db));
		await expect(attempt).rejects.toThrow('Only statements that read or write rows');
	});

	test('no second command hides behind a first', async () => {
		const attempt = database().as(someone, day, (db) => sql.raw('select 1; reset role').execute(db));
		await expect(attempt).rejects.toThrow('cannot insert multiple commands');
	});

	test('work that throws leaves nothing, and its error passes on', async () => {
		await database().asOwner((db) => sql`create table jotting (id int primary key)`.execute(db));
		const failing = database().asOwner(async (db) => {
			await sql`insert into jotting values (1)`.execute(db);
			throw new Error('changed my mind');
		});
		await expect(failing).rejects.toThrow('changed my mind');
		const { rows } = await database().asOwner((db) => sql`select * from jotting`.execute(db));
		expect(rows).toEqual([]);
		await database().asOwner((db) => sql`drop table jotting`.execute(db));
	});

	test('a failure that was swallowed is not mistaken for saved', async () => {
		const swallowing = database().as(someone, day, async (db) => {
			await sql`select 1 / 0`.execute(db).catch(() => {});
		});
		await expect(swallowing).rejects.toThrow('Nothing was saved');
	});

	test('a lone sign-in query that fails says why, and the next one works', async () => {
		await expect(sql`select 1 / 0`.execute(database().signInKysely)).rejects.toThrow('division by zero');
		expect((await sql`select 1 as one`.execute(database().signInKysely)).rows).toEqual([{ one: 1 }]);
	});

	test('a transaction inside another is refused at once instead of waiting for itself', async () => {
		const nested = database().as(someone, day, () => database().as(someone, day, settings));
		await expect(nested).rejects.toThrow('inside another');
	});

	test('a query that was not awaited cannot run after its transaction', async () => {
		const escaped = await database().as(someone, day, async (db) => ({ db }));
		await expect(settings(escaped.db)).rejects.toThrow();
	});

	test('many transactions at once each keep to their own person', async () => {
		const people = Array.from({ length: 50 }, () => person(randomUUIDv7()));
		const answers = await Promise.all(people.map((each) => database().as(each, day, settings)));
		expect(answers.map((answer) => answer['person'])).toEqual(
			people.map((each) => each.kind === 'person' && each.id),
		);
	});
});
