import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { person } from '#platform/principal.ts';
import { forEachEngine } from '#test/database.ts';
import { queueLetter } from './letter.ts';

const letter = { recipient: 'ada@school.example', subject: 'Hello', body: 'Words' };
const today = '2026-11-23';

forEachEngine((database) => {
	const waiting = () =>
		database().signIn((db) => db.selectFrom('letter').select(['recipient', 'subject', 'body']).execute());

	test('a letter is queued with the deed that causes it, and goes with it when that is undone', async () => {
		const someone = person(randomUUIDv7());
		const undone = database().as(someone, today, async (db) => {
			await queueLetter(db, letter);
			throw new Error('changed my mind');
		});
		await expect(undone).rejects.toThrow('changed my mind');
		expect(await waiting()).toEqual([]);
		await database().as(someone, today, (db) => queueLetter(db, letter));
		expect(await waiting()).toEqual([letter]);
	});

	test.each(['Hello\r\nBcc: all@elsewhere.example', 'Hello\nthere', 'Hello\u0000'])(
		'the subject %j is refused',
		async (subject) => {
			await expect(database().signIn((db) => queueLetter(db, { ...letter, subject }))).rejects.toThrow(
				'subject',
			);
		},
	);

	test.each([
		'a@b.example\r\nBcc: c@d.example',
		'a@b.example, c@d.example',
		'Ada <a@b.example>',
		'a@b.example;c@d.example',
	])('the recipient %j is refused', async (recipient) => {
		await expect(database().signIn((db) => queueLetter(db, { ...letter, recipient }))).rejects.toThrow(
			'one plain address',
		);
	});
});
