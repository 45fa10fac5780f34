import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import {
	foundedPartnership,
	foundingDay,
	newPerson,
	type Founded,
} from '#domain/partnership/founded.fixture.ts';
import { invite } from '#domain/partnership/deeds/invitation.server.ts';
import { forEachEngine } from '#test/database.ts';
import { addUnsuitable, keepBusy, readBusy, takeDaysAway } from './deeds.server.ts';
import { ownDays, unsuitableDays } from './queries.server.ts';

const during = { from: '2026-11-01', to: '2026-11-30' };

forEachEngine((database) => {
	let home: Founded;
	let other: Founded;
	let head: string;
	let staff: string;
	beforeAll(async () => {
		home = await foundedPartnership(database());
		other = await foundedPartnership(database());
		head = await home.invited('headteacher', home.members[0]);
		staff = await home.invited('deputy', home.members[0]);
	});

	const form = (more: object = {}) => ({
		...{ id: randomUUIDv7(), kind: 'cannot', fromDay: '2026-11-03', words: 'Interviews', ...more },
	});
	const add = (who: string, input: object) => home.as(who, (ctx) => addUnsuitable(ctx, input));
	const own = (who: string) => home.as(who, ownDays);
	const learnt = (by: string, whose: string, partnershipId = home.partnershipId) =>
		home.as(by, (ctx) => unsuitableDays(ctx, partnershipId, [whose], during));
	const forget = async (who: string) => {
		for (const { id } of await own(who)) await home.as(who, (ctx) => takeDaysAway(ctx, { daysId: id }));
	};

	test('NFS-26 others learn the days, each rule counted out, never the words; the worse of two stands', async () => {
		const filled = form({ toDay: '2026-11-24', weekday: '2' });
		for (const input of [
			filled,
			filled,
			form({ kind: 'if need be' }),
			form({ kind: 'if need be', fromDay: '2026-11-19' }),
		])
			expect(await add(head, input)).toMatchObject({ is: 'done' });
		expect(await own(head)).toHaveLength(3);
		expect(await learnt(staff, head)).toEqual([
			...['2026-11-03', '2026-11-10', '2026-11-17'].map((day) => ({ personId: head, day, kind: 'cannot' })),
			{ personId: head, day: '2026-11-19', kind: 'if need be' },
			{ personId: head, day: '2026-11-24', kind: 'cannot' },
		]);
		const rows = await home.as(staff, (ctx) => sql`select from unavailable`.execute(ctx.db));
		expect(rows.rows).toHaveLength(0);
		await forget(head);
		expect(await learnt(staff, head)).toEqual([]);
	});

	test('NFS-26 the same days said again take the later note, and lose none to an empty one', async () => {
		const noted = async () => (await own(head)).map(({ kind, words }) => [kind, words]);
		const first = form();
		for (const [input, words] of [
			[first, 'Interviews'],
			[form({ words: 'Governors come' }), 'Governors come'],
			[form({ words: '' }), 'Governors come'],
		] as const) {
			expect(await add(head, input)).toMatchObject({ is: 'done' });
			expect(await noted()).toEqual([['cannot', words]]);
		}
		expect(await home.as(head, (ctx) => keepBusy(ctx, { spans: '2026-11-03/2026-11-03' }))).toMatchObject({
			is: 'done',
		});
		expect(await noted()).toEqual([['cannot', 'Governors come']]);
		await add(head, form({ kind: 'if need be', words: 'Or so' }));
		expect(await own(head)).toHaveLength(2);
		await forget(head);
	});

	test('NFS-26 they are a person’s, so each partnership they stand in learns them, and no other', async () => {
		await add(head, form());
		const address = (
			await database().asOwner((db) =>
				db.selectFrom('person').select('email').where('id', '=', head).executeTakeFirstOrThrow(),
			)
		).email;
		expect(await learnt(other.chair, head, other.partnershipId)).toEqual([]);
		expect(await learnt(other.chair, head)).toEqual([]);
		expect(await learnt(await newPerson(database()), head)).toEqual([]);
		const given = {
			...{ id: randomUUIDv7(), partnershipId: other.partnershipId, name: 'Same', email: address },
			...{ memberId: other.members[0], role: 'deputy', fromDay: foundingDay },
		};
		await other.as(other.chair, (ctx) => invite(ctx, 'http://localhost', given));
		expect(await learnt(other.chair, head, other.partnershipId)).toHaveLength(1);
		await forget(head);
	});

	test('nobody takes another’s days away, and what is wrong is said by its field', async () => {
		await add(head, form());
		const [{ id } = { id: '' }] = await own(head);
		await home.as(staff, (ctx) => takeDaysAway(ctx, { daysId: id }));
		expect(await own(head)).toHaveLength(1);
		// An id that is taken says nothing of whose it is, and changes nothing.
		await add(staff, form({ id }));
		expect(await own(staff)).toHaveLength(0);
		expect(await add(head, form({ kind: 'x', fromDay: '' }))).toMatchObject({
			fields: { kind: expect.any(String), fromDay: 'Say from which day.' },
		});
		for (const [more, why] of [
			[{ toDay: '2026-11-02' }, 'lies before'],
			[{ toDay: '2036-11-02' }, 'more than three years'],
			[{ fromDay: '2026-01-01' }, 'are over'],
			[{ weekday: '1' }, 'until when'],
			[{ weekday: '1', toDay: '2026-11-06' }, 'no such weekday'],
		] as const)
			expect(await add(head, form(more))).toMatchObject({ fields: { toDay: expect.stringContaining(why) } });
		await forget(head);
	});

	test('NFS-26 a calendar file is shown as days, and those ticked are kept once, without what they were called', async () => {
		const file = [
			'BEGIN:VCALENDAR',
			'BEGIN:VEVENT',
			'SUMMARY:Secret',
			'DTSTART;VALUE=DATE:20261110',
			'DTEND;VALUE=DATE:20261115',
			'END:VEVENT',
			'END:VCALENDAR',
		].join('\n');
		const read = await home.as(head, (ctx) => readBusy(ctx, { file }));
		expect(read).toMatchObject({ is: 'done', value: [{ from: '2026-11-10', to: '2026-11-13' }] });
		expect(await own(head)).toEqual([]);
		const keep = (spans: string | string[]) => home.as(head, (ctx) => keepBusy(ctx, { spans }));
		for (const spans of ['2026-11-10/2026-11-13', ['2026-11-10/2026-11-13']])
			expect(await keep(spans)).toMatchObject({ is: 'done' });
		expect(await own(head)).toEqual([
			expect.objectContaining({ kind: 'cannot', words: '', toDay: '2026-11-13' }),
		]);
		for (const wrong of ['2026-11-31/2026-12-01', '2026-12-01/2026-11-01', 'soon', []])
			expect(await keep(wrong)).toMatchObject({ is: 'invalid' });
		for (const nothing of ['', 'x'.repeat(2_000_001), 'Dear Sir', file.replaceAll('202611', '202511')])
			expect(await home.as(head, (ctx) => readBusy(ctx, { file: nothing }))).toMatchObject({
				fields: { file: expect.any(String) },
			});
		await forget(head);
	});

	test('nobody keeps more than a page of them', async () => {
		const spans = Array.from({ length: 200 }, (_, count) => {
			const day = new Date(Date.UTC(2027, 0, 1 + count)).toISOString().slice(0, 10);
			return `${day}/${day}`;
		});
		const keep = (list: string[]) => home.as(staff, (ctx) => keepBusy(ctx, { spans: list }));
		expect(await keep(spans)).toMatchObject({ is: 'done' });
		expect(await keep(spans.map((span) => span.replaceAll('2027', '2028')))).toMatchObject({
			fields: { spans: expect.stringContaining('300 entries') },
		});
		expect(await own(staff)).toHaveLength(200);
		// Those that are kept already are no more than they were.
		const later = spans.slice(0, 100).map((span) => span.replaceAll('2027', '2028'));
		for (const list of [later, spans, later]) expect(await keep(list)).toMatchObject({ is: 'done' });
		expect(await add(staff, form({ fromDay: '2029-01-10' }))).toMatchObject({
			fields: { '': expect.stringContaining('300 entries') },
		});
		expect(await add(staff, form({ fromDay: '2027-01-05' }))).toMatchObject({ is: 'done' });
		expect(await own(staff)).toHaveLength(300);
	});
});
