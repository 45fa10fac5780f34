import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { brokered, terms, type Brokered } from '../brokered.fixture.ts';
import { requestState } from '../request/model.ts';
import {
	agreeAnew,
	endSupport,
	noteDay,
	shareThanks,
	takeDayBack,
	tellOutcome,
	thank,
} from './deeds.server.ts';
import { supportLines } from './model.ts';
import { deploymentsOf, openThanks } from './queries.server.ts';

const done = { is: 'done', value: null };
const later = '2026-10-12';

forEachEngine((database) => {
	let all: Brokered;
	let on: Awaited<ReturnType<Brokered['agreed']>>;
	let english: string;
	beforeEach(async () => {
		all = await brokered(database());
		english = await all.home.invited('senior leader', all.home.members[1]);
		on = await all.agreed({ personId: english, who: 'our English lead' });
	});

	const deployment = async (who: string) => (await all.read(who, on.requestId))?.deployments[0];
	const day = (more: object = {}) => ({
		...on,
		id: randomUUIDv7(),
		day: '2026-10-08',
		words: 'Planned.',
		...more,
	});

	describe('CEN-13 HEP-8 a deployment', () => {
		test('its days are noted by either side and by who comes, once each, and taken back', async () => {
			const first = day();
			expect(await all.does(all.home.chair, noteDay, first, later)).toEqual({ is: 'denied' });
			expect(await all.does(all.other, noteDay, first, later)).toEqual({ is: 'missing' });
			for (const _ of [1, 2]) expect(await all.does(english, noteDay, first, later)).toEqual(done);
			expect(await all.does(all.head, noteDay, day(), later)).toMatchObject({
				is: 'invalid',
				fields: { day: expect.stringContaining('already') },
			});
			const second = day({ day: '2026-10-09' });
			expect(await all.does(all.helper, noteDay, second, later)).toEqual(done);
			expect((await deployment(all.head))!.noted.map((one) => one.day)).toEqual(['2026-10-08', '2026-10-09']);
			const back = { ...on, dayId: second.id };
			for (const _ of [1, 2]) expect(await all.does(all.head, takeDayBack, back, later)).toEqual(done);
			const all_ = await all.home.as(all.home.chair, (ctx) => deploymentsOf(ctx, all.home.partnershipId));
			expect(supportLines(all_)).toEqual([
				{ memberId: all.home.members[1], name: 'Demo school 1', given: 1, received: 0 },
				{ memberId: all.home.members[0], name: 'Demo school 0', given: 0, received: 1 },
			]);
		});

		test.each([
			['a day to come', { day: '2026-10-13' }, 'day'],
			['a day before it began', { day: '2026-09-06' }, 'day'],
			['no day', { day: '' }, 'day'],
			['no words', { words: '' }, 'words'],
		])('notes no %s', async (_, more, field) => {
			expect(await all.does(all.head, noteDay, day(more), later)).toMatchObject({
				is: 'invalid',
				fields: { [field]: expect.any(String) },
			});
		});

		test('is agreed anew by the helper’s head, by version, until the asker has told what came of it', async () => {
			const anew = { ...on, ...terms, version: '1', days: '3' };
			for (const who of [all.head, all.home.chair, english])
				expect(await all.writes(who, agreeAnew, anew)).toEqual({ is: 'denied' });
			for (const _ of [1, 2]) expect(await all.writes(all.helper, agreeAnew, anew)).toEqual(done);
			expect(await all.writes(all.helper, agreeAnew, { ...anew, days: '9' })).toMatchObject({
				is: 'conflict',
			});
			await all.does(all.head, tellOutcome, { ...on, number: '0', words: 'More.' }, later);
			expect(await all.writes(all.helper, agreeAnew, { ...anew, version: '2' }, later)).toMatchObject({
				is: 'invalid',
			});
		});

		test('what came of it is the asker’s to tell, and it is done; told again, what was told before is kept', async () => {
			const told = { ...on, number: '0', words: 'Boys write more.' };
			for (const who of [all.helper, all.home.chair, english])
				expect(await all.does(who, tellOutcome, told, later)).toEqual({ is: 'denied' });
			for (const _ of [1, 2]) expect(await all.does(all.head, tellOutcome, told, later)).toEqual(done);
			expect(await all.does(all.head, tellOutcome, { ...told, words: 'No.' }, later)).toMatchObject({
				is: 'conflict',
			});
			expect(
				await all.does(all.head, tellOutcome, { ...told, number: '1', words: 'Girls, too.' }, later),
			).toEqual(done);
			expect(await deployment(english)).toMatchObject({ outcome: { number: 2, words: 'Girls, too.' } });
			expect(requestState((await all.read(all.head, on.requestId))!, later)).toBe('done');
		});

		test('thanks reach school and person, once; the whole partnership reads them where that is said', async () => {
			const thanks = { ...on, words: 'You changed our year.' };
			expect(await all.writes(all.helper, thank, thanks, later)).toEqual({ is: 'denied' });
			for (const _ of [1, 2]) expect(await all.writes(all.head, thank, thanks, later)).toEqual(done);
			for (const who of [all.helper, english, all.home.chair])
				expect(await deployment(who)).toMatchObject({
					thanks: { words: 'You changed our year.', open: false },
				});
			const rows = (who: string) =>
				all.home.as(who, ({ db }) => db.selectFrom('deployment_thanks').select('open').execute());
			expect(await rows(english)).toHaveLength(1);
			expect(await rows(all.other)).toEqual([]);
			const letters = await database().signIn((db) =>
				db
					.selectFrom('letter')
					.select('subject')
					.where('subject', '=', 'Demo school 0 says thank you')
					.execute(),
			);
			expect(letters).toHaveLength(2);
		});

		test('thanks are opened to everybody, and closed again, by the head who was helped alone', async () => {
			expect(await all.does(all.head, shareThanks, on, later)).toEqual({ is: 'missing' });
			const thanks = { ...on, words: 'You changed our year.' };
			expect(await all.writes(all.head, thank, thanks, later)).toEqual(done);
			const open = { ...on, open: 'yes' };
			for (const [who, told] of [
				[all.helper, 'denied'],
				[all.home.chair, 'denied'],
				[all.other, 'missing'],
			] as const)
				expect(await all.does(who, shareThanks, open, later)).toEqual({ is: told });
			expect(await all.does(all.head, shareThanks, open, later)).toEqual(done);
			const read = () =>
				all.home.as(all.other, (ctx) => openThanks(ctx, all.home.partnershipId, all.home.members[1]));
			expect(await read()).toMatchObject([{ words: 'You changed our year.' }]);
			expect(await all.does(all.head, shareThanks, on, later)).toEqual(done);
			expect(await read()).toEqual([]);
		});

		test('is ended early by either head or whoever leads, with a reason, and the request is open again', async () => {
			const end = { ...on, because: 'She is ill.' };
			expect(await all.writes(english, endSupport, end)).toEqual({ is: 'denied' });
			expect(await all.writes(all.other, endSupport, end)).toEqual({ is: 'missing' });
			expect(await all.writes(all.helper, endSupport, { ...end, because: '' })).toMatchObject({
				is: 'invalid',
			});
			for (const _ of [1, 2]) expect(await all.writes(all.helper, endSupport, end)).toEqual(done);
			expect(await all.does(all.head, noteDay, day(), later)).toMatchObject({ is: 'invalid' });
			expect(requestState((await all.read(all.head, on.requestId))!, later)).toBe('asked');
		});
	});
});
