import { beforeAll, expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { onOtherDays } from '../moved.ts';
import { openReview } from '../open.server.ts';
import { changeFrame } from './frame.server.ts';
import { agreedReview, frame, type InTheMaking } from './in-the-making.fixture.ts';
import { scheduleActivity } from './plan.server.ts';
import { standStill } from './team.server.ts';

forEachEngine((database) => {
	let it: InTheMaking;
	beforeAll(async () => {
		it = await agreedReview(database());
		await it.on(it.host, scheduleActivity, it.activity());
	});

	const change = (more: object) => it.on(it.host, changeFrame, { ...frame, ...more });
	const facts = () => it.home.as(it.host, async (ctx) => (await openReview(ctx, it.reviewId))!.facts);

	test('what would move is told before anything is saved', async () => {
		const before = await facts();
		expect(await change({ firstDay: '2026-11-26', show: 'yes' })).toMatchObject({
			is: 'done',
			value: {
				saved: false,
				moved: expect.arrayContaining([
					{ key: 'pre-review', title: 'Hold the planning meeting', from: '2026-10-22', to: '2026-11-05' },
					{ key: 'review', title: 'The review', from: '2026-11-19', to: '2026-11-26' },
					{ key: 'workshop', title: 'Run the workshop on next steps', from: '2026-12-03', to: '2026-12-10' },
				]),
			},
		});
		expect(await facts()).toEqual(before);
	});

	test('what cannot be saved is refused when it is only asked, too', async () => {
		await it.on(it.host, scheduleActivity, it.activity({ starts: '13:00', ends: '14:00' }));
		const longer = { days: '2' };
		expect(await change(longer)).toMatchObject({ is: 'done' });
		await it.on(it.host, scheduleActivity, it.activity({ day: '2026-11-20' }));
		for (const show of ['', 'yes'])
			expect(await change({ show })).toMatchObject({
				is: 'invalid',
				fields: { days: expect.stringMatching(/would fall away/) },
			});
	});

	test('saved, the same days have moved, and the review stands as was foreseen', async () => {
		const before = await facts();
		const next = { firstDay: '2026-11-26', days: '2' };
		const foreseen = await change({ ...next, show: 'yes' });
		const saved = (await change(next)) as { value: { moved: unknown } };
		expect(saved).toMatchObject({ is: 'done', value: { saved: true } });
		expect(saved.value.moved).toEqual((foreseen as typeof saved).value.moved);
		expect(await facts()).toEqual(
			onOtherDays(before, { firstDay: '2026-11-26', lastDay: '2026-11-27' }, it.host),
		);
	});

	test('a change of the focus alone moves nothing, and takes back nobody’s yes', async () => {
		const before = await facts();
		const same = { firstDay: '2026-11-26', days: '2', focus: 'Who reads?' };
		expect(await change(same)).toMatchObject({ is: 'done', value: { saved: true, moved: [] } });
		expect(await facts()).toEqual({ ...before, focus: 'Who reads?' });
	});

	test('a review that is put off says what will move, too', async () => {
		await it.on(it.host, standStill, { id: it.reviewId, kind: 'deferred', reason: 'Snow.' });
		const later = { firstDay: '2027-03-10', days: '2', show: 'yes' };
		const told = (await change(later)) as { value: { moved: { key: string }[] } };
		expect(told.value.moved.map(({ key }) => key)).toContain('review');
	});
});
