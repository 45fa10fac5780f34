import { expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { mayTry, triesAllowed } from './attempts.ts';

const minutesLater = (start: Date, minutes: number) => new Date(start.getTime() + minutes * 60_000);

forEachEngine((database) => {
	test('an account may be tried five times in a quarter of an hour, however its address is written', async () => {
		const now = new Date('2026-11-23T09:00:00Z');
		const answers = [];
		for (let tried = 0; tried <= triesAllowed.account.tries; tried += 1) {
			answers.push(
				await mayTry(database(), 'account', tried % 2 ? 'Ada@school.example' : 'ada@school.example', now),
			);
		}
		expect(answers).toEqual([true, true, true, true, true, false]);
		expect(await mayTry(database(), 'account', 'bea@school.example', now)).toBe(true);
		expect(await mayTry(database(), 'address', 'ada@school.example', now)).toBe(true);
		expect(await mayTry(database(), 'account', 'ada@school.example', minutesLater(now, 16))).toBe(true);
	});

	test('tries that arrive together are all counted', async () => {
		const now = new Date('2026-11-23T11:00:00Z');
		const together = Array.from({ length: 9 }, () =>
			mayTry(database(), 'account', 'cat@school.example', now),
		);
		expect((await Promise.all(together)).filter(Boolean)).toHaveLength(triesAllowed.account.tries);
	});

	test('invitations are counted by the hour, which shorter limits do not cut short', async () => {
		const now = new Date('2026-11-23T15:00:00Z');
		for (let tried = 0; tried < triesAllowed.invitation.tries; tried += 1)
			await mayTry(database(), 'invitation', 'eve', now);
		await mayTry(database(), 'account', 'fay@school.example', minutesLater(now, 40));
		expect(await mayTry(database(), 'invitation', 'eve', minutesLater(now, 59))).toBe(false);
		expect(await mayTry(database(), 'invitation', 'eve', minutesLater(now, 121))).toBe(true);
	});

	test('who tried is not written down', async () => {
		await mayTry(database(), 'account', 'dan@school.example', new Date('2026-11-23T13:00:00Z'));
		const rows = await database().signIn((db) => db.selectFrom('sign_in_attempt').selectAll().execute());
		expect(JSON.stringify(rows)).not.toContain('dan');
	});
});
