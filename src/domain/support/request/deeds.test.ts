import { beforeEach, describe, expect, test } from 'vitest';
import { newPerson } from '#domain/partnership/founded.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { brokered, terms, type Brokered } from '../brokered.fixture.ts';
import { agreeToHelp } from '../proposing/deeds.server.ts';
import { askForSupport, changeConsents, rewordRequest, withdrawRequest } from './deeds.server.ts';

const done = { is: 'done', value: null };

forEachEngine((database) => {
	let all: Brokered;
	beforeEach(async () => {
		all = await brokered(database());
	});

	const letters = () =>
		database().signIn((db) => db.selectFrom('letter').select(['recipient', 'subject', 'body']).execute());
	const ofSupport = async () =>
		(await letters()).filter(({ subject }) => /support|ask |help/i.test(subject!));

	describe('CEN-13 a request for support', () => {
		test('is asked by the school’s head and nobody else, once, and told to those who lead without naming the school', async () => {
			const request = all.asking();
			for (const who of [all.home.chair, all.other])
				expect(await all.writes(who, askForSupport, request)).toEqual({ is: 'denied' });
			const stranger = await newPerson(database());
			expect(await all.writes(stranger, askForSupport, request)).toEqual({ is: 'missing' });
			for (const _ of [1, 2])
				expect(await all.writes(all.head, askForSupport, request)).toEqual({
					is: 'done',
					value: { id: request.id },
				});
			const sent = await ofSupport();
			expect(sent.map(({ subject }) => subject)).toEqual(['A head asks for support: Writing']);
			expect(sent[0]!.body).not.toContain('Demo school 0');
			expect(sent[0]!.body).not.toContain('Boys write');
			expect(await all.writes(all.head, askForSupport, all.asking())).toMatchObject({
				is: 'invalid',
				fields: { themeId: expect.stringContaining('already') },
			});
			expect(await all.writes(all.head, askForSupport, { ...request, words: 'Other' })).toMatchObject({
				is: 'conflict',
			});
		});

		test('is read by its heads and those who lead; by other heads only where it is open to their meetings', async () => {
			const request = all.asking();
			await all.writes(all.head, askForSupport, request);
			const steering = await all.home.invited('steering');
			const administrator = await all.home.invited('administrator');
			const deputy = await all.home.invited('deputy', all.home.members[0]);
			const stranger = await newPerson(database());
			for (const who of [all.head, all.home.chair])
				expect(await all.read(who, request.id)).toMatchObject({
					theme: 'Writing',
					memberName: 'Demo school 0',
				});
			const others = [all.other, all.helper, steering, administrator];
			for (const who of [...others, deputy, stranger]) expect(await all.read(who, request.id)).toBeNull();
			const consents = { requestId: request.id, version: '1', atMeetings: 'yes' };
			expect(await all.does(all.home.chair, changeConsents, consents)).toEqual({ is: 'denied' });
			expect(await all.does(all.head, changeConsents, consents)).toEqual(done);
			for (const who of others) expect(await all.read(who, request.id)).toMatchObject({ atMeetings: true });
			for (const who of [deputy, stranger]) expect(await all.read(who, request.id)).toBeNull();
			const closed = { requestId: request.id, version: '2' };
			expect(await all.does(all.head, changeConsents, closed)).toEqual(done);
			// Another head's form still has the tick: it opens nothing again.
			const stale = { ...closed, mayName: 'yes', atMeetings: 'yes' };
			expect(await all.does(all.head, changeConsents, stale)).toMatchObject({ is: 'conflict' });
			for (const who of others) expect(await all.read(who, request.id)).toBeNull();
		});

		test('is put right until a school is asked, and keeps what it said before', async () => {
			const { requestId } = await all.proposed();
			const said = { requestId, version: '1', themeId: all.writing, words: 'More.', byDay: '2026-12-01' };
			expect(await all.does(all.home.chair, rewordRequest, said)).toEqual({ is: 'denied' });
			for (const _ of [1, 2]) expect(await all.does(all.head, rewordRequest, said)).toEqual(done);
			expect(await all.does(all.head, rewordRequest, { ...said, words: 'Else.' })).toMatchObject({
				is: 'conflict',
				current: { words: 'More.' },
			});
			expect(await all.read(all.head, requestId)).toMatchObject({
				...{ words: 'More.', version: 2 },
				former: [{ theme: 'Writing', byDay: '2026-11-20' }],
			});
			const opened = { requestId, version: '2', mayName: 'yes', atMeetings: 'yes' };
			expect(await all.does(all.head, changeConsents, opened)).toEqual(done);
			expect(await all.read(all.other, requestId)).toMatchObject({ words: 'More.', former: [] });
			const rows = await all.home.as(all.other, ({ db }) =>
				db.selectFrom('support_wording').selectAll().execute(),
			);
			expect(rows).toEqual([]);
		});

		test('stays as it is once a school is asked, and so does the consent to be named', async () => {
			const { requestId } = await all.proposed({ mayName: 'yes' });
			const said = { requestId, version: '1', themeId: all.writing, words: 'More.', byDay: '2026-12-01' };
			expect(await all.does(all.head, rewordRequest, said)).toMatchObject({ is: 'invalid' });
			expect(await all.does(all.head, changeConsents, { requestId, version: '1' })).toMatchObject({
				is: 'invalid',
				fields: { mayName: expect.any(String) },
			});
			expect(
				await all.does(all.head, changeConsents, {
					requestId,
					version: '1',
					mayName: 'yes',
					atMeetings: 'yes',
				}),
			).toEqual(done);
		});

		test('is withdrawn with a reason, and whoever was asked finds it no more; agreed support is not withdrawn', async () => {
			const on = await all.proposed({ mayName: 'yes' });
			expect(await all.read(all.helper, on.requestId)).not.toBeNull();
			expect(await all.writes(all.head, withdrawRequest, { ...on, because: ' ' })).toMatchObject({
				is: 'invalid',
			});
			for (const _ of [1, 2])
				expect(await all.writes(all.head, withdrawRequest, { ...on, because: 'We managed.' })).toEqual(done);
			expect(await all.read(all.helper, on.requestId)).toBeNull();
			expect(await all.writes(all.helper, agreeToHelp, { ...on, ...terms })).toEqual({ is: 'missing' });
			const { requestId } = await all.agreed();
			expect(await all.writes(all.head, withdrawRequest, { requestId, because: 'No.' })).toMatchObject({
				is: 'invalid',
			});
		});

		test.each([
			['no words', { words: ' ' }, 'words'],
			['10,000 characters', { words: 'x'.repeat(10_000) }, 'words'],
			['a theme that is none', { themeId: '' }, 'themeId'],
			['another partnership’s theme', { themeId: '01900000-0000-7000-8000-000000000000' }, 'themeId'],
			['a day that is over', { byDay: '2026-09-06' }, 'byDay'],
			['a day that does not exist', { byDay: '2026-02-30' }, 'byDay'],
			['a day in ten years', { byDay: '2036-09-06' }, 'byDay'],
		])('is refused at the field with %s', async (_, more, field) => {
			expect(await all.writes(all.head, askForSupport, all.asking(more))).toMatchObject({
				is: 'invalid',
				fields: { [field]: expect.any(String) },
			});
		});

		test('of a school that has left is nobody’s any more to ask', async () => {
			await database().asOwner((db) =>
				db
					.updateTable('member')
					.set({ until_day: '2026-09-07' })
					.where('id', '=', all.home.members[0])
					.execute(),
			);
			expect(await all.writes(all.head, askForSupport, all.asking())).toEqual({ is: 'missing' });
		});
	});
});
