import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import {
	foundedPartnership,
	foundingDay,
	newPerson,
	type Founded,
} from '#domain/partnership/founded.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { recordTraining, withdrawTraining } from './deeds.server.ts';
import { trainedIn } from './queries.server.ts';

forEachEngine((database) => {
	let home: Founded;
	let head: string;
	let staff: string;
	let otherHead: string;
	beforeAll(async () => {
		home = await foundedPartnership(database());
		head = await home.invited('headteacher', home.members[0]);
		staff = await home.invited('champion', home.members[0]);
		otherHead = await home.invited('headteacher', home.members[1]);
	});

	const form = (personIds: string | string[], more: object = {}) => ({
		...{ id: randomUUIDv7(), partnershipId: home.partnershipId, personIds, role: 'champion' },
		...{ day: foundingDay, what: 'Leading a workshop', ...more },
	});
	const record = (by: string, input: object) => home.as(by, (ctx) => recordTraining(ctx, input));
	const known = (by: string, personId: string) =>
		home.as(by, (ctx) => trainedIn(ctx, home.partnershipId, personId));

	test('HEP-2 KSA-12 whoever organises records a training day for several people; the same form twice is one', async () => {
		const filled = form([head, otherHead], { role: 'reviewer', givenBy: home.chair });
		expect(await record(home.chair, filled)).toMatchObject({ is: 'done' });
		expect(await record(home.chair, filled)).toMatchObject({ is: 'done' });
		expect(await known(staff, head)).toEqual([
			expect.objectContaining({ role: 'reviewer', day: foundingDay, by: 'Chair Example' }),
		]);
		expect(await known(staff, otherHead)).toHaveLength(1);
		// The id of another’s training is no way to say something else.
		expect(await record(head, { ...form(staff), id: filled.id })).toMatchObject({ is: 'missing' });
	});

	test('CEN-6 a head records for the staff of their school, not for others and not for themselves', async () => {
		expect(await record(head, form(staff, { giver: 'Essex trainers' }))).toMatchObject({ is: 'done' });
		expect(await known(head, staff)).toEqual([expect.objectContaining({ by: 'Essex trainers' })]);
		for (const other of [otherHead, head, home.chair])
			expect(await record(head, form([staff, other]))).toMatchObject({
				fields: { personIds: 'Choose from the people in the list.' },
			});
		expect(await record(staff, form(staff))).toMatchObject({ is: 'denied' });
		const stranger = await newPerson(database());
		expect(await record(stranger, form(staff))).toMatchObject({ is: 'missing' });
		expect(await known(stranger, staff)).toEqual([]);
	});

	test('what is wrong is said by its field', async () => {
		expect(await record(home.chair, form([], { role: 'chair', day: 'soon', what: ' ' }))).toMatchObject({
			fields: {
				personIds: 'Choose who was trained.',
				role: 'Choose what they were trained for.',
				day: expect.stringContaining('not a date'),
				what: 'Say in a line what it was.',
			},
		});
		expect(await record(home.chair, form(staff, { day: '2026-09-08' }))).toMatchObject({
			fields: { day: 'That is still to come. Record it once it has been.' },
		});
		expect(await record(home.chair, form(staff, { givenBy: head, giver: 'Others' }))).toMatchObject({
			fields: { giver: expect.stringContaining('one of the two') },
		});
		expect(await record(home.chair, form(staff, { givenBy: randomUUIDv7() }))).toMatchObject({
			fields: { givenBy: expect.any(String) },
		});
	});

	test('HEP-2 what was recorded of one person is taken back, and stays for the others', async () => {
		const filled = form([staff, otherHead], { role: 'facilitator' });
		await record(home.chair, filled);
		const back = (by: string, personId: string) =>
			home.as(by, (ctx) =>
				withdrawTraining(ctx, { partnershipId: home.partnershipId, trainingId: filled.id, personId }),
			);
		expect(await back(staff, staff)).toMatchObject({ is: 'denied' });
		expect(await back(head, otherHead)).toMatchObject({ is: 'denied' });
		expect(await back(head, staff)).toMatchObject({ is: 'done' });
		expect(await back(head, staff)).toMatchObject({ is: 'done' });
		const has = async (personId: string) =>
			(await known(home.chair, personId)).some(({ trainingId }) => trainingId === filled.id);
		expect(await has(staff)).toBe(false);
		expect(await has(otherHead)).toBe(true);
	});
});
