import { beforeAll, describe, expect, test } from 'vitest';
import { updateAction, rescheduleAction } from './actions.server.ts';
import { randomUUIDv7 } from 'node:crypto';
import type { PersonKey } from '#test/cast.ts';
import { forEachEngine } from '#test/database.ts';
import { actingSchool, deputy, type ActingSchool } from '#test/demo/acting-school.ts';
import { correctAction, giveUpAction, handOverAction } from './correcting.server.ts';
import { planAction } from './actions.server.ts';

const others: PersonKey[] = ['hedgepath', 'plumbline', 'lanternby', 'ledgerly', 'ropewalk', deputy];
const done = { is: 'done', value: null };

forEachEngine((database) => {
	let school: ActingSchool;
	beforeAll(async () => {
		school = await actingSchool(database());
	}, 120_000);

	const right = (actionId: string, changes: object = {}) => ({
		actionId,
		version: '1',
		findingId: school.findings[1]!.id,
		title: 'Replace it 😀',
		owner: 'Everybody',
		measureOfSuccess: 'They write on.',
		...changes,
	});

	describe('NFS-11 what an action says', () => {
		test('is put right by the head; what it said before stays to be read; sent twice it is one deed', async () => {
			const id = await school.plan();
			for (const who of others)
				expect(await school.does(who, correctAction, right(id)), who).toEqual({ is: 'denied' });
			for (const _ of [1, 2]) expect(await school.does('inkwell', correctAction, right(id))).toEqual(done);
			expect(await school.action('hedgepath', id)).toMatchObject({
				...{ title: 'Replace it 😀', owner: 'Everybody', version: 2, due: '2027-02-12' },
				finding: { id: school.findings[1]!.id },
				former: [{ title: 'Replace the end of the checklist', owner: 'English leader' }],
			});
		});

		test('where two change it at once, the second is shown what stands', async () => {
			const id = await school.plan();
			await school.does('inkwell', correctAction, right(id));
			const second = await school.does('inkwell', correctAction, right(id, { title: 'Another' }));
			expect(second).toMatchObject({ is: 'conflict', current: { title: 'Replace it 😀', version: 2 } });
		});

		test.each([
			['no title', { title: ' ' }, 'title'],
			['far too much', { measureOfSuccess: 'x'.repeat(2001) }, 'measureOfSuccess'],
			['a finding of no review', { findingId: randomUUIDv7() }, 'findingId'],
			['nobody to make sure of it', { owner: '' }, 'owner'],
			['somebody who was never there', { ownerId: randomUUIDv7() }, 'ownerId'],
		])('is refused at its field with %s', async (_, changes, field) => {
			const id = await school.plan();
			expect(await school.does('inkwell', correctAction, right(id, changes))).toMatchObject({
				is: 'invalid',
				fields: { [field]: expect.any(String) },
			});
			expect(await school.action('inkwell', id)).toMatchObject({ version: 1 });
		});

		test('whose it is says who may tell of it and read it for that', async () => {
			const id = await school.plan({ owner: 'morwenna tealeaf' });
			expect(await school.action(deputy, id)).toBeDefined();
			const to = { actionId: id, version: '1', ownerId: school.people.get('copperkettle')! };
			expect(await school.does('inkwell', handOverAction, to)).toEqual(done);
			expect(await school.action(deputy, id)).toBeUndefined();
			expect(await school.action('copperkettle', id)).toMatchObject({ owner: 'Nadia Copperkettle' });
			const update = { id: randomUUIDv7(), actionId: id, progress: 'done', words: '' };
			expect(await school.does(deputy, updateAction, update)).toEqual({ is: 'missing' });
			expect(await school.does('copperkettle', updateAction, update)).toEqual(done);
		});
	});

	describe('NFS-11 an action given up', () => {
		test('needs a reason, is the head’s to give up, stays to be read and takes no more updates', async () => {
			const id = await school.plan({ owner: 'Morwenna Tealeaf' });
			for (const who of others)
				expect(await school.does(who, giveUpAction, { actionId: id, because: 'No.' })).toEqual({
					is: 'denied',
				});
			expect(await school.does('inkwell', giveUpAction, { actionId: id, because: '' })).toMatchObject({
				is: 'invalid',
				fields: { because: expect.any(String) },
			});
			const given = { actionId: id, because: 'The scheme was dropped.' };
			for (const _ of [1, 2]) expect(await school.does('inkwell', giveUpAction, given)).toEqual(done);
			expect(await school.action('hedgepath', id)).toMatchObject({
				givenUp: { because: 'The scheme was dropped.' },
			});
			const late = { id: randomUUIDv7(), actionId: id };
			const refused = { is: 'invalid', fields: { '': expect.stringContaining('given up') } };
			const tell = { ...late, progress: 'done', words: '' };
			expect(await school.does(deputy, updateAction, tell)).toMatchObject(refused);
			const move = { ...late, due: '2027-03-01', reason: 'Snow.' };
			expect(await school.does('inkwell', rescheduleAction, move)).toMatchObject(refused);
			expect(await school.does('inkwell', correctAction, right(id))).toMatchObject(refused);
		});
	});

	// Last: from here on she is gone.
	test('NFS-11 nobody who has left is made an owner, and an action of theirs says so and is handed over', async () => {
		const id = await school.plan({ ownerId: school.people.get(deputy)!, owner: '' });
		const day = '2026-12-01';
		expect(await school.action('inkwell', id, day)).toMatchObject({
			owner: 'Morwenna Tealeaf',
			ownerHasLeft: false,
		});
		await school.leaves(deputy, day);
		expect(await school.action('inkwell', id, day)).toMatchObject({ ownerHasLeft: true });
		const said = { fields: { owner: expect.stringContaining('Morwenna Tealeaf has left your school.') } };
		const another = { ...right(id), id: randomUUIDv7(), due: '2027-02-12' };
		expect(
			await school.does('inkwell', planAction, { ...another, owner: 'MORWENNA tealeaf' }, day),
		).toMatchObject({ is: 'invalid', ...said });
		const back = { actionId: id, version: '1', ownerId: school.people.get(deputy)! };
		expect(await school.does('inkwell', handOverAction, back, day)).toMatchObject({
			is: 'invalid',
			fields: { ownerId: expect.stringContaining('has left') },
		});
		const update = { id: randomUUIDv7(), actionId: id, progress: 'done', words: '' };
		expect((await school.does(deputy, updateAction, update, day)).is).toMatch(/missing|denied/);
		const on = { actionId: id, version: '1', owner: 'English leader' };
		expect(await school.does('inkwell', handOverAction, on, day)).toEqual(done);
		expect(await school.action('inkwell', id, day)).toMatchObject({ ownerHasLeft: false, ownerId: null });
	});
});
