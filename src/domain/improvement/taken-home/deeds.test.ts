import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import type { Context } from '#platform/context.ts';
import { forEachEngine } from '#test/database.ts';
import { changeTakenHome, takeBackTakenHome, takeHome } from './deeds.server.ts';
import { openedToHead, takenHomeBy, takenHomeCounts } from './queries.server.ts';
import { takenHomeScreen } from './screen.server.ts';

type Someone = Parameters<PreparedReview['as']>[0];
/** The day of the review; it may be written down on it. */
const day = '2026-11-19';
const year = { from: '2026-08-01', to: '2027-07-31' };
const everybody = [
	...(['host', 'coHead', 'reviewer', 'facilitator', 'champion', 'chair', 'governor', 'otherHead'] as const),
	...(['partner', 'outsider'] as const),
];

forEachEngine((database) => {
	let review: PreparedReview;
	beforeAll(async () => {
		review = await preparedReview(database());
	});

	const does = <T>(
		who: Someone,
		deed: (ctx: Context, input: unknown) => Promise<T>,
		form: object,
		{ at = day, on = review }: { at?: string; on?: PreparedReview } = {},
	) => on.as(who, (ctx) => deed(ctx, { reviewId: on.reviewId, ...form }), at);
	const form = (more: object = {}) => ({
		...{ id: randomUUIDv7(), kind: 'a method', words: 'They read aloud in pairs.', ...more },
	});
	const taken = async (more: object = {}, who: Someone = 'reviewer', on = review) => {
		const filled = form(more);
		expect(await does(who, takeHome, filled, { on })).toEqual({ is: 'done', value: { id: filled.id } });
		return filled.id;
	};
	const own = (who: Someone, on = review) =>
		on.as(who, (ctx) => takenHomeBy(ctx, { ...on, id: on.reviewId }, on.people[who]), day);
	/** The words that the database gives somebody, whatever is asked. */
	const words = (who: Someone, on = review) =>
		on.as(
			who,
			async (ctx) =>
				(
					await sql<{ words: string }>`select words from taken_home where review_id = ${on.reviewId}`.execute(
						ctx.db,
					)
				).rows.map((row) => row.words),
			day,
		);

	test('CEN-15 each of the bound team writes down several for themselves; the same form twice is one', async () => {
		const filled = form();
		for (const _ of [1, 2]) expect(await does('reviewer', takeHome, filled)).toMatchObject({ is: 'done' });
		await taken({ kind: 'reassurance', words: 'We do well with the little ones 😀.' });
		await taken({ words: 'A guest’s.' }, 'facilitator');
		expect((await own('reviewer')).slice(-2)).toMatchObject([
			{ kind: 'a method', words: 'They read aloud in pairs.', opened: false, version: 1 },
			{ kind: 'reassurance', words: 'We do well with the little ones 😀.' },
		]);
		expect(await own('facilitator')).toMatchObject([{ words: 'A guest’s.', memberId: null }]);
	});

	test('CEN-15 nobody else writes any down, and to them the page is not there', async () => {
		for (const who of everybody.filter((one) => one !== 'reviewer' && one !== 'facilitator')) {
			expect((await does(who, takeHome, form())).is, who).toMatch(/denied|missing/);
			expect(await review.as(who, (ctx) => takenHomeScreen(ctx, review.reviewId), day), who).toBeNull();
		}
	});

	test.each([
		['no kind', { kind: '' }, { kind: 'Choose what kind of thing it is.' }],
		['another kind', { kind: 'gossip' }, { kind: 'Choose what kind of thing it is.' }],
		['no words', { words: ' ' }, { words: 'Say what you take home.' }],
	])('refused by its field: %s', async (_, more, fields) => {
		expect(await does('reviewer', takeHome, form(more))).toEqual({ is: 'invalid', fields });
	});

	test('refused before the last day', async () => {
		expect(await does('reviewer', takeHome, form(), { at: '2026-11-18' })).toEqual({
			is: 'invalid',
			fields: { '': 'The day has not come yet. Write it down after it.' },
		});
	});

	test('put right by its author; sent twice it is done once, and from an older page it changes nothing', async () => {
		const takenHomeId = await taken();
		const change = { takenHomeId, version: 1, kind: 'a resource', words: 'Their reading map.' };
		for (const _ of [1, 2]) expect((await does('reviewer', changeTakenHome, change)).is).toBe('done');
		expect((await does('reviewer', changeTakenHome, { ...change, words: 'Other.' })).is).toBe('conflict');
		expect((await does('facilitator', changeTakenHome, { ...change, version: 2 })).is).toBe('missing');
		await does('facilitator', takeBackTakenHome, { takenHomeId });
		const one = async () => (await own('reviewer')).find(({ id }) => id === takenHomeId);
		expect(await one()).toMatchObject({ kind: 'a resource', words: 'Their reading map.', version: 2 });
		await does('reviewer', takeBackTakenHome, { takenHomeId });
		expect(await one()).toBeUndefined();
		expect((await does('reviewer', changeTakenHome, { ...change, version: 2 })).is).toBe('missing');
	});

	test('the same form sent again with other words comes back as a conflict and changes nothing', async () => {
		const filled = form();
		await does('reviewer', takeHome, filled);
		expect(await does('reviewer', takeHome, { ...filled, words: 'Other.' })).toMatchObject({
			...{ is: 'conflict', current: { words: filled.words } },
		});
		expect((await own('reviewer')).at(-1)).toMatchObject({ words: filled.words, version: 1 });
	});

	test('twenty at most by one person', async () => {
		const full = await preparedReview(database());
		for (let count = 0; count < 20; count += 1) await taken({}, 'reviewer', full);
		expect(await does('reviewer', takeHome, form(), { on: full })).toMatchObject({
			fields: { '': expect.stringMatching(/20 already/) },
		});
		await taken({}, 'facilitator', full);
	});

	test('CEN-15 R6 its words are its author’s alone, and those of a head of their own school where it was opened', async () => {
		const apart = await preparedReview(database());
		const id = await taken({ words: 'For me.' }, 'reviewer', apart);
		await taken({ words: 'For us.', opened: 'yes' }, 'reviewer', apart);
		expect(await words('reviewer', apart)).toEqual(['For me.', 'For us.']);
		expect(await words('otherHead', apart)).toEqual(['For us.']);
		for (const who of everybody.filter((one) => one !== 'reviewer' && one !== 'otherHead'))
			expect(await words(who, apart), who).toEqual([]);
		const opened = (who: Someone) =>
			apart.as(who, (ctx) => openedToHead(ctx, apart.partnershipId, year), day);
		expect(await opened('reviewer')).toEqual([]);
		expect(await opened('host')).toEqual([]);
		const change = { takenHomeId: id, version: 1, kind: 'reassurance', words: 'For me.', opened: 'yes' };
		await does('reviewer', changeTakenHome, change, { on: apart });
		expect(await words('otherHead', apart)).toEqual(expect.arrayContaining(['For me.', 'For us.']));
		await does('reviewer', changeTakenHome, { ...change, version: 2, opened: undefined }, { on: apart });
		expect(await words('otherHead', apart)).toEqual(['For us.']);
		const back = await taken({ words: 'By mistake.', opened: 'yes' }, 'reviewer', apart);
		await does('reviewer', takeBackTakenHome, { takenHomeId: back }, { on: apart });
		expect(await words('otherHead', apart)).toEqual(['For us.']);
	});

	test('CEN-15 a guest of no school opens it to nobody', async () => {
		const apart = await preparedReview(database());
		await taken({ opened: 'yes' }, 'facilitator', apart);
		expect(await own('facilitator', apart)).toMatchObject([{ opened: false, memberId: null }]);
	});

	test('CEN-15 totals by school and kind are counted for whoever belongs to the partnership, by the year of the review', async () => {
		const apart = await preparedReview(database());
		await taken({}, 'reviewer', apart);
		await taken({}, 'reviewer', apart);
		await taken({ kind: 'reassurance' }, 'facilitator', apart);
		const back = await taken({}, 'reviewer', apart);
		await does('reviewer', takeBackTakenHome, { takenHomeId: back }, { on: apart });
		const counts = (who: Someone, during = year) =>
			apart.as(
				who,
				async (ctx) =>
					(await takenHomeCounts(ctx, apart.partnershipId, during)).map(({ name, total, counts: of }) => [
						...[name, total, of['a method'], of.reassurance],
					]),
				day,
			);
		for (const who of ['chair', 'host', 'governor', 'otherHead', 'partner'] as const)
			expect(await counts(who), who).toEqual([
				['Elmstead', 2, 2, 0],
				[null, 1, 0, 1],
			]);
		expect(await counts('chair', { from: '2025-08-01', to: '2026-07-31' })).toEqual([]);
		expect(await counts('outsider')).toEqual([]);
	});

	describe('R6 in the database itself', () => {
		const insert = (who: Someone, { by = who, member = null as string | null, at = day } = {}) =>
			review.as(
				who,
				(ctx) =>
					sql`insert into taken_home (partnership_id, id, review_id, member_id, kind, words, opened, written_by, written_at)
						values (${review.partnershipId}, ${randomUUIDv7()}, ${review.reviewId}, ${member}, 'a method', 'It.', false,
							${review.people[by]}, now())`.execute(ctx.db),
				at,
			);

		test.each([
			['by the host', 'host', {}],
			['by who is on no team', 'otherHead', {}],
			['by the champion', 'champion', {}],
			['in another’s name', 'reviewer', { by: 'facilitator' as const }],
			['before the day', 'reviewer', { at: '2026-11-18' }],
		] as const)('none is written %s', async (_, who, how) => {
			await expect(insert(who, how)).rejects.toThrow(/row-level security/);
		});

		test('nor for a school at which its author holds no post', async () => {
			await expect(insert('reviewer', { member: review.hostMemberId })).rejects.toThrow(/row-level security/);
			expect((await insert('reviewer')).numAffectedRows).toBe(1n);
		});

		test('the head to whom one was opened changes no word of it', async () => {
			const id = await taken({ opened: 'yes' });
			const change = (who: Someone) =>
				review.as(
					who,
					(ctx) => sql`update taken_home set words = 'Mine.' where id = ${id}`.execute(ctx.db),
					day,
				);
			expect((await change('otherHead')).numAffectedRows).toBe(0n);
			expect((await change('reviewer')).numAffectedRows).toBe(1n);
		});
	});
});
