import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadRegister } from '#domain/register/load.server.ts';
import type { Context } from '#platform/context.ts';
import { forEachEngine } from '#test/database.ts';
import { formGroup } from './deeds/groups.server.ts';
import { invite } from './deeds/invitation.server.ts';
import { addMember, endMembership } from './deeds/membership.server.ts';
import { endRole } from './deeds/roles.server.ts';
import { foundedPartnership, foundingDay, type Founded } from './founded.fixture.ts';
import { members, myPartnerships, presentMembers, roles } from './queries.server.ts';

const december = '2026-12-01';

/** A school that will leave takes part until it does. */
forEachEngine((database) => {
	let home: Founded;
	beforeAll(async () => {
		home = await foundedPartnership(database());
		await loadRegister(database());
	});

	const byChair = <T>(work: (ctx: Context) => Promise<T>, day?: string) => home.as(home.chair, work, day);
	const add = (urn: string, fromDay = foundingDay) => {
		const id = randomUUIDv7();
		return byChair(async (ctx) => ({
			id,
			outcome: await addMember(ctx, { id, partnershipId: home.partnershipId, fromDay, urns: [urn] }),
		}));
	};
	const leaves = (memberId: string, untilDay: string, today?: string) =>
		byChair((ctx) => endMembership(ctx, { partnershipId: home.partnershipId, memberId, untilDay }), today);
	const isPresent = async (memberId: string, day: string) =>
		(await byChair((ctx) => presentMembers(ctx, home.partnershipId), day)).some(({ id }) => id === memberId);

	describe('a school that will leave', () => {
		let memberId: string;
		beforeAll(async () => {
			memberId = (await add('141572')).id;
			expect(await leaves(memberId, december)).toMatchObject({ is: 'done' });
		});

		test('HEP-1 is there and counted until its day, and not from then on', async () => {
			expect(await isPresent(memberId, foundingDay)).toBe(true);
			expect(await isPresent(memberId, december)).toBe(false);
			const counted = async (day: string) => (await byChair(myPartnerships, day))[0]!.members;
			expect((await counted(foundingDay)) - (await counted(december))).toBe(1);
		});

		test('is not taken in a second time before it has left', async () => {
			expect((await add('141572')).outcome).toMatchObject({
				is: 'invalid',
				fields: { urns: expect.stringMatching(/already a member/) },
			});
		});

		test('can be given another day while it has not left, and keeps its day afterwards', async () => {
			expect(await leaves(memberId, '2026-12-11', foundingDay)).toMatchObject({ is: 'done' });
			expect(await leaves(memberId, december, '2026-12-11')).toMatchObject({ is: 'done' });
			expect(await leaves(memberId, '2026-12-20', '2026-12-11')).toMatchObject({
				is: 'invalid',
				fields: { untilDay: expect.stringMatching(/has left already/) },
			});
			expect(await leaves(memberId, december, '2026-12-11')).toMatchObject({ is: 'done' });
			const list = await byChair((ctx) => members(ctx, home.partnershipId, ''));
			expect(list.find(({ id }) => id === memberId)?.untilDay).toBe(december);
		});

		test('has nobody invited to it and joins no group once it has left', async () => {
			const form = {
				partnershipId: home.partnershipId,
				name: 'Late Head',
				email: 'late@people.example',
				memberId,
				role: 'headteacher',
				fromDay: december,
			};
			const inviting = (day: string) =>
				byChair((ctx) => invite(ctx, 'http://localhost:4000', { ...form, id: randomUUIDv7() }), day);
			expect(await inviting(december)).toMatchObject({
				is: 'invalid',
				fields: { memberId: expect.anything() },
			});
			expect(await inviting(foundingDay)).toMatchObject({ is: 'done' });
			const group = {
				id: randomUUIDv7(),
				partnershipId: home.partnershipId,
				name: 'Trio 9',
				schoolYear: '2026-27',
				memberIds: [memberId, home.members[0]],
			};
			expect(await byChair((ctx) => formGroup(ctx, group), december)).toEqual({ is: 'missing' });
		});
	});

	test('a school that is still to join is there to be prepared for, its head no head before their day', async () => {
		const { id: memberId } = await add('137971', december);
		expect(await isPresent(memberId, foundingDay)).toBe(true);
		const head = {
			name: 'Next Head',
			email: 'next@people.example',
			memberId,
			role: 'headteacher',
			fromDay: december,
		};
		await byChair((ctx) =>
			invite(ctx, 'http://localhost:4000', {
				id: randomUUIDv7(),
				partnershipId: home.partnershipId,
				...head,
			}),
		);
		const headsOn = async (day: string) =>
			(await byChair((ctx) => members(ctx, home.partnershipId, ''), day)).find(({ id }) => id === memberId)!
				.heads;
		expect(await headsOn(foundingDay)).toEqual([]);
		expect(await headsOn(december)).toMatchObject([{ name: 'Next Head' }]);
	});

	describe('roles', () => {
		const roleOf = async (personId: string) =>
			(await byChair((ctx) => roles(ctx, home.partnershipId))).find((role) => role.personId === personId)!;
		const ends = async (personId: string, untilDay: string, today?: string) => {
			const { id: roleId, of } = await roleOf(personId);
			return byChair(
				(ctx) => endRole(ctx, { partnershipId: home.partnershipId, roleId, of, untilDay }),
				today,
			);
		};

		test('the only lead does not go today because another begins in a year', async () => {
			await byChair((ctx) =>
				invite(ctx, 'http://localhost:4000', {
					id: randomUUIDv7(),
					partnershipId: home.partnershipId,
					name: 'Next Chair',
					email: 'next-chair@people.example',
					role: 'chair',
					fromDay: '2027-09-01',
				}),
			);
			expect(await ends(home.chair, foundingDay)).toMatchObject({
				is: 'invalid',
				fields: { untilDay: expect.stringMatching(/Somebody must lead/) },
			});
			expect(await ends(home.chair, '2027-09-01')).toMatchObject({ is: 'done' });
		});

		test('a role that has ended says so, and sending its own day again changes nothing', async () => {
			const deputy = await home.invited('deputy', home.members[0]);
			expect(await ends(deputy, foundingDay)).toMatchObject({ is: 'done' });
			expect(await ends(deputy, foundingDay)).toMatchObject({ is: 'done' });
			expect(await ends(deputy, december)).toMatchObject({
				is: 'invalid',
				fields: { untilDay: expect.stringMatching(/ended already/) },
			});
		});
	});
});
