import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { hashToken } from './token.ts';
import { linkAddress, mailLink } from './links.ts';

const origin = 'https://reviews.example';

forEachEngine((database) => {
	const lettersTo = (email: string) =>
		database().signIn((db) => db.selectFrom('letter').selectAll().where('recipient', '=', email).execute());

	test('whoever is here gets a letter with a link that leads on to where they were going', async () => {
		const email = `${randomUUIDv7()}@school.example`;
		await database().signIn((db) =>
			db.insertInto('person').values({ id: randomUUIDv7(), name: 'Ada', email }).execute(),
		);
		await mailLink(database(), origin, email.toUpperCase(), '/reviews/7', new Date());
		const [letter] = await lettersTo(email);
		expect(letter?.body).toMatch(
			/https:\/\/reviews\.example\/sign-in\/link\?token=[\w-]{32}&next=%2Freviews%2F7\n/,
		);
		const token = /token=([\w-]+)/.exec(letter?.body ?? '')?.[1] ?? '';
		const stored = await database().signIn((db) =>
			db
				.selectFrom('verification')
				.select('id')
				.where('identifier', '=', `magic-link:${hashToken(token)}`)
				.execute(),
		);
		expect(stored).toHaveLength(1);
	});

	test('an address that nobody has gets no letter', async () => {
		const email = `${randomUUIDv7()}@elsewhere.example`;
		await mailLink(database(), origin, email, '/', new Date());
		expect(await lettersTo(email)).toEqual([]);
	});

	test('links that are over are cleared away when the next is made', async () => {
		const longAgo = new Date(Date.now() - 3_600_000);
		await mailLink(database(), origin, 'first@school.example', '/', longAgo);
		await mailLink(database(), origin, 'second@school.example', '/', new Date());
		const kept = await database().signIn((db) => db.selectFrom('verification').select('value').execute());
		expect(JSON.stringify(kept)).not.toContain('first@school.example');
	});
});

test('a link home carries nothing but its token', () => {
	expect(linkAddress(origin, 'abc')).toBe('https://reviews.example/sign-in/link?token=abc');
});
