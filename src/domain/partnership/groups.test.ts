import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { chooseLead, formGroup } from './deeds/groups.server.ts';
import { endRole } from './deeds/roles.server.ts';
import { foundedPartnership, foundingDay, newPerson, type Founded } from './founded.fixture.ts';
import { groups, roles } from './queries.server.ts';

forEachEngine((database) => {
	let home: Founded;
	beforeAll(async () => {
		home = await foundedPartnership(database());
	});

	test('KSA-1 a group is formed for a school year, once under a name', async () => {
		const form = {
			partnershipId: home.partnershipId,
			name: 'Trio 1',
			schoolYear: '2026-27',
			memberIds: home.members,
		};
		const made = (id: string) => home.as(home.chair, (ctx) => formGroup(ctx, { ...form, id }));
		const id = randomUUIDv7();
		expect(await made(id)).toMatchObject({ is: 'done' });
		expect(await made(id)).toMatchObject({ is: 'done' });
		expect(await made(randomUUIDv7())).toMatchObject({
			is: 'invalid',
			fields: { name: expect.stringMatching(/already a group/) },
		});
	});

	test('a group of one, or with a stranger to the partnership, is refused', async () => {
		const form = {
			id: randomUUIDv7(),
			partnershipId: home.partnershipId,
			name: 'Alone',
			schoolYear: '2026-27',
		};
		expect(
			await home.as(home.chair, (ctx) => formGroup(ctx, { ...form, memberIds: home.members[0] })),
		).toMatchObject({
			is: 'invalid',
		});
		const stranger = { ...form, memberIds: [home.members[0], randomUUIDv7()] };
		expect(await home.as(home.chair, (ctx) => formGroup(ctx, stranger))).toEqual({ is: 'missing' });
	});

	test('CSC-1 a head of one of its schools leads a group until they head none of them', async () => {
		const head = await home.invited('headteacher', home.members[0]);
		const deputy = await home.invited('deputy', home.members[0]);
		const { partnershipId } = home;
		const group = { id: randomUUIDv7(), partnershipId, name: 'Led', schoolYear: '2026-27' };
		await home.as(home.chair, (ctx) => formGroup(ctx, { ...group, memberIds: home.members }));
		const choose = (by: string, leadId: string) =>
			home.as(by, (ctx) => chooseLead(ctx, { partnershipId, groupId: group.id, leadId }));
		const lead = async () =>
			(await home.as(home.chair, (ctx) => groups(ctx, partnershipId))).find(({ id }) => id === group.id)!
				.lead;

		expect(await lead()).toBeNull();
		for (const other of [deputy, home.chair, randomUUIDv7()])
			expect(await choose(home.chair, other)).toMatchObject({
				is: 'invalid',
				fields: { leadId: expect.stringMatching(/head of one of its schools/) },
			});
		expect(await choose(head, head)).toEqual({ is: 'denied' });
		expect(await choose(await newPerson(database()), head)).toEqual({ is: 'missing' });
		expect(await choose(home.chair, head)).toMatchObject({ is: 'done' });
		expect(await lead()).toEqual({ personId: head, name: 'Demo headteacher' });

		const role = (await home.as(home.chair, (ctx) => roles(ctx, partnershipId))).find(
			({ personId }) => personId === head,
		)!;
		const ending = { partnershipId, roleId: role.id, of: 'appointment', untilDay: foundingDay };
		await home.as(home.chair, (ctx) => endRole(ctx, ending));
		expect(await lead()).toBeNull();
	});
});
