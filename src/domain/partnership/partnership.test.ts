import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadRegister } from '#domain/register/load.server.ts';
import { acceptInvitations } from '#platform/session/invitations.ts';
import { forEachEngine } from '#test/database.ts';
import { invite } from './deeds/invitation.server.ts';
import { addMember, endMembership, foundPartnership } from './deeds/membership.server.ts';
import { confirmHead, endRole } from './deeds/roles.server.ts';
import { foundedPartnership, foundingDay, newPerson, type Founded } from './founded.fixture.ts';
import { headedMembers } from './model.ts';
import { members, myPartnerships, roles } from './queries.server.ts';
import { standingIn } from './standing.server.ts';

forEachEngine((database) => {
	let home: Founded;
	beforeAll(async () => {
		home = await foundedPartnership(database());
		await loadRegister(database());
	});

	const add = (urns: string[], more: object = {}) =>
		home.as(home.chair, (ctx) =>
			addMember(ctx, {
				id: randomUUIDv7(),
				partnershipId: home.partnershipId,
				fromDay: foundingDay,
				urns,
				...more,
			}),
		);
	const inviting = (by: string, more: object) =>
		home.as(by, (ctx) =>
			invite(ctx, 'http://localhost:4000', {
				id: randomUUIDv7(),
				partnershipId: home.partnershipId,
				name: 'Demo Person',
				email: `${randomUUIDv7()}@people.example`,
				memberId: home.members[0],
				role: 'headteacher',
				fromDay: foundingDay,
				...more,
			}),
		);

	describe('founding', () => {
		test('the founder becomes the chair, and a form posted twice makes one partnership', async () => {
			const founder = await newPerson(database());
			const form = { id: randomUUIDv7(), name: 'Twice', groupWord: 'quad' };
			for (const _ of [1, 2])
				expect(await home.as(founder, (ctx) => foundPartnership(ctx, form))).toMatchObject({ is: 'done' });
			expect(await home.as(founder, myPartnerships)).toHaveLength(1);
			const standing = await home.as(founder, (ctx) => standingIn(ctx, form.id));
			expect(standing?.responsibilities).toEqual(['chair']);
		});

		test("somebody else's id does not make a stranger its chair", async () => {
			const stranger = await newPerson(database());
			await home.as(stranger, (ctx) =>
				foundPartnership(ctx, { id: home.partnershipId, name: 'Mine', groupWord: 'trio' }),
			);
			expect(await home.as(stranger, myPartnerships)).toEqual([]);
			expect((await home.as(home.chair, myPartnerships))[0]?.name).toBe('Demo family');
		});
	});

	describe('schools', () => {
		test('KSA-1 two registered schools that run as one are one member, each keeping its URN', async () => {
			expect(await add(['141572', '141574'])).toMatchObject({ is: 'done' });
			const list = await home.as(home.chair, (ctx) => members(ctx, home.partnershipId, '2026-27'));
			const katherineSemar = list.find(({ schools }) => schools.some(({ urn }) => urn === 141572));
			expect(katherineSemar?.schools.map(({ urn }) => urn).sort()).toEqual([141572, 141574]);
			expect(katherineSemar?.name).toContain(' and ');
		});

		test.each([
			['a URN nobody has', '999999', /No school has the URN 999999/],
			['a closed school, naming its successor', '145856', /151534/],
			['something that is not a URN', '12', /five or six digits/],
		])('refuses %s by the field', async (_, urn, sentence) => {
			const outcome = await add([urn]);
			expect(outcome).toMatchObject({ is: 'invalid', fields: { urns: expect.stringMatching(sentence) } });
		});

		test('refuses a school of another country, and takes it by name as unregistered', async () => {
			const welsh = await database().asOwner((db) =>
				db
					.selectFrom('register_school')
					.select('urn')
					.where('country', '=', 'Wales')
					.limit(1)
					.executeTakeFirstOrThrow(),
			);
			expect(await add([String(welsh.urn)])).toMatchObject({
				is: 'invalid',
				fields: { urns: expect.stringMatching(/Wales/) },
			});
			expect(await add([], { name: 'Ysgol Demo', place: 'Aberdemo, Wales' })).toMatchObject({ is: 'done' });
		});

		test('refuses a school that is already a member', async () => {
			await add(['137971']);
			expect(await add(['137971'])).toMatchObject({
				is: 'invalid',
				fields: { urns: expect.stringMatching(/already a member/) },
			});
		});

		test('HEP-1 a school that leaves keeps its row and its day, and its head loses the partnership', async () => {
			const memberId = randomUUIDv7();
			const { partnershipId } = home;
			await home.as(home.chair, (ctx) =>
				addMember(ctx, {
					id: memberId,
					partnershipId,
					fromDay: foundingDay,
					name: 'Leaver',
					place: 'Nowhere',
				}),
			);
			const head = await home.invited('headteacher', memberId);
			expect(await home.as(head, myPartnerships)).toHaveLength(1);
			const leave = { partnershipId, memberId, untilDay: '2026-12-01' };
			expect(await home.as(home.chair, (ctx) => endMembership(ctx, leave))).toMatchObject({ is: 'done' });
			expect(await home.as(head, myPartnerships, '2026-11-30')).toHaveLength(1);
			expect(await home.as(head, myPartnerships, '2026-12-01')).toEqual([]);
			const list = await home.as(home.chair, (ctx) => members(ctx, partnershipId, '2026-27'), '2026-12-02');
			expect(list.find(({ id }) => id === memberId)?.untilDay).toBe('2026-12-01');
		});

		test('those who do not organise are refused, outsiders as if there were nothing', async () => {
			const governor = await home.invited('governor', home.members[0]);
			const outsider = await newPerson(database());
			const form = {
				id: randomUUIDv7(),
				partnershipId: home.partnershipId,
				fromDay: foundingDay,
				urns: ['137516'],
			};
			expect(await home.as(governor, (ctx) => addMember(ctx, form))).toEqual({ is: 'denied' });
			expect(await home.as(outsider, (ctx) => addMember(ctx, form))).toEqual({ is: 'missing' });
		});
	});

	describe('people', () => {
		test('an invitation queues one letter with a link, in the same transaction', async () => {
			const email = `${randomUUIDv7()}@people.example`;
			await inviting(home.chair, { email });
			const letters = await database().asOwner((db) =>
				db.selectFrom('letter').selectAll().where('recipient', '=', email).execute(),
			);
			expect(letters).toHaveLength(1);
			expect(letters[0]!.body).toMatch(/\/sign-in\/link\?token=[\w-]{20,}/);
		});

		test('a person invited twice to one role is told, and a form posted twice is one deed', async () => {
			const form = { id: randomUUIDv7(), email: `${randomUUIDv7()}@people.example` };
			expect(await inviting(home.chair, form)).toMatchObject({ is: 'done' });
			expect(await inviting(home.chair, form)).toMatchObject({ is: 'done' });
			expect(await inviting(home.chair, { email: form.email })).toMatchObject({
				is: 'invalid',
				fields: { email: expect.stringMatching(/already has this role/) },
			});
		});

		test('somebody known elsewhere under another name is shown as typed until they accept', async () => {
			const elsewhere = await foundedPartnership(database());
			const known = await elsewhere.invited('deputy', elsewhere.members[0]);
			const email = await database().asOwner(
				async (db) =>
					(await db.selectFrom('person').select('email').where('id', '=', known).executeTakeFirstOrThrow())
						.email,
			);
			const nameHere = async () =>
				(await home.as(home.chair, (ctx) => roles(ctx, home.partnershipId))).find(
					(role) => role.email === email,
				)?.name;
			await inviting(home.chair, { email, name: 'Typed Here' });
			expect(await nameHere()).toBe('Typed Here');
			expect(await inviting(home.chair, { email, name: 'Guessed', role: 'governor' })).toMatchObject({
				is: 'invalid',
				fields: { email: expect.stringMatching(/Typed Here/) },
			});
			await acceptInvitations(database(), known);
			expect(await nameHere()).toBe('Demo deputy');
		});

		test("refuses another person's address", async () => {
			const email = `${randomUUIDv7()}@people.example`;
			await inviting(home.chair, { email, name: 'First Owner' });
			expect(await inviting(home.chair, { email, name: 'Second Owner', role: 'governor' })).toMatchObject({
				is: 'invalid',
				fields: { email: expect.stringMatching(/First Owner/) },
			});
		});

		test("an administrator's head counts only once a chair has confirmed it", async () => {
			const administrator = await home.invited('administrator');
			const head = await home.invited('headteacher', home.members[1], administrator);
			const heads = async () =>
				headedMembers((await home.as(head, (ctx) => standingIn(ctx, home.partnershipId)))!);
			expect(await heads()).toEqual([]);
			const appointment = (await home.as(home.chair, (ctx) => roles(ctx, home.partnershipId))).find(
				(role) => role.personId === head,
			)!;
			const form = { partnershipId: home.partnershipId, appointmentId: appointment.id };
			expect(await home.as(administrator, (ctx) => confirmHead(ctx, form))).toEqual({ is: 'denied' });
			expect(await home.as(home.chair, (ctx) => confirmHead(ctx, form))).toMatchObject({ is: 'done' });
			expect(await heads()).toEqual([home.members[1]]);
		});

		test('an administrator cannot make a chair', async () => {
			const administrator = await home.invited('administrator');
			expect(await inviting(administrator, { role: 'chair' })).toEqual({ is: 'denied' });
		});

		test('a role that ends today ends access today', async () => {
			const deputy = await home.invited('deputy', home.members[0]);
			const role = (await home.as(home.chair, (ctx) => roles(ctx, home.partnershipId))).find(
				({ personId }) => personId === deputy,
			)!;
			const form = {
				partnershipId: home.partnershipId,
				roleId: role.id,
				of: 'appointment',
				untilDay: foundingDay,
			};
			expect(await home.as(home.chair, (ctx) => endRole(ctx, form))).toMatchObject({ is: 'done' });
			expect(await home.as(deputy, myPartnerships)).toEqual([]);
		});

		test('the last who leads a partnership cannot go before the next is there', async () => {
			const alone = await foundedPartnership(database());
			const [role] = await alone.as(alone.chair, (ctx) => roles(ctx, alone.partnershipId));
			const form = {
				partnershipId: alone.partnershipId,
				roleId: role!.id,
				of: 'responsibility',
				untilDay: foundingDay,
			};
			expect(await alone.as(alone.chair, (ctx) => endRole(ctx, form))).toMatchObject({
				is: 'invalid',
				fields: { untilDay: expect.stringMatching(/Somebody must lead/) },
			});
		});
	});
});
