import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { addMember } from '#domain/partnership/deeds/membership.server.ts';
import { foundingDay } from '#domain/partnership/founded.fixture.ts';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { inTheMaking, type InTheMaking } from '../deeds/in-the-making.fixture.ts';
import { acceptReview, joinTeam, standStill } from '../deeds/team.server.ts';
import { audience } from '../audience.ts';
import type { ReviewRole } from '../roles.ts';
import { saidForProtocol } from './for-protocol.server.ts';
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
		const asked = { who: [...who], withHeads: false };
		expect(notesReaders(asked)).toEqual(['host', 'team', 'champion']);
		const may = (role: ReviewRole, bound = true, withHeads = false) =>
			mayNote(new Set([role]), bound, { ...asked, withHeads });
		expect([may('host head'), may('expert'), may('champion')]).toEqual([true, true, true]);
		expect([may('expert', false), may('chair'), may('facilitator'), may('governor')]).toEqual(
			Array(4).fill(false),
		);
		expect(may('head of partnership')).toBe(false);
	});

	test('KSA-7 heads who join a meeting read and write its notes, and know of the review', () => {
		const trios = presetNamed('trios');
		const { stage: met } = notedStage(trios, 'post-review')!;
		expect(notesReaders(met)).toEqual(['host', 'team', 'champion', 'heads']);
		const may = (bound: boolean, ...roles: ReviewRole[]) => mayNote(new Set(roles), bound, met);
		expect(may(false, 'head of partnership')).toBe(true);
		expect(may(false, 'head of partnership', 'reviewer'), 'not before they agreed').toBe(false);
		expect(may(false, 'host staff')).toBe(false);
		const closed = structuredClone(trios);
		for (const thing of Object.values(closed.audience.things)) thing.floor = ['host'];
		expect(audience('cycle', closed)).toContain('heads');
		for (const stage of closed.stages) stage.withHeads = false;
		expect(audience('cycle', closed)).not.toContain('heads');
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

forEachEngine((database) => {
	const said = 'Chairs join the feedback from the start, and fewer rooms are seen.';
	const answers = {
		'subject-well': 'Reading aloud each day.',
		'subject-improve': 'Who is asked.',
		'process-well': 'Two rooms, not six.',
		'process-improve': 'Less on the day.',
	};

	test('KSA-7 heads of the other trio write down how the review went; what is to change stands where the protocol is changed, for who reads it', async () => {
		const it = await inTheMaking(database());
		const { chair, partnershipId, as } = it.home;
		await as(chair, (ctx) => publishPreset(ctx, { id: randomUUIDv7(), partnershipId, preset: 'trios' }));
		await it.propose();
		const outside = { id: randomUUIDv7(), partnershipId, fromDay: foundingDay };
		await as(chair, (ctx) => addMember(ctx, { ...outside, name: 'Far school', place: 'Nowhere' }));
		const [other, teacher] = [
			await it.home.invited('headteacher', outside.id),
			await it.home.invited('senior leader', outside.id),
		];
		const notes = { stage: 'post-review', version: '0', ...answers, change: said };
		const listed = (who: string) => as(who, (ctx) => saidForProtocol(ctx, partnershipId));
		expect(await it.on(other, keepNotes, { ...notes, change: '' })).toMatchObject({
			fields: { change: expect.any(String) },
		});
		expect(await listed(it.host)).toEqual([]);
		expect(await it.on(other, keepNotes, notes)).toMatchObject({ is: 'done' });
		expect(await listed(it.host)).toMatchObject([
			{ reviewId: it.reviewId, stage: 'post-review', words: said },
		]);
		expect(await listed(other)).toHaveLength(1);
		for (const who of [teacher, chair, it.facilitator]) {
			expect(await it.on(who, keepNotes, { ...notes, version: '1' })).not.toMatchObject({ is: 'done' });
			expect(await listed(who)).toEqual([]);
		}
		const seen = await as(other, (ctx) => notesScreen(ctx, it.reviewId, 'post-review'));
		expect(seen).toMatchObject({ ticks: false, forProtocol: true, kept: { answers: { change: said } } });
		await it.on(chair, joinTeam, { personId: other, role: 'reviewer' });
		expect(await listed(other), 'on the team, before they agreed').toEqual([]);
		await it.on(other, acceptReview);
		await it.bind(other);
		expect(await listed(other)).toHaveLength(1);
	});
});
