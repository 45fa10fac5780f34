import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { invite } from '#domain/partnership/deeds/invitation.server.ts';
import { endRole } from '#domain/partnership/deeds/roles.server.ts';
import { roles } from '#domain/partnership/queries.server.ts';
import { addMember, foundPartnership } from '#domain/partnership/deeds/membership.server.ts';
import { foundedPartnership, foundingDay } from '#domain/partnership/founded.fixture.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import type { Context } from '#platform/context.ts';
import { forEachEngine } from '#test/database.ts';
import { candidates, sameTeam } from '../candidates.server.ts';
import { heldReviews, linkedReviews, reviewBefore } from '../earlier.server.ts';
import { openReview } from '../open.server.ts';
import { changeFrame, proposeReview } from './frame.server.ts';
import { frame, inTheMaking, reviewDay, type InTheMaking } from './in-the-making.fixture.ts';
import { askSameTeam, joinTeam, leaveTeam } from './team.server.ts';

const reviewersAre = (whom: string) => ({
	is: 'invalid',
	fields: { personId: `By your protocol, reviewers of this kind are ${whom}.` },
});

forEachEngine((database) => {
	async function under(preset: string): Promise<InTheMaking> {
		const it = await inTheMaking(database());
		const { chair, partnershipId, as } = it.home;
		await as(chair, (ctx) => publishPreset(ctx, { id: randomUUIDv7(), partnershipId, preset }));
		return it;
	}

	const joins = (it: InTheMaking, personId: string, role = 'reviewer') =>
		it.on(it.home.chair, joinTeam, { personId, role });

	describe('who may review', () => {
		let it: InTheMaking;
		let governor: string;
		let deputy: string;
		beforeAll(async () => {
			it = await under('trios');
			governor = await it.home.invited('governor', it.home.members[1]);
			deputy = await it.home.invited('deputy', it.home.members[1]);
			await it.propose({ kind: 'governors', days: '' });
		});

		test('KSA-11 governors review governors: a head is neither offered first nor taken, and may come along as an expert', async () => {
			expect(await joins(it, it.reviewer)).toEqual(reviewersAre('governors of this partnership'));
			expect(await joins(it, deputy)).toEqual(reviewersAre('governors of this partnership'));
			expect(await joins(it, governor)).toMatchObject({ is: 'done' });
			expect(await joins(it, it.reviewer, 'expert')).toMatchObject({ is: 'done' });
			await it.on(it.home.chair, leaveTeam, { personId: it.reviewer });
		});

		test('a governor of the host is at the host, whatever else they are', async () => {
			const own = await it.home.invited('governor', it.home.members[0]);
			expect(await joins(it, own)).toMatchObject({ fields: { personId: /is at the school being reviewed/ } });
			const offered = await it.home.as(it.home.chair, async (ctx) =>
				candidates(ctx, (await openReview(ctx, it.reviewId))!),
			);
			expect(offered.map(({ personId }) => personId)).not.toContain(own);
			expect(offered.find(({ personId }) => personId === governor)?.held).toEqual(['governor']);
		});

		test('KSA-11 KSA-12 the kind changes only with a team that may review it', async () => {
			const change = (kind: string) => it.on(it.host, changeFrame, { ...frame, kind });
			expect(await change('senior-team')).toMatchObject({
				is: 'invalid',
				fields: { kind: expect.stringMatching(/senior leaders of this partnership\. Demo governor is none/) },
			});
			await it.on(it.home.chair, leaveTeam, { personId: governor });
			expect(await change('senior-team')).toMatchObject({ is: 'done' });
			expect(await joins(it, it.reviewer)).toEqual(reviewersAre('senior leaders of this partnership'));
			expect(await joins(it, deputy)).toMatchObject({ is: 'done' });
			expect(await change('themed')).toMatchObject({ is: 'done' });
			expect(await joins(it, it.reviewer)).toMatchObject({ is: 'done' });
		});

		test('reviewers of another partnership are taken from those in which whoever asks them stands too', async () => {
			const family = await under('family');
			const { chair, as } = family.home;
			const strangers = await foundedPartnership(database());
			const unknown = await strangers.invited('headteacher', strangers.members[0]);
			const [partnershipId, memberId] = [randomUUIDv7(), randomUUIDv7()];
			await as(chair, (ctx) =>
				foundPartnership(ctx, { id: partnershipId, name: 'Elsewhere', groupWord: 'trio' }),
			);
			const school = { name: 'A school elsewhere', place: 'Nowhere' };
			await as(chair, (ctx) =>
				addMember(ctx, { id: memberId, partnershipId, fromDay: foundingDay, ...school }),
			);
			const given = { name: 'Elsa Where', email: `${randomUUIDv7()}@people.example`, role: 'headteacher' };
			const invited = await as(chair, (ctx) =>
				invite(ctx, 'http://localhost:4000', {
					id: randomUUIDv7(),
					partnershipId,
					memberId,
					fromDay: foundingDay,
					...given,
				}),
			);
			const { personId: theirs } = (invited as { value: { personId: string } }).value;

			await family.propose();
			expect(await joins(family, theirs)).toEqual(
				reviewersAre('headteachers and senior leaders of this partnership'),
			);
			await family.on(family.host, changeFrame, { ...frame, kind: 'partnership' });
			expect(await joins(family, family.reviewer)).toEqual(
				reviewersAre('headteachers and senior leaders of another partnership'),
			);
			expect(await joins(family, unknown)).toMatchObject({ fields: { personId: 'Choose a person.' } });
			expect(await joins(family, theirs)).toMatchObject({ is: 'done' });
			expect(await as(theirs, (ctx) => openReview(ctx, family.reviewId))).toMatchObject({ bound: false });
		});
	});

	describe('a review that follows another', () => {
		let it: InTheMaking;
		const first = randomUUIDv7();
		const summer = { kind: 'follow-up', firstDay: '2027-06-17' };
		const propose = (more: object) =>
			it.home.as(
				it.host,
				(ctx: Context) =>
					proposeReview(ctx, {
						partnershipId: it.home.partnershipId,
						hostMemberId: it.home.members[0],
						...frame,
						...more,
					}),
				'2027-05-10',
			);
		beforeAll(async () => {
			it = await under('consortium');
			await it.propose({ id: first });
		});
		const onFirst = (personId: string, role: string) =>
			it.home.as(it.home.chair, (ctx) => joinTeam(ctx, { reviewId: first, personId, role }));

		test('CSC-12 asks which one it follows, of the same host and held', async () => {
			expect(await propose({ ...summer, id: it.reviewId })).toMatchObject({
				fields: { followsId: 'Choose the earlier review of this school that it follows.' },
			});
			expect(await propose({ ...summer, id: it.reviewId, followsId: randomUUIDv7() })).toMatchObject({
				fields: { followsId: expect.any(String) },
			});
			const tooSoon = await it.propose({ kind: 'follow-up', followsId: first });
			expect(tooSoon).toMatchObject({
				fields: { kind: expect.stringMatching(/none was held at this school before this day/) },
			});
			const elsewhere = { hostMemberId: it.home.members[1], followsId: first, id: randomUUIDv7() };
			const other = await it.home.as(
				it.home.chair,
				(ctx) =>
					proposeReview(ctx, { partnershipId: it.home.partnershipId, ...frame, ...summer, ...elsewhere }),
				'2027-05-10',
			);
			expect(other).toMatchObject({ is: 'invalid', fields: { kind: expect.any(String) } });
			expect(await propose({ ...summer, id: it.reviewId, followsId: first })).toMatchObject({ is: 'done' });
		});

		test('CSC-12 each says the other, and the one before is the one it follows', async () => {
			const seen = await it.home.as(
				it.host,
				async (ctx) => ({
					first: await linkedReviews(ctx, { partnershipId: it.home.partnershipId, id: first }),
					second: await linkedReviews(ctx, it.key),
					before: await reviewBefore(ctx, it.key),
					held: await heldReviews(ctx, it.home.partnershipId, it.home.members),
				}),
				'2027-05-10',
			);
			const one = { id: first, focus: frame.focus, firstDay: reviewDay };
			expect(seen.second).toEqual({ follows: one, followedBy: [] });
			expect(seen.first).toMatchObject({ follows: null, followedBy: [{ id: it.reviewId }] });
			expect(seen.before).toMatchObject({ ...one, followed: true });
			expect(seen.held.map(({ id }) => id)).toEqual([first]);
		});

		test('CSC-12 CEN-8 the same team is asked with one deed; who cannot join any more is told', async () => {
			const leaver = await it.home.invited('deputy', it.home.members[1]);
			await onFirst(it.reviewer, 'reviewer');
			await onFirst(leaver, 'reviewer');
			await it.home.invited('governor', it.home.members[0]);
			const offer = () =>
				it.home.as(it.home.chair, async (ctx) =>
					sameTeam(ctx, (await openReview(ctx, it.reviewId))!, it.home.chair),
				);
			expect((await offer()).able).toMatchObject([{ personId: it.reviewer }, { personId: leaver }]);
			expect(await it.on(it.reviewer, askSameTeam)).toMatchObject({ is: 'denied' });
			expect(await it.on(it.home.chair, askSameTeam)).toMatchObject({ is: 'done' });
			const team = await it.home.as(it.host, async (ctx) => (await openReview(ctx, it.reviewId))!.facts.team);
			expect(team.map(({ personId, role }) => [personId, role])).toEqual(
				expect.arrayContaining([
					[it.reviewer, 'reviewer'],
					[leaver, 'reviewer'],
				]),
			);
			expect(await offer()).toEqual({ able: [], others: [] });
			expect(await it.on(it.home.chair, askSameTeam)).toMatchObject({ is: 'invalid' });
		});

		test('CEN-8 who has left the partnership is told apart: they would be on the team and reach nothing of it', async () => {
			const { chair, as, partnershipId } = it.home;
			const chaired = await it.home.invited('independent chair');
			await onFirst(chaired, 'facilitator');
			const roleId = await as(
				chair,
				async (ctx) => (await roles(ctx, partnershipId)).find(({ personId }) => personId === chaired)!.id,
			);
			const ended = { partnershipId, roleId, of: 'responsibility', untilDay: foundingDay };
			expect(await as(chair, (ctx) => endRole(ctx, ended))).toMatchObject({ is: 'done' });
			const { able, others } = await as(chair, async (ctx) =>
				sameTeam(ctx, (await openReview(ctx, it.reviewId))!, chair),
			);
			expect(able).toEqual([]);
			expect(others).toMatchObject([
				{ personId: chaired, refusal: expect.stringContaining('has left the partnership') },
			]);
			expect(await joins(it, chaired, 'expert')).toMatchObject({
				fields: { personId: expect.stringContaining('has left the partnership') },
			});
		});

		test('one that becomes an afresh kind follows none any more', async () => {
			expect(
				await it.on(it.host, changeFrame, { ...frame, ...summer, kind: 'themed', followsId: first }),
			).toMatchObject({
				is: 'done',
			});
			const linked = await it.home.as(it.host, (ctx) => linkedReviews(ctx, it.key));
			expect(linked.follows).toBeNull();
		});
	});

	test('CSC-28 a joint session takes one day, and a mock inspection as many as it usually does (CEN-3)', async () => {
		const desk = await under('consortium');
		expect(await desk.propose({ kind: 'desktop', days: '2' })).toMatchObject({
			fields: { days: expect.stringMatching(/joint session takes one day/) },
		});
		expect(await desk.propose({ kind: 'desktop', days: '' })).toMatchObject({ is: 'done' });
		const full = await under('network');
		expect(await full.propose({ kind: 'full', days: '' })).toMatchObject({ is: 'done' });
		const days = async (it: InTheMaking) =>
			it.home.as(it.host, async (ctx) => {
				const { firstDay, lastDay } = (await openReview(ctx, it.reviewId))!.facts;
				return [firstDay, lastDay];
			});
		expect(await days(desk)).toEqual([reviewDay, reviewDay]);
		expect(await days(full)).toEqual([reviewDay, '2026-11-20']);
	});
});
