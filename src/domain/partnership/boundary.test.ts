import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { invite } from './deeds/invitation.server.ts';
import { foundPartnership } from './deeds/membership.server.ts';
import { confirmHead, endRole } from './deeds/roles.server.ts';
import { foundedPartnership, foundingDay, newPerson, type Founded } from './founded.fixture.ts';
import { myPartnerships, roles } from './queries.server.ts';

/** Roles that nobody takes, keeps or removes beyond their own right. */
forEachEngine((database) => {
	let home: Founded;
	beforeAll(async () => {
		home = await foundedPartnership(database());
	});

	const roleOf = async (personId: string) =>
		(await home.as(home.chair, (ctx) => roles(ctx, home.partnershipId))).find(
			(role) => role.personId === personId,
		)!;
	const ending = async (by: string, personId: string, untilDay: string) => {
		const { id: roleId, of } = await roleOf(personId);
		return home.as(by, (ctx) => endRole(ctx, { partnershipId: home.partnershipId, roleId, of, untilDay }));
	};
	const makeHead = async (by: string, personId: string, memberId: string) => {
		const { name, email } = await database().signIn((db) =>
			db.selectFrom('person').select(['name', 'email']).where('id', '=', personId).executeTakeFirstOrThrow(),
		);
		const form = {
			partnershipId: home.partnershipId,
			name,
			email,
			memberId,
			role: 'headteacher',
			fromDay: foundingDay,
		};
		return home.as(by, (ctx) => invite(ctx, 'http://localhost:4000', { id: randomUUIDv7(), ...form }));
	};

	test('a founder whose time as chair has ended does not return by founding again', async () => {
		const founder = await newPerson(database(), 'Founder Example');
		const form = { id: randomUUIDv7(), name: 'Begun', groupWord: 'trio' };
		await home.as(founder, (ctx) => foundPartnership(ctx, form));
		await database().asOwner((db) =>
			db
				.updateTable('responsibility')
				.set({ until_day: foundingDay })
				.where('person_id', '=', founder)
				.execute(),
		);
		await home.as(founder, (ctx) => foundPartnership(ctx, form));
		expect(await home.as(founder, myPartnerships)).toEqual([]);
	});

	test('an administrator does not end the time of a chair', async () => {
		const administrator = await home.invited('administrator');
		const vice = await home.invited('vice chair');
		expect(await ending(administrator, vice, foundingDay)).toMatchObject({ is: 'denied' });
		expect(await ending(home.chair, vice, foundingDay)).toMatchObject({ is: 'done' });
	});

	test('a role that is to end later can be ended today', async () => {
		const governor = await home.invited('governor', home.members[0]);
		await ending(home.chair, governor, '2030-01-01');
		expect(await home.as(governor, myPartnerships)).toHaveLength(1);
		await ending(home.chair, governor, foundingDay);
		expect(await home.as(governor, myPartnerships)).toEqual([]);
	});

	describe('a chair', () => {
		test('makes themselves head of the school that has none', async () => {
			expect(await makeHead(home.chair, home.chair, home.members[1])).toMatchObject({ is: 'done' });
		});

		test('does not make themselves head beside the head of another', async () => {
			await home.invited('headteacher', home.members[0]);
			expect(await makeHead(home.chair, home.chair, home.members[0])).toMatchObject({
				is: 'invalid',
				fields: { email: expect.stringMatching(/has a head/) },
			});
		});

		test('does not confirm it either, when an administrator adds them', async () => {
			const administrator = await home.invited('administrator');
			const added = await makeHead(administrator, home.chair, home.members[0]);
			if (added.is !== 'done') throw new Error(`Not added: ${JSON.stringify(added)}`);
			const form = { partnershipId: home.partnershipId, appointmentId: added.value.id };
			expect(await home.as(home.chair, (ctx) => confirmHead(ctx, form))).toMatchObject({ is: 'invalid' });
			const vice = await home.invited('vice chair');
			expect(await home.as(vice, (ctx) => confirmHead(ctx, form))).toMatchObject({ is: 'done' });
		});
	});
});
