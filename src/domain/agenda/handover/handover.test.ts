import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { addMember } from '#domain/partnership/deeds/membership.server.ts';
import { endRole } from '#domain/partnership/deeds/roles.server.ts';
import { roles } from '#domain/partnership/queries.server.ts';
import { foundedPartnership, type Founded } from '#domain/partnership/founded.fixture.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { agreeProtocol } from '#domain/protocol/agreement/actions.server.ts';
import { frame } from '#domain/review/deeds/in-the-making.fixture.ts';
import { proposeReview } from '#domain/review/deeds/frame.server.ts';
import { joinTeam, standStill } from '#domain/review/deeds/team.server.ts';
import { forEachEngine } from '#test/database.ts';
import { handoverOf } from './handover.server.ts';
import { newHeadships } from './queries.server.ts';

const january = '2027-01-05';

forEachEngine((database) => {
	let home: Founded;
	let leaver: string;
	let newHead: string;
	let otherHead: string;
	let deputy: string;
	let elsewhere: string;
	let past: string;
	let version: string;

	const handover = (someone: string, memberId = home.members[0], day = january) =>
		home.as(someone, (ctx) => handoverOf(ctx, home.partnershipId, memberId), day);
	const propose = async (hostMemberId: string, firstDay: string) => {
		const id = randomUUIDv7();
		const proposed = { id, partnershipId: home.partnershipId, hostMemberId, ...frame, firstDay };
		const outcome = await home.as(home.chair, (ctx) => proposeReview(ctx, proposed));
		expect(outcome.is).toBe('done');
		return id;
	};
	const join = (reviewId: string, personId: string, role: string) =>
		home.as(home.chair, (ctx) => joinTeam(ctx, { reviewId, personId, role }));

	beforeAll(async () => {
		home = await foundedPartnership(database());
		leaver = await home.invited('headteacher', home.members[0]);
		deputy = await home.invited('deputy', home.members[0]);
		otherHead = await home.invited('headteacher', home.members[1]);
		version = randomUUIDv7();
		const published = { id: version, partnershipId: home.partnershipId, preset: 'family' };
		await home.as(home.chair, (ctx) => publishPreset(ctx, published));
		await home.as(leaver, (ctx) =>
			agreeProtocol(ctx, {
				...{ partnershipId: home.partnershipId, memberId: home.members[0], versionId: version },
				typedName: 'Demo headteacher',
			}),
		);
		elsewhere = await propose(home.members[1], '2027-03-16');
		await join(elsewhere, leaver, 'reviewer');
		await join(elsewhere, deputy, 'expert');
		await propose(home.members[0], '2027-02-09');
		past = await propose(home.members[1], '2026-11-19');
		await join(past, leaver, 'reviewer');
		const post = await home.as(home.chair, async (ctx) =>
			(await roles(ctx, home.partnershipId)).find(({ personId }) => personId === leaver),
		);
		const ended = { partnershipId: home.partnershipId, roleId: post!.id, of: 'appointment' };
		await home.as(home.chair, (ctx) => endRole(ctx, { ...ended, untilDay: '2026-12-31' }));
		newHead = await home.invited('headteacher', home.members[0]);
	});

	test('HEP-1 the new head finds what the school has promised and is promised, and by whom', async () => {
		const found = (await handover(newHead))!;
		expect(found.before).toEqual([{ name: 'Demo headteacher', untilDay: '2026-12-31' }]);
		expect(found.hosting).toMatchObject([{ firstDay: '2027-02-09', stage: 'proposed' }]);
		expect(found.helping).toMatchObject([
			// It was held, and its report may still wait for who has left.
			{ id: past, seats: [], gone: [{ personId: leaver }] },
			{
				...{ id: elsewhere, hostName: 'Demo school 1', firstDay: '2027-03-16' },
				seats: [{ personId: deputy, role: 'expert' }],
				gone: [{ personId: leaver, role: 'reviewer' }],
			},
		]);
		expect(found.toAgree.map(({ document }) => document)).toEqual(['protocol']);
		expect(found.agreed).toMatchObject([{ document: 'protocol', consent: { personId: leaver } }]);
		expect(found.people).toMatchObject([{ role: 'chair', name: 'Chair Example' }]);
		expect(found.next.length, 'a review that is proposed waits for its host').toBeGreaterThan(0);
	});

	test('HEP-1 what a head promises for the school they moved to, and what was called off, is none of it', async () => {
		const elsewhereId = randomUUIDv7();
		const add = { id: elsewhereId, partnershipId: home.partnershipId, fromDay: january };
		await home.as(
			home.chair,
			(ctx) => addMember(ctx, { ...add, name: 'New school', place: 'Nowhere' }),
			january,
		);
		const later = await propose(home.members[1], '2027-05-11');
		await home.as(
			home.chair,
			(ctx) => joinTeam(ctx, { reviewId: later, personId: leaver, role: 'expert' }),
			january,
		);
		const off = await propose(home.members[0], '2027-06-15');
		const called = { id: randomUUIDv7(), reviewId: off, kind: 'cancelled', reason: 'No' };
		await home.as(home.chair, (ctx) => standStill(ctx, called));
		const found = (await handover(newHead))!;
		expect(found.helping.map(({ id }) => id)).not.toContain(later);
		expect(found.hosting.map(({ id }) => id)).not.toContain(off);
	});

	test('it is for those who head the school: not for its staff, its former head, other heads or the chair', async () => {
		for (const someone of [leaver, deputy, otherHead, home.chair]) expect(await handover(someone)).toBeNull();
		expect(await handover(newHead, home.members[1])).toBeNull();
		const away = await foundedPartnership(database());
		expect(await handover(newHead, away.members[0])).toBeNull();
	});

	test('HEP-1 who is new is shown the way for some months, where somebody headed the school before', async () => {
		const shown = (someone: string, day: string) => home.as(someone, newHeadships, day);
		const here = {
			partnershipId: home.partnershipId,
			memberId: home.members[0],
			memberName: 'Demo school 0',
		};
		expect(await shown(newHead, january)).toEqual([here]);
		expect(await shown(newHead, '2026-12-30'), 'beside the head who goes').toEqual([]);
		expect(await shown(newHead, '2027-06-01')).toEqual([]);
		expect(await shown(otherHead, january), 'the first head there was').toEqual([]);
	});
});
