import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { brokered, terms, type Brokered } from '../brokered.fixture.ts';
import { endSupport } from '../deployment/deeds.server.ts';
import { offerExpertise, withdrawExpertise } from '../deeds.server.ts';
import { expertiseOf } from '../queries.server.ts';
import { askForSupport, changeConsents, rewordRequest } from '../request/deeds.server.ts';
import { helperState, requestState } from '../request/model.ts';
import {
	agreeToBeNamed,
	agreeToHelp,
	declineToHelp,
	proposeHelpers,
	refuseHelper,
	sayNobodyFound,
	takeProposalBack,
} from './deeds.server.ts';

const done = { is: 'done', value: null };

forEachEngine((database) => {
	let all: Brokered;
	beforeEach(async () => {
		all = await brokered(database());
	});

	const lettersTo = async (personId: string) => {
		const rows = await database().signIn((db) =>
			db
				.selectFrom('letter')
				.innerJoin('person', 'person.email', 'letter.recipient')
				.select(['letter.subject', 'letter.body'])
				.where('person.id', '=', personId)
				.where('letter.subject', 'not like', '%invite%')
				.orderBy('letter.id')
				.execute(),
		);
		return rows.filter(({ subject }) => /Writing/.test(subject!));
	};
	const stateFor = async (who: string, requestId: string) =>
		requestState((await all.read(who, requestId))!, '2026-09-07');

	describe('NFS-23 helpers', () => {
		test('are proposed by whoever leads alone, and learn who asks only once its head says yes', async () => {
			const request = all.asking();
			await all.writes(all.head, askForSupport, request);
			const proposal = { requestId: request.id, memberIds: [all.home.members[1]] };
			expect(await all.writes(all.head, proposeHelpers, proposal)).toEqual({ is: 'denied' });
			for (const who of [all.other, all.helper])
				expect(await all.writes(who, proposeHelpers, proposal)).toEqual({ is: 'missing' });
			for (const _ of [1, 2])
				expect(await all.writes(all.home.chair, proposeHelpers, proposal)).toEqual(done);
			const { helpers } = (await all.read(all.home.chair, request.id))!;
			expect(helpers.map(helperState)).toEqual(['waits to be agreed to']);
			expect(await all.read(all.helper, request.id)).toBeNull();
			expect(await lettersTo(all.helper)).toEqual([]);
			expect(await lettersTo(all.head)).toMatchObject([{ subject: 'May we ask Demo school 1? Writing' }]);
			const on = { requestId: request.id, helperId: helpers[0]!.id };
			expect(await all.writes(all.helper, agreeToHelp, { ...on, ...terms })).toEqual({ is: 'missing' });
			expect(await all.writes(all.home.chair, agreeToBeNamed, on)).toEqual({ is: 'denied' });
			for (const _ of [1, 2]) expect(await all.writes(all.head, agreeToBeNamed, on)).toEqual(done);
			const [asked, ...more] = await lettersTo(all.helper);
			expect(more).toEqual([]);
			expect(asked).toMatchObject({ subject: 'Can you help Demo school 0? Writing' });
			expect(asked!.body).not.toContain('Boys write');
			expect(await all.read(all.helper, request.id)).toMatchObject({ memberName: 'Demo school 0' });
			expect(await all.read(all.other, request.id)).toBeNull();
		});

		test('that the asker’s head would rather not ask never learn of it', async () => {
			const on = await all.proposed();
			expect(await all.does(all.home.chair, refuseHelper, on)).toEqual({ is: 'denied' });
			for (const _ of [1, 2])
				expect(await all.does(all.head, refuseHelper, { ...on, because: 'Too near.' })).toEqual(done);
			expect(await all.read(all.helper, on.requestId)).toBeNull();
			expect(await lettersTo(all.helper)).toEqual([]);
			expect(await stateFor(all.home.chair, on.requestId)).toBe('asked');
			expect(await all.writes(all.head, agreeToBeNamed, on)).toMatchObject({ is: 'invalid' });
		});

		test('are asked at once where the head had agreed to be named, and say no with a reason', async () => {
			const on = await all.proposed({ mayName: 'yes' });
			expect(await lettersTo(all.helper)).toHaveLength(1);
			expect(await all.does(all.head, refuseHelper, on)).toMatchObject({ is: 'invalid' });
			expect(await all.writes(all.helper, declineToHelp, { ...on, words: ' ' })).toMatchObject({
				is: 'invalid',
			});
			expect(await all.writes(all.head, declineToHelp, { ...on, words: 'No.' })).toEqual({ is: 'denied' });
			for (const _ of [1, 2])
				expect(await all.writes(all.helper, declineToHelp, { ...on, words: 'Two are ill.' })).toEqual(done);
			expect((await all.read(all.head, on.requestId))!.helpers).toMatchObject([
				{ answer: { yes: false, words: 'Two are ill.' } },
			]);
			expect(await lettersTo(all.head)).toMatchObject([{ subject: 'Demo school 1 cannot help: Writing' }]);
			expect(await all.writes(all.helper, agreeToHelp, { ...on, ...terms })).toMatchObject({ is: 'invalid' });
			expect(await stateFor(all.head, on.requestId)).toBe('asked');
		});

		test('say yes once, with days, dates and who comes; only then is it agreed', async () => {
			const on = await all.proposed({ mayName: 'yes' });
			const english = await all.home.invited('senior leader', all.home.members[1]);
			const yes = { ...on, ...terms, personId: english, who: '', words: 'Gladly.' };
			for (const who of [all.head, all.home.chair])
				expect(await all.writes(who, agreeToHelp, yes)).toEqual({ is: 'denied' });
			for (const _ of [1, 2]) expect(await all.writes(all.helper, agreeToHelp, yes)).toEqual(done);
			expect(await all.writes(all.helper, agreeToHelp, { ...yes, days: '3' })).toMatchObject({
				is: 'conflict',
			});
			expect(await all.read(english, on.requestId)).toMatchObject({
				deployments: [{ days: 2, personName: 'Demo senior leader', memberName: 'Demo school 1' }],
			});
			expect(await lettersTo(english)).toMatchObject([{ subject: 'You help Demo school 0: Writing' }]);
			expect(await stateFor(all.head, on.requestId)).toBe('under way');
			expect(await all.writes(all.home.chair, takeProposalBack, on)).toMatchObject({ is: 'invalid' });
		});

		test.each([
			['no days', { days: '' }, 'days'],
			['days that are none', { days: '0.5' }, 'days'],
			['a first day that is over', { fromDay: '2026-09-01' }, 'fromDay'],
			['a last day before the first', { toDay: '2026-09-01' }, 'toDay'],
			['nobody who comes', { who: ' ' }, 'who'],
			['10,000 characters', { who: 'x'.repeat(10_000) }, 'who'],
			['somebody of another school', { personId: 'the chair' }, 'personId'],
			['a cost that nobody pays', { pounds: '£1,200' }, 'payer'],
			['a cost in pence', { pounds: '9.99', payer: 'Us' }, 'pounds'],
		])('do not say yes with %s', async (_, more: Record<string, string>, field) => {
			const on = await all.proposed({ mayName: 'yes' });
			const given = more['personId'] ? { personId: all.home.chair } : more;
			expect(await all.writes(all.helper, agreeToHelp, { ...on, ...terms, ...given })).toMatchObject({
				is: 'invalid',
				fields: { [field]: expect.any(String) },
			});
		});

		test('are not proposed where an offer was taken back, a school has left, offers nothing or is the asker', async () => {
			const request = all.asking({ mayName: 'yes' });
			await all.writes(all.head, askForSupport, request);
			const propose = (memberId: string) =>
				all.writes(all.home.chair, proposeHelpers, { requestId: request.id, memberIds: memberId });
			const refused = { is: 'invalid', fields: { memberIds: expect.any(String) } };
			for (const memberId of [all.third, all.home.members[0], randomUUIDv7()])
				expect(await propose(memberId)).toMatchObject(refused);
			const [offer] = await all.home.as(all.helper, (ctx) => expertiseOf(ctx, all.home.partnershipId));
			const taken = { memberId: all.home.members[1], expertiseId: offer!.id };
			await all.does(all.helper, withdrawExpertise, taken);
			expect(await propose(all.home.members[1])).toMatchObject(refused);
		});

		test('whose days of the term are promised are proposed no more', async () => {
			await all.agreed({ days: '4' });
			const request = all.asking({ memberId: all.third });
			expect(await all.writes(all.other, askForSupport, request)).toMatchObject({ is: 'done' });
			expect(
				await all.writes(all.home.chair, proposeHelpers, {
					requestId: request.id,
					memberIds: all.home.members[1],
				}),
			).toMatchObject({ is: 'invalid' });
		});

		test('that are taken back are asked no more', async () => {
			const on = await all.proposed({ mayName: 'yes' });
			expect(await all.writes(all.head, takeProposalBack, on)).toEqual({ is: 'denied' });
			expect(await all.writes(all.home.chair, takeProposalBack, on)).toEqual(done);
			expect(await all.read(all.helper, on.requestId)).toBeNull();
			expect(await all.writes(all.helper, declineToHelp, { ...on, words: 'No.' })).toEqual({ is: 'missing' });
			expect(await stateFor(all.head, on.requestId)).toBe('asked');
		});

		test('are not asked for a school that has left meanwhile', async () => {
			const on = await all.proposed({ mayName: 'yes' });
			await database().asOwner((db) =>
				db
					.updateTable('member')
					.set({ until_day: '2026-09-07' })
					.where('id', '=', all.home.members[0])
					.execute(),
			);
			expect(await all.writes(all.helper, agreeToHelp, { ...on, ...terms })).toMatchObject({ is: 'invalid' });
		});

		test('the consent to be named and the proposal come one after the other: nobody is named against it', async () => {
			const request = all.asking({ mayName: 'yes' });
			await all.writes(all.head, askForSupport, request);
			const [taken, proposed] = await Promise.all([
				all.does(all.head, changeConsents, { requestId: request.id, version: '1' }),
				all.writes(all.home.chair, proposeHelpers, { requestId: request.id, memberIds: all.home.members[1] }),
			]);
			expect(proposed).toEqual(done);
			const named = (await all.read(all.helper, request.id)) !== null;
			expect(taken.is).toBe(named ? 'invalid' : 'done');
		});

		test('that nobody is found is said by whoever leads, and the asker is told, until somebody is proposed', async () => {
			const request = all.asking();
			await all.writes(all.head, askForSupport, request);
			const said = { requestId: request.id, id: randomUUIDv7(), words: 'We asked three.' };
			expect(await all.writes(all.head, sayNobodyFound, said)).toEqual({ is: 'denied' });
			expect(await lettersTo(all.head)).toEqual([]);
			for (const _ of [1, 2]) expect(await all.writes(all.home.chair, sayNobodyFound, said)).toEqual(done);
			expect(
				await all.writes(all.home.chair, sayNobodyFound, { ...said, words: 'We asked four.' }),
				'an old form with other words',
			).toMatchObject({ fields: { '': expect.stringMatching(/sent before/) } });
			const [letter, ...more] = await lettersTo(all.head);
			expect(letter).toMatchObject({ subject: 'Nobody found so far: Writing' });
			expect(letter!.body).not.toContain(said.words);
			expect(more).toEqual([]);
			expect(await stateFor(all.head, request.id)).toBe('nobody found');
			const proposal = { requestId: request.id, memberIds: all.home.members[1] };
			await all.writes(all.home.chair, proposeHelpers, proposal, '2026-09-08');
			expect(await stateFor(all.head, request.id)).toBe('helper proposed');
		});

		test('without consent beforehand the helper’s head is asked once the asker agrees, and answers', async () => {
			const on = await all.proposed();
			expect(await all.read(all.helper, on.requestId)).toBeNull();
			expect(await all.writes(all.head, agreeToBeNamed, on)).toEqual(done);
			const asked = (await all.read(all.helper, on.requestId))!.helpers[0]!;
			expect(helperState(asked)).toBe('asked');
			expect(asked.askedOn).toBe('2026-09-07');
			expect(await all.writes(all.helper, agreeToHelp, { ...on, ...terms })).toEqual(done);
			expect(await stateFor(all.head, on.requestId)).toBe('under way');
		});

		test('what a head has said no to is put otherwise only once the proposal is taken back, and then they read it no more', async () => {
			const on = await all.proposed({ mayName: 'yes' });
			expect(await all.writes(all.helper, declineToHelp, { ...on, words: 'Ill.' })).toEqual(done);
			const said = { ...on, version: '1', themeId: all.writing, words: 'More.', byDay: '2026-12-01' };
			expect(await all.does(all.head, rewordRequest, said)).toMatchObject({ is: 'invalid' });
			expect(await all.writes(all.home.chair, takeProposalBack, on)).toEqual(done);
			expect(await all.does(all.head, rewordRequest, said)).toEqual(done);
			expect(await all.read(all.helper, on.requestId)).toBeNull();
		});

		test('the asker’s no outlives the proposal, and a chair who heads that school learns nothing of it', async () => {
			const on = await all.proposed();
			expect(await all.does(all.head, refuseHelper, { ...on, because: 'We work apart.' })).toEqual(done);
			expect(await all.writes(all.home.chair, takeProposalBack, on)).toMatchObject({ is: 'invalid' });
			const version = { requestId: on.requestId, version: '1', mayName: 'yes' };
			expect(await all.does(all.head, changeConsents, version)).toEqual(done);
			const again = { requestId: on.requestId, memberIds: all.home.members[1] };
			await all.writes(all.home.chair, proposeHelpers, again);
			expect(await all.read(all.helper, on.requestId)).toBeNull();
			const { partnershipId } = all.home;
			const role = {
				id: randomUUIDv7(),
				partnership_id: partnershipId,
				person_id: all.helper,
				role: 'vice chair',
			};
			await database().asOwner((db) =>
				db
					.insertInto('responsibility')
					.values({ ...role, from_day: '2026-09-07', added_by: all.home.chair })
					.execute(),
			);
			expect((await all.read(all.helper, on.requestId))!.helpers).toEqual([]);
			expect((await all.read(all.home.chair, on.requestId))!.helpers).toHaveLength(1);
		});

		test('help is found once: who is asked besides is asked no more, and may be proposed anew after an early end', async () => {
			const { third, other } = all;
			const offer = { id: randomUUIDv7(), memberId: third, themeId: all.writing, ways: ['visit us'] };
			await all.does(other, offerExpertise, { ...offer, words: 'Come.', daysATerm: '' });
			const on = await all.proposed({ mayName: 'yes' });
			const { requestId } = on;
			await all.writes(all.home.chair, proposeHelpers, { requestId, memberIds: third });
			const beside = (await all.read(other, requestId))!.helpers[0]!;
			expect(await all.writes(all.helper, agreeToHelp, { ...on, ...terms })).toEqual(done);
			expect(await all.read(other, requestId)).toMatchObject({ found: true });
			const late = { requestId, helperId: beside.id, ...terms };
			expect(await all.writes(other, agreeToHelp, late)).toMatchObject({
				fields: { '': expect.any(String) },
			});
			expect(await all.writes(all.home.chair, takeProposalBack, on)).toMatchObject({ is: 'invalid' });
			const [deployment] = (await all.read(all.head, requestId))!.deployments;
			const end = { requestId, deploymentId: deployment!.id, because: 'Ill.' };
			expect(await all.writes(all.helper, endSupport, end)).toEqual(done);
			expect(await all.writes(all.home.chair, takeProposalBack, on)).toEqual(done);
			const again = { requestId, memberIds: all.home.members[1] };
			expect(await all.writes(all.home.chair, proposeHelpers, again)).toEqual(done);
			expect(await stateFor(all.head, requestId)).toBe('helper asked');
		});
	});
});
