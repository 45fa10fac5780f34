import { createHash } from 'node:crypto';
import { expect, inject, test } from 'vitest';
import { freshDatabase } from '#test/fresh-database.ts';
import { Connections } from './connection.ts';
import { migrate, type Migration, migrationsIn } from './migrate.ts';
import { openDatabase } from './open.ts';

const file = (number: number, text: string): Migration => {
	return {
		number,
		name: `${number}_test.sql`,
		text,
		sha256: createHash('sha256').update(text).digest('hex'),
	};
};

const ignore = () => {};

test('migration numbers are unique and every name is kept to its form', () => {
	const numbers = migrationsIn().map(({ number }) => number);
	expect(new Set(numbers).size).toBe(numbers.length);
	expect(numbers[0]).toBe(1);
});

/** A fresh PostgreSQL database and its owner's connections. */
async function withOwner(work: (owner: Connections, url: string) => Promise<void>): Promise<void> {
	const fresh = await freshDatabase('postgresql');
	if (!('databaseUrl' in fresh.settings)) throw new Error('PostgreSQL expected');
	const url = fresh.settings.databaseOwnerUrl!;
	const owner = new Connections({ connectionString: url, max: 8 });
	try {
		await work(owner, url);
	} finally {
		await owner.close();
		await fresh.remove();
	}
}

const onPostgresql = test.runIf(inject('engines').includes('postgresql'));

onPostgresql('starters that come together apply each file once', () =>
	withOwner(async (owner) => {
		const more = [
			...migrationsIn(),
			file(9001, 'create table counted (id int); insert into counted values (1)'),
		];
		await Promise.all(
			Array.from({ length: 6 }, () => owner.with((connection) => migrate(connection, ignore, more))),
		);
		const { rows } = await owner.with((connection) => connection.statement('select count(*) from counted'));
		expect(rows).toEqual([{ count: 1 }]);
	}),
);

onPostgresql('a file that fails is undone whole and named', () =>
	withOwner(async (owner) => {
		const broken = [...migrationsIn(), file(9001, 'create table half (id int); select 1 / 0')];
		await expect(owner.with((connection) => migrate(connection, ignore, broken))).rejects.toThrow(
			'9001_test.sql failed and was undone',
		);
		const { rows } = await owner.with((connection) =>
			connection.statement(`select to_regclass('half') as half`),
		);
		expect(rows).toEqual([{ half: null }]);
	}),
);

onPostgresql('a file edited after it was applied is refused', () =>
	withOwner(async (owner) => {
		const [first, ...rest] = migrationsIn();
		const edited = [{ ...first!, sha256: 'different' }, ...rest];
		await expect(owner.with((connection) => migrate(connection, ignore, edited))).rejects.toThrow(
			'was edited after it had been applied',
		);
	}),
);

onPostgresql('a database newer than the program is refused', () =>
	withOwner(async (owner) => {
		const older = migrationsIn().slice(0, -1);
		await expect(owner.with((connection) => migrate(connection, ignore, older))).rejects.toThrow(
			'newer than this Fresh Eyes',
		);
	}),
);

onPostgresql('a login that could get round row-level security is refused', () =>
	withOwner(async (_owner, url) => {
		await expect(openDatabase({ databaseUrl: url, databaseOwnerUrl: url })).rejects.toThrow(
			'owns the tables',
		);
	}),
);

test.runIf(inject('postgresql').superuser)('a superuser is refused', () =>
	withOwner(async (_owner, url) => {
		const { username, password } = new URL(inject('postgresql').superuser);
		const superuser = Object.assign(new URL(url), { username, password }).href;
		await expect(openDatabase({ databaseUrl: superuser, databaseOwnerUrl: url })).rejects.toThrow(
			'is a superuser',
		);
	}),
);
