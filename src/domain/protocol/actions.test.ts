import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { foundedPartnership } from '#domain/partnership/founded.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { publishPreset } from './actions.server.ts';

forEachEngine((database) => {
	test('protocols published at once are versions one after another, and one sent twice is one version', async () => {
		const home = await foundedPartnership(database());
		const { partnershipId } = home;
		const publish = (id: string) =>
			home.as(home.chair, (ctx) => publishPreset(ctx, { id, partnershipId, preset: 'family' }));
		const ids = Array.from({ length: 5 }, () => randomUUIDv7());
		const outcomes = await Promise.all([...ids, ids[0]!].map(publish));
		expect(outcomes.every(({ is }) => is === 'done')).toBe(true);
		const numbers = await home.as(home.chair, ({ db }) =>
			db.selectFrom('protocol_version').select('number').orderBy('number').execute(),
		);
		expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
	});
});
