import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { inTheMaking, type InTheMaking } from '../deeds/in-the-making.fixture.ts';
import { acceptReview, joinTeam, standStill } from '../deeds/team.server.ts';
import { keepNotes, notesScreen } from './notes.server.ts';
import { mayNote, notedStage, notesReaders } from './notes.ts';

const consortium = presetNamed('consortium');
const stage = 'data-session';

describe('at which stages notes are written', () => {
	test('CSC-28 at a session over the data; not where a screen has the form, nor on the quality of a review', () => {
		expect(notedStage(consortium, stage)?.form.title).toBe('Going through the data');
		for (const key of ['pre-review', 'look-back', 'brief-staff', 'horoscope'])
			expect(notedStage(consortium, key), key).toBeNull();
		expect(notedStage(presetNamed('family'), 'quality')).toBeNull();
	});

	test('those who are asked read and write them; whoever runs the partnership only if asked as something else too', () => {
		const who = ['host', 'reviewer', 'expert', 'champion', 'chair'] as const;
		expect(notesReaders({ who: [...who] })).toEqual(['host', 'team', 'champion']);
		const may = (
			role: Parameters<typeof mayNote>[0] extends ReadonlySet<infer R> ? R : never,
			bound = true,
		) => mayNote(new Set([role]), bound, { who: [...who] });
		expect([may('host head'), may('expert'), may('champion')]).toEqual([true, true, true]);
		expect([may('expert', false), may('chair'), may('facilitator'), may('governor')]).toEqual(
			Array(4).fill(false),
		);
	});
});

forEachEngine((database) => {
	let it: InTheMaking;
	const dip = (row: number, cells: Record<string, string>) =>
		Object.fromEntries(Object.entries(cells).map(([column, words]) => [`dips.${row}.${column}`, words]));
	const writing = { subject: 'Writing', pupils: 'Disadvantaged pupils', figures: 'Down 9 points' };
	const keep = (by: string, form: object, version = 0) =>
		it.on(by, keepNotes, { stage, version: String(version), ...form });
	const seen = (by: string) => it.home.as(by, (ctx) => notesScreen(ctx, it.reviewId, stage));

	beforeAll(async () => {
		it = await inTheMaking(database());
		const { chair, partnershipId } = it.home;
		await it.home.as(chair, (ctx) =>
			publishPreset(ctx, { id: randomUUIDv7(), partnershipId, preset: 'consortium' }),
		);
		await it.propose({ kind: 'desktop', days: '' });
		await it.on(chair, joinTeam, { personId: it.reviewer, role: 'reviewer' });
		for (const person of [it.host, it.reviewer]) await it.on(person, acceptReview);
	});

	test('CSC-28 host and team write each dip together; of two at once the second is shown the first, and nobody else reads it', async () => {
		expect(await keep(it.reviewer, dip(0, writing))).toEqual({ is: 'denied' });
		expect(await seen(it.reviewer)).toBeNull();
		await it.bind(it.reviewer);
		expect(await seen(it.reviewer)).toMatchObject({ kept: null, writes: true });
		expect(await keep(it.host, dip(0, writing))).toMatchObject({ is: 'done' });
		expect(await keep(it.host, dip(0, writing)), 'sent twice').toMatchObject({ is: 'done' });
		expect(await keep(it.reviewer, dip(0, { subject: 'Maths' }))).toMatchObject({ is: 'conflict' });
		const explained = { ...writing, explanation: 'Many are new to us.', action: 'Read aloud each day.' };
		const both = { ...dip(0, explained), ...dip(1, { subject: 'Maths' }) };
		expect(await keep(it.reviewer, both, 1)).toMatchObject({ is: 'done' });
		const lines = (await seen(it.host))?.read[0]?.lines;
		expect(lines).toHaveLength(2);
		expect(lines![0]).toMatch(/Disadvantaged.*new to us.*Read aloud/);
		for (const other of [
			it.home.chair,
			it.facilitator,
			await it.home.invited('headteacher', it.home.members[1]),
		]) {
			expect(await seen(other)).toBeNull();
			expect(await keep(other, both, 2)).toEqual({ is: 'denied' });
			expect(
				await it.home.as(other, (ctx) => ctx.db.selectFrom('stage_notes').selectAll().execute()),
			).toEqual([]);
		}
	});

	test('nothing of a dip, another stage, or a review that stands still is refused in words', async () => {
		expect(await keep(it.host, {}, 2)).toMatchObject({ fields: { dips: 'Fill in the table.' } });
		expect(await keep(it.host, dip(0, { subject: 'x'.repeat(1001) }), 2)).toMatchObject({ is: 'invalid' });
		expect(await keep(it.host, { stage: 'report', ...dip(0, writing) }, 2)).toEqual({ is: 'missing' });
		await it.on(it.host, standStill, { id: randomUUIDv7(), kind: 'deferred', reason: 'Snow' });
		expect(await keep(it.host, dip(0, writing), 2)).toMatchObject({ fields: { '': /stands still/ } });
		expect((await seen(it.host))?.writes).toBe(false);
	});
});
