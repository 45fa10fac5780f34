import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { foundedPartnership } from '#domain/partnership/founded.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { publishPreset } from './actions.server.ts';
import { publishMemorandum } from './agreement/actions.server.ts';
import { publishDraft } from './drafting/deciding.server.ts';
import { openDraft } from './drafting/opening.server.ts';

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

	test('HEP-3 no protocol opens more than the memorandum does, published as it is or from a draft', async () => {
		const { partnershipId, chair, as } = await foundedPartnership(database());
		const agreed = (version: number, opensTo: string[]) =>
			as(chair, (ctx) =>
				publishMemorandum(ctx, {
					id: randomUUIDv7(),
					partnershipId,
					version,
					title: 'Ours',
					purpose: 'To learn.',
					commitments: 'We come.',
					expectations: 'We are heard.',
					peerReview: 'By peers.',
					opensTo,
					reason: 'As agreed.',
				}),
			);
		expect((await agreed(0, [])).is).toBe('done');
		const published = () =>
			as(chair, (ctx) => publishPreset(ctx, { id: randomUUIDv7(), partnershipId, preset: 'family' }));
		expect(await published()).toMatchObject({
			is: 'invalid',
			fields: { preset: expect.stringContaining('memorandum') },
		});
		const draftId = randomUUIDv7();
		await as(chair, (ctx) => openDraft(ctx, { id: draftId, partnershipId, preset: 'family' }));
		const fromDraft = () =>
			as(chair, (ctx) => publishDraft(ctx, { id: randomUUIDv7(), draftId, reason: 'Agreed.' }));
		expect(await fromDraft()).toMatchObject({
			is: 'invalid',
			fields: { '': expect.stringContaining('in the way') },
		});
		expect((await agreed(1, ['champion', 'staff', 'governors', 'partnership', 'partner', 'link'])).is).toBe(
			'done',
		);
		expect((await fromDraft()).is).toBe('done');
		expect((await published()).is).toBe('done');
	});
});
