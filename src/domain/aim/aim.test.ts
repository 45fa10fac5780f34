import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { foundedPartnership, newPerson, type Founded } from '#domain/partnership/founded.fixture.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { forEachEngine } from '#test/database.ts';
import { changeAim, closeAim, setAim } from './deeds.server.ts';
import { aimsOf } from './queries.server.ts';

type Deed = (ctx: Context, input: unknown) => Promise<Outcome>;
const done = { is: 'done', value: null };

forEachEngine((database) => {
	let home: Founded;
	let head: string;
	let deputy: string;
	let otherHead: string;
	let steering: string;
	beforeAll(async () => {
		home = await foundedPartnership(database());
		head = await home.invited('headteacher', home.members[0]);
		deputy = await home.invited('deputy', home.members[0]);
		otherHead = await home.invited('headteacher', home.members[1]);
		steering = await home.invited('steering');
	});

	const does = (by: string, deed: Deed, input: object) =>
		home.as(by, (ctx) => deed(ctx, { partnershipId: home.partnershipId, ...input }));
	const seen = (by: string) => home.as(by, (ctx) => aimsOf(ctx, home.partnershipId));
	const aim = (changes: object = {}) => ({
		...{
			id: randomUUIDv7(),
			memberId: '',
			schoolYear: '2026-27',
			title: 'All read 😀',
			words: '',
			...changes,
		},
	});

	describe('CSC-3 aims', () => {
		test('of the partnership are set by whoever organises or steers it, once, and read by all of it', async () => {
			const first = aim();
			for (const who of [head, deputy, otherHead])
				expect(await does(who, setAim, first)).toEqual({ is: 'denied' });
			expect(await does(await newPerson(database()), setAim, first)).toEqual({ is: 'missing' });
			for (const _ of [1, 2]) expect(await does(home.chair, setAim, first)).toEqual(done);
			expect(await does(steering, setAim, aim({ title: 'All write' }))).toEqual(done);
			for (const who of [home.chair, deputy, otherHead])
				expect((await seen(who)).map(({ title }) => title)).toEqual(['All read 😀', 'All write']);
			expect(await seen(await newPerson(database()))).toEqual([]);
		});

		test('of a school are its head’s to set and its own people’s to read', async () => {
			const own = aim({ memberId: home.members[0], title: 'Boys write more' });
			for (const who of [home.chair, otherHead, deputy, steering])
				expect(await does(who, setAim, own)).toEqual({ is: 'denied' });
			expect(await does(head, setAim, own)).toEqual(done);
			const priorities = async (who: string) => (await seen(who)).filter(({ memberId }) => memberId !== null);
			for (const who of [head, deputy]) expect(await priorities(who)).toHaveLength(1);
			for (const who of [home.chair, otherHead, steering]) expect(await priorities(who)).toEqual([]);
			const change = { aimId: own.id, version: '1', title: 'Mine' };
			expect(await does(home.chair, changeAim, change)).toEqual({ is: 'missing' });
			expect(await does(deputy, changeAim, change)).toEqual({ is: 'denied' });
		});

		test('are said otherwise by version; the second of two is shown what stands', async () => {
			const [first] = await seen(home.chair);
			const change = { aimId: first!.id, version: '1', title: 'All read aloud', words: 'Daily.' };
			for (const _ of [1, 2]) expect(await does(home.chair, changeAim, change)).toEqual(done);
			expect(await does(steering, changeAim, { ...change, title: 'None' })).toMatchObject({
				is: 'conflict',
				current: { title: 'All read aloud', version: 2 },
			});
			expect(await seen(head)).toMatchObject([{ former: [{ title: 'All read 😀' }] }, {}, {}]);
		});

		test('are closed with a word and stay to be read; they change no more', async () => {
			const [first] = await seen(home.chair);
			const close = { aimId: first!.id, because: 'Reached.' };
			expect(await does(home.chair, closeAim, { ...close, because: ' ' })).toMatchObject({ is: 'invalid' });
			for (const _ of [1, 2]) expect(await does(home.chair, closeAim, close)).toEqual(done);
			expect(await does(home.chair, changeAim, { ...close, version: '2', title: 'No' })).toMatchObject({
				is: 'invalid',
			});
			expect((await seen(otherHead)).at(-1)).toMatchObject({ closed: { because: 'Reached.' } });
		});

		test.each([
			['no title', { title: '' }, 'title'],
			['a year that is none', { schoolYear: '2026' }, 'schoolYear'],
			['far too much', { words: 'x'.repeat(2001) }, 'words'],
		])('are refused at the field with %s', async (_, changes, field) => {
			expect(await does(home.chair, setAim, aim(changes))).toMatchObject({
				is: 'invalid',
				fields: { [field]: expect.any(String) },
			});
		});
	});
});
