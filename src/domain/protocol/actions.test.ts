import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { foundedPartnership } from '#domain/partnership/founded.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { publishPreset } from './actions.server.ts';
import { publishMemorandum } from './agreement/actions.server.ts';
import { publishDraft } from './drafting/deciding.server.ts';
import { openDraft } from './drafting/opening.server.ts';

forEachEngine((database) => {
	test('of protocols published at once from one page, one is; the same form twice is one version', async () => {
		const home = await foundedPartnership(database());
		const { partnershipId } = home;
		const publish = (id: string, version?: number) =>
			home.as(home.chair, (ctx) => publishPreset(ctx, { id, partnershipId, preset: 'family', version }));
		const numbers = async () =>
			(
				await home.as(home.chair, ({ db }) =>
					db.selectFrom('protocol_version').select('number').orderBy('number').execute(),
				)
			).map(({ number }) => number);
		const ids = Array.from({ length: 5 }, () => randomUUIDv7());
		const outcomes = await Promise.all(ids.map((id) => publish(id)));
		expect(outcomes.map(({ is }) => is).toSorted()).toEqual([...Array(4).fill('conflict'), 'done']);
		const first = ids[outcomes.findIndex(({ is }) => is === 'done')]!;
		expect((await publish(first)).is).toBe('done');
		expect(await publish(randomUUIDv7(), 0)).toMatchObject({ is: 'conflict', current: { number: 1 } });
		expect((await publish(randomUUIDv7(), 1)).is).toBe('done');
		expect(await numbers()).toEqual([1, 2]);
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
		const published = (version = 0) =>
			as(chair, (ctx) =>
				publishPreset(ctx, { id: randomUUIDv7(), partnershipId, preset: 'family', version }),
			);
		expect(await published()).toMatchObject({
			is: 'invalid',
			fields: {
				preset: expect.stringMatching(
					/^This one opens something to the improvement champion of the review, .* and someone to whom the head gives a link, such as an inspector; your memorandum does not\./,
				),
			},
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
		expect((await published(1)).is).toBe('done');
	});
});
