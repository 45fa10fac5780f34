import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { forEachEngine } from '#test/database.ts';
import { formGroup } from '../deeds/groups.server.ts';
import { addMember } from '../deeds/membership.server.ts';
import { foundedPartnership, foundingDay, newPerson, type Founded } from '../founded.fixture.ts';
import { addItem, changeItem, dropItem, sayPart, writeFocus } from './deeds.server.ts';
import { focusesOfMembers, focusOf } from './queries.server.ts';

type Deed = (ctx: Context, input: unknown) => Promise<Outcome<unknown>>;

forEachEngine((database) => {
	let home: Founded;
	let outsideId: string;
	let head: string;
	let otherHead: string;
	let elsewhere: string;
	let groupId: string;

	beforeAll(async () => {
		home = await foundedPartnership(database());
		outsideId = randomUUIDv7();
		const outside = { id: outsideId, partnershipId: home.partnershipId, fromDay: foundingDay };
		await home.as(home.chair, (ctx) => addMember(ctx, { ...outside, name: 'Far school', place: 'Nowhere' }));
		head = await home.invited('headteacher', home.members[0]);
		otherHead = await home.invited('headteacher', home.members[1]);
		elsewhere = await home.invited('headteacher', outsideId);
	});
	beforeEach(async () => {
		groupId = await group();
	});

	async function group(): Promise<string> {
		const id = randomUUIDv7();
		const form = { id, partnershipId: home.partnershipId, name: id, schoolYear: '2026-27' };
		await home.as(home.chair, (ctx) => formGroup(ctx, { ...form, memberIds: home.members }));
		return id;
	}
	const does = (by: string, deed: Deed, input: object) =>
		home.as(by, (ctx) => deed(ctx, { partnershipId: home.partnershipId, groupId, ...input }));
	const standing = () => home.as(head, (ctx) => focusOf(ctx, home.partnershipId, groupId));
	const write = (by = head, more: object = {}) =>
		does(by, writeFocus, { version: '0', words: 'Talk in mathematics', ...more });
	const item = (more: object = {}) => ({
		id: randomUUIDv7(),
		form: 'question',
		words: 'Who explains?',
		...more,
	});

	test('CSC-9 a focus typed in lines is set as one sentence', async () => {
		await write(head, { words: ' Talk\r\nin  mathematics\n' });
		expect(await standing()).toMatchObject({ words: 'Talk in mathematics' });
	});

	test('CSC-9 a head of the group writes its focus once, and whoever writes on an older state is shown what stands', async () => {
		expect(await standing()).toBeNull();
		expect(await write()).toMatchObject({ is: 'done' });
		expect(await write()).toMatchObject({ is: 'done' });
		expect(await write(otherHead, { words: 'Talk in every subject' })).toMatchObject({
			is: 'conflict',
			current: { words: 'Talk in mathematics', version: 1 },
		});
		expect(await write(otherHead, { words: 'Talk in every subject', version: '1' })).toMatchObject({
			is: 'done',
		});
		expect(await standing()).toMatchObject({
			...{ words: 'Talk in every subject', version: 2, writtenBy: 'Demo headteacher' },
			...{ items: [], parts: [] },
		});
		expect(await write(head, { words: ' ', version: '2' })).toMatchObject({
			is: 'invalid',
			fields: { words: expect.any(String) },
		});
	});

	describe('items', () => {
		test('CSC-9 get letters in order; a form sent twice adds one; a dropped letter is not given again', async () => {
			expect(await does(head, addItem, item())).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringMatching(/first/) },
			});
			await write();
			const first = item();
			expect(await does(head, addItem, first)).toMatchObject({ is: 'done' });
			expect(await does(head, addItem, first)).toMatchObject({ is: 'done' });
			const second = item({ form: 'undertaking', words: 'We moderate together.' });
			await does(otherHead, addItem, second);
			for (const _ of [1, 2])
				expect(await does(head, dropItem, { itemId: second.id })).toMatchObject({ is: 'done' });
			await does(head, addItem, item({ words: 'Who listens?' }));
			expect((await standing())!.items).toMatchObject([
				{ letter: 'a', form: 'question', words: 'Who explains?', dropped: false },
				{ letter: 'b', form: 'undertaking', dropped: true },
				{ letter: 'c', words: 'Who listens?', dropped: false },
			]);
			expect(
				await does(head, changeItem, { ...second, itemId: second.id, version: '1' }),
				'a dropped one',
			).toEqual({ is: 'missing' });
		});

		test('CSC-9 two who add at once each get a letter', async () => {
			await write();
			await Promise.all([does(head, addItem, item()), does(otherHead, addItem, item())]);
			expect((await standing())!.items.map(({ letter }) => letter)).toEqual(['a', 'b']);
		});

		test('CSC-9 are put differently by version, and kept to as many as a group can look into', async () => {
			await write();
			const first = item();
			await does(head, addItem, first);
			const change = { itemId: first.id, version: '1', form: 'undertaking', words: 'We listen.' };
			expect(await does(head, changeItem, change)).toMatchObject({ is: 'done' });
			expect(await does(head, changeItem, change)).toMatchObject({ is: 'done' });
			expect(await does(otherHead, changeItem, { ...change, words: 'We speak.' })).toMatchObject({
				is: 'conflict',
			});
			for (let more = 1; more < 12; more += 1) await does(head, addItem, item());
			expect(await does(head, addItem, item())).toMatchObject({
				is: 'invalid',
				fields: { words: expect.stringMatching(/12 items at most/) },
			});
			expect(await does(head, addItem, item({ form: 'rumour' }))).toMatchObject({
				is: 'invalid',
				fields: { form: expect.any(String) },
			});
		});

		test('CSC-9 of another group are not there', async () => {
			await write();
			const first = item();
			await does(head, addItem, first);
			groupId = await group();
			await write();
			expect(await does(head, dropItem, { itemId: first.id })).toEqual({ is: 'missing' });
			expect(await does(head, addItem, first)).toEqual({ is: 'missing' });
			const part = { memberId: home.members[0], notApplicable: [first.id], reason: 'No.' };
			expect(await does(head, sayPart, part)).toEqual({ is: 'missing' });
		});
	});

	describe('a school’s part', () => {
		test('CSC-9 is its own aspect and what does not apply to it, with the reason, by version', async () => {
			await write();
			const first = item();
			await does(head, addItem, first);
			const memberId = home.members[0];
			const part = { memberId, version: '0', aspect: 'Talk in Year 1', notApplicable: first.id };
			expect(await does(head, sayPart, part)).toMatchObject({
				is: 'invalid',
				fields: { reason: expect.any(String) },
			});
			const whole = { ...part, reason: 'We have no Year 6.' };
			expect(await does(head, sayPart, whole)).toMatchObject({ is: 'done' });
			expect(await does(head, sayPart, whole)).toMatchObject({ is: 'done' });
			expect(await does(home.chair, sayPart, { ...whole, aspect: 'Talk in Year 2' })).toMatchObject({
				is: 'conflict',
			});
			expect((await standing())!.parts).toMatchObject([
				{
					...{ memberId, aspect: 'Talk in Year 1', reason: 'We have no Year 6.', version: 1 },
					...{ notApplicable: [first.id], saidBy: 'Demo headteacher' },
				},
			]);
		});

		test('CSC-9 is told with the focus to whoever proposes a review of that school', async () => {
			const [own, other] = home.members;
			await write();
			await does(head, sayPart, { memberId: own, aspect: 'Talk in Year 1' });
			const told = await home.as(head, (ctx) =>
				focusesOfMembers(ctx, home.partnershipId, [own, other, outsideId]),
			);
			const focus = { groupName: groupId, words: 'Talk in mathematics' };
			expect(told[own]).toContainEqual({ ...focus, aspect: 'Talk in Year 1' });
			expect(told[other]).toContainEqual({ ...focus, aspect: '' });
			expect(told[outsideId]).toEqual([]);
		});

		test('CSC-9 waits for the focus, and is said for a school of the group alone', async () => {
			const part = { memberId: home.members[0], aspect: 'Talk in Year 1' };
			expect(await does(head, sayPart, part)).toMatchObject({ is: 'invalid' });
			await write();
			expect(await does(home.chair, sayPart, { ...part, memberId: outsideId })).toEqual({ is: 'denied' });
			expect(await does(otherHead, sayPart, part), 'another school’s head').toEqual({ is: 'denied' });
			expect(await does(head, sayPart, part)).toMatchObject({ is: 'done' });
		});
	});

	test('CSC-9 a head of another group’s school, a partner from outside and a stranger write nothing', async () => {
		await write();
		const first = item();
		await does(head, addItem, first);
		const partner = await home.invited('outside partner');
		const deputy = await home.invited('deputy', home.members[0]);
		const stranger = await newPerson(database());
		for (const [deed, input] of [
			[writeFocus, { version: '1', words: 'Ours' }],
			[addItem, item()],
			[changeItem, { itemId: first.id, version: '1', form: 'question', words: 'Ours?' }],
			[dropItem, { itemId: first.id }],
			[sayPart, { memberId: home.members[0], aspect: 'Ours' }],
		] as [Deed, object][]) {
			for (const member of [elsewhere, partner, deputy])
				expect(await does(member, deed, input)).toEqual({ is: 'denied' });
			expect(await does(stranger, deed, input)).toEqual({ is: 'missing' });
		}
		expect(await home.as(partner, (ctx) => focusOf(ctx, home.partnershipId, groupId))).toMatchObject({
			words: 'Talk in mathematics',
		});
		expect(await home.as(stranger, (ctx) => focusOf(ctx, home.partnershipId, groupId))).toBeNull();
	});
});
