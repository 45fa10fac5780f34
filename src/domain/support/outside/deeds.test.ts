import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { brokered, type Brokered } from '../brokered.fixture.ts';
import { requestState } from '../request/model.ts';
import { askForSupport } from '../request/deeds.server.ts';
import { arrangeOutside, endOutside, tellOutside } from './deeds.server.ts';

const done = { is: 'done' };
const today = '2026-09-07';

forEachEngine((database) => {
	let all: Brokered;
	/** Two schools ask in one theme, and the third reads neither. */
	let requestId: string;
	let shared: string;
	beforeEach(async () => {
		all = await brokered(database());
		const [own, other] = [all.asking(), all.asking({ memberId: all.third })];
		expect(await all.writes(all.head, askForSupport, own)).toMatchObject(done);
		expect(await all.writes(all.other, askForSupport, other)).toMatchObject(done);
		[requestId, shared] = [own.id, other.id];
	});
	const arranged = (more: object = {}) => ({
		...{ id: randomUUIDv7(), requestId, kind: 'commissioned', provider: 'A trainer 😀 <b>' },
		...{
			words: 'Two days on phonics.',
			pounds: '£1,200',
			payer: 'the partnership',
			day: '2026-10-12',
			...more,
		},
	});
	const arrange = (by: string, more: object = {}) => all.does(by, arrangeOutside, arranged(more));
	const seen = async (by: string, id: string) => (await all.read(by, id))?.outside;

	test('HEP-13 support is commissioned for schools that share a need, and each reads its own part alone', async () => {
		expect(await arrange(all.head)).toEqual({ is: 'denied' });
		for (const by of [all.other, all.helper]) expect(await arrange(by)).toEqual({ is: 'missing' });
		const twice = arranged({ also: [shared] });
		for (const _ of [1, 2]) expect(await all.does(all.home.chair, arrangeOutside, twice)).toMatchObject(done);
		expect(await all.does(all.home.chair, arrangeOutside, { ...twice, words: 'One.' })).toMatchObject({
			is: 'conflict',
		});
		const [own] = (await seen(all.head, requestId))!;
		expect(own).toMatchObject({ pounds: 1200, payer: 'the partnership', requestIds: [requestId] });
		expect((await seen(all.other, shared))![0]!.requestIds).toEqual([shared]);
		expect((await seen(all.home.chair, shared))![0]!.requestIds).toHaveLength(2);
		expect(await all.read(all.helper, requestId)).toBeNull();
		expect(requestState((await all.read(all.head, requestId))!, today)).toBe('from outside');
		expect(await arrange(all.home.chair)).toMatchObject({ fields: { '': expect.any(String) } });
	});

	test('NFS-23 the authority is asked, and whoever leads tells what it answered, by version', async () => {
		const asked = arranged({ kind: 'authority asked', pounds: '', payer: '' });
		expect(await all.does(all.home.chair, arrangeOutside, asked)).toMatchObject(done);
		expect(requestState((await all.read(all.head, requestId))!, today)).toBe('asked');
		const tell = (by: string, version: number, answer: string) =>
			all.does(by, tellOutside, { requestId, outsideId: asked.id, version, answer });
		expect(await tell(all.head, 1, 'No.')).toEqual({ is: 'denied' });
		expect(await tell(all.other, 1, 'No.')).toEqual({ is: 'missing' });
		expect(await tell(all.home.chair, 1, '')).toMatchObject({ fields: { answer: expect.any(String) } });
		expect(await tell(all.home.chair, 1, 'An adviser comes in May.')).toMatchObject(done);
		expect(await tell(all.home.chair, 1, 'Nobody.')).toMatchObject({
			is: 'conflict',
			current: { answer: 'An adviser comes in May.' },
		});
		expect((await seen(all.head, requestId))![0]).toMatchObject({ answer: 'An adviser comes in May.' });
	});

	test('HEP-13 what is commissioned closes the request to meetings until it ends, and then help is looked for anew', async () => {
		const meeting = all.asking({ themeId: all.reading, atMeetings: 'yes' });
		expect(await all.writes(all.head, askForSupport, meeting)).toMatchObject(done);
		expect(await all.read(all.other, meeting.id)).not.toBeNull();
		const made = arranged({ requestId: meeting.id });
		expect(await all.does(all.home.chair, arrangeOutside, made)).toMatchObject(done);
		expect(await all.read(all.other, meeting.id)).toBeNull();
		const end = { requestId: meeting.id, outsideId: made.id, version: '1', because: 'They closed.' };
		expect(await all.does(all.head, endOutside, end)).toEqual({ is: 'denied' });
		expect(await all.does(all.home.chair, endOutside, end)).toMatchObject(done);
		expect(await all.read(all.other, meeting.id)).not.toBeNull();
		expect(requestState((await all.read(all.head, meeting.id))!, today)).toBe('asked');
	});

	test.each([
		['nobody it is asked of', { provider: ' ' }, 'provider'],
		['who pays and no cost', { pounds: '' }, 'pounds'],
		['a cost that is no number', { pounds: 'much' }, 'pounds'],
		['a day that is none', { day: 'soon' }, 'day'],
		['a request of elsewhere', { also: [randomUUIDv7()] }, 'also'],
		['a kind that is none', { kind: 'hoped for' }, 'kind'],
	])('is refused at its field with %s', async (_, more, field) => {
		expect(await arrange(all.home.chair, more)).toMatchObject({ fields: { [field]: expect.any(String) } });
	});

	test('past all rules nobody but whoever leads arranges it, and a head answers for their own alone', async () => {
		const { partnershipId } = all.home;
		const row = (by: string) => ({
			...{
				partnership_id: partnershipId,
				id: randomUUIDv7(),
				kind: 'commissioned',
				provider: 'x',
				words: 'x',
			},
			...{ payer: '', day: today, arranged_by: by, arranged_at: new Date() },
		});
		await expect(
			all.home.as(all.head, (ctx) => ctx.db.insertInto('outside_support').values(row(all.head)).execute()),
		).rejects.toThrow('row-level security');
		const made = arranged();
		await all.does(all.home.chair, arrangeOutside, made);
		const link = { partnership_id: partnershipId, outside_id: made.id, request_id: shared };
		await expect(
			all.home.as(all.head, (ctx) => ctx.db.insertInto('outside_request').values(link).execute()),
		).rejects.toThrow('row-level security');
		const changed = await all.home.as(all.other, (ctx) =>
			ctx.db
				.updateTable('outside_support')
				.set({ answer: 'x', told_by: all.other, told_at: new Date() })
				.where('id', '=', made.id)
				.executeTakeFirst(),
		);
		expect(changed.numUpdatedRows).toBe(0n);
	});
});
