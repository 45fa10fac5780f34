import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { nobody } from '#platform/principal.ts';
import { forEachEngine } from '#test/database.ts';
import { installationSecret, isSetUpOpen, openSetUp, setUpFirstPerson } from './installation.ts';

const ada = () => ({ id: randomUUIDv7(), name: 'Ada', email: 'Ada@School.example' });

forEachEngine((database) => {
	test('all processes of an installation share one secret, which people’s requests cannot read', async () => {
		const [first, second] = await Promise.all([
			installationSecret(database()),
			installationSecret(database()),
		]);
		expect(first).toMatch(/^[\w-]{43}$/);
		expect(second).toBe(first);
		const read = database().as(nobody, '2026-11-23', (db) =>
			db.selectFrom('installation').selectAll().execute(),
		);
		await expect(read).rejects.toThrow('permission denied');
	});

	test('the first person comes by the token of the last start, once, and then nobody by any', async () => {
		expect(await isSetUpOpen(database())).toBe(true);
		const earlier = await openSetUp(database());
		const token = await openSetUp(database());
		if (!earlier || !token) throw new Error('Set-up should be open.');
		expect(await setUpFirstPerson(database(), { ...ada(), token: 'made up' })).toBe(false);
		expect(await setUpFirstPerson(database(), { ...ada(), token: earlier })).toBe(false);

		const together = [1, 2, 3].map(() => setUpFirstPerson(database(), { ...ada(), token: ` ${token} ` }));
		expect((await Promise.all(together)).filter(Boolean)).toHaveLength(1);
		expect(
			await database().signIn((db) => db.selectFrom('person').select(['name', 'email']).execute()),
		).toEqual([{ name: 'Ada', email: 'ada@school.example' }]);

		expect(await isSetUpOpen(database())).toBe(false);
		expect(await openSetUp(database())).toBeNull();
		expect(await setUpFirstPerson(database(), { ...ada(), email: 'b@school.example', token })).toBe(false);
	});
});
