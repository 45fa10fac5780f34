import { beforeAll, expect, test } from 'vitest';
import { openReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { forEachEngine } from '#test/database.ts';
import type { PersonKey } from '#test/cast.ts';
import { doing } from '#test/demo/doing.ts';
import type { Founded } from '#test/demo/founding.ts';
import { fernmarshReview, monday } from '#test/demo/published-review.ts';
import { recordWorkshop } from './actions.server.ts';
import { workshopOf } from './queries.server.ts';

forEachEngine((database) => {
	let founded: Founded;
	let reviewId: string;
	beforeAll(async () => {
		({ founded, reviewId } = await fernmarshReview(database(), 'published'));
	}, 120_000);

	const as = <T>(who: PersonKey, work: (ctx: Context) => Promise<T>) =>
		doing(founded, who, monday, '09:00', work);
	const record = (who: PersonKey, changes: object = {}) =>
		as(who, (ctx) =>
			recordWorkshop(ctx, {
				reviewId,
				heldOn: '2026-11-16',
				outcome: 'Staff chose two next steps.',
				version: 0,
				...changes,
			}),
		);
	const read = (who: PersonKey) =>
		as(who, async (ctx) => workshopOf(ctx, (await openReview(ctx, reviewId))!));

	test.each([
		[
			'a day before the review',
			{ heldOn: '2026-11-04' },
			{ heldOn: 'The review was held on Thursday 5 November 2026.' },
		],
		['a day still to come', { heldOn: '2026-11-24' }, { heldOn: expect.stringContaining('still to come') }],
		['no day', { heldOn: '' }, { heldOn: 'Say on which day it was held.' }],
		['nothing decided', { outcome: '  ' }, { outcome: 'Write what the staff decided to do next.' }],
		['too much', { outcome: 'x'.repeat(10_001) }, { outcome: expect.stringContaining('10,000') }],
	])('NFS-14 a workshop with %s is refused', async (_, changes, fields) => {
		expect(await record('plumbline', changes)).toEqual({ is: 'invalid', fields });
	});

	test.each(['hedgepath', 'foxglove', 'lanternby', 'tealeaf', 'ledgerly'] as const)(
		'is not written up by %s',
		async (who) => {
			expect(await record(who)).toEqual({ is: 'denied' });
		},
	);

	test('HEP-7 NFS-14 it is written up by the champion, read by the host’s staff and not by the team, corrected by version', async () => {
		expect(await record('plumbline')).toEqual({ is: 'done', value: null });
		expect(await record('plumbline')).toEqual({ is: 'done', value: null });
		for (const who of ['plumbline', 'inkwell', 'tealeaf'] as const)
			expect(await read(who)).toMatchObject({
				heldOn: '2026-11-16',
				version: 1,
				recordedBy: 'Ivor Plumbline',
			});
		for (const who of ['hedgepath', 'lanternby', 'ropewalk'] as const) expect(await read(who)).toBeNull();

		expect(await record('inkwell', { outcome: 'Three next steps.', version: 1 })).toEqual({
			is: 'done',
			value: null,
		});
		expect(await record('plumbline', { outcome: 'Four.', version: 1 })).toMatchObject({
			is: 'conflict',
			current: { outcome: 'Three next steps.', version: 2 },
		});
	});
});
