import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { actingSchool, deputy, type ActingSchool } from '#test/demo/acting-school.ts';
import { rescheduleAction } from '../deeds/actions.server.ts';
import { giveUpAction } from '../deeds/correcting.server.ts';
import { addMilestone, removeMilestone, tickMilestone } from './deeds.server.ts';

const done = { is: 'done', value: null };

forEachEngine((database) => {
	let school: ActingSchool;
	let actionId: string;
	beforeAll(async () => {
		school = await actingSchool(database());
		actionId = await school.plan({ owner: 'Morwenna Tealeaf' });
	}, 120_000);

	const step = (changes: object = {}) => ({
		...{ id: randomUUIDv7(), actionId, words: 'Two rooms try it', due: '2026-12-10', ...changes },
	});
	const milestones = async (who: Parameters<ActingSchool['action']>[0] = 'inkwell') =>
		(await school.action(who, actionId))?.milestones;

	describe('NFS-11 milestones', () => {
		test('are added by the head, by day, and read by whoever reads the action', async () => {
			const second = step({ words: 'All do', due: '2027-01-20' });
			for (const one of [second, step()])
				expect(await school.does('inkwell', addMilestone, one)).toEqual(done);
			expect(await school.does('inkwell', addMilestone, second)).toEqual(done);
			for (const who of [deputy, 'hedgepath', 'plumbline'] as const) {
				expect(await school.does(who, addMilestone, step())).toEqual({ is: 'denied' });
				expect((await milestones(who))!.map(({ words }) => words)).toEqual(['Two rooms try it', 'All do']);
			}
			expect(await school.as('lanternby', rows)).toBe(0);
			expect(await school.as(deputy, rows)).toBe(2);
		});

		test.each([
			['no words', { words: '' }, 'words'],
			['a day that is past', { due: '2026-11-01' }, 'due'],
			['a day after the action’s own', { due: '2027-02-13' }, 'due'],
		])('are refused at the field with %s', async (_, changes, field) => {
			expect(await school.does('inkwell', addMilestone, step(changes))).toMatchObject({
				is: 'invalid',
				fields: { [field]: expect.any(String) },
			});
		});

		test('are ticked off by the owner, once, and unticked; nobody else does', async () => {
			const [first] = (await milestones())!;
			const ticked = { actionId, milestoneId: first!.id, reached: 'yes' };
			expect(await school.does('hedgepath', tickMilestone, ticked)).toEqual({ is: 'denied' });
			for (const _ of [1, 2]) expect(await school.does(deputy, tickMilestone, ticked)).toEqual(done);
			expect((await milestones())![0]).toMatchObject({ reachedOn: '2026-11-23' });
			const away = { actionId, milestoneId: first!.id };
			expect(await school.does('inkwell', removeMilestone, away)).toMatchObject({ is: 'invalid' });
			expect(await school.does(deputy, tickMilestone, { ...ticked, reached: 'no' })).toEqual(done);
			expect((await milestones())![0]).toMatchObject({ reachedOn: null });
			expect(await school.does('inkwell', tickMilestone, { ...ticked, reached: 'yes' })).toEqual(done);
		});

		test('move with the action where asked, but for those that are reached', async () => {
			const move = { id: randomUUIDv7(), actionId, due: '2027-02-22', reason: 'Snow.', milestonesToo: 'yes' };
			for (const _ of [1, 2]) expect(await school.does('inkwell', rescheduleAction, move)).toEqual(done);
			expect((await milestones())!.map(({ due }) => due)).toEqual(['2026-12-10', '2027-01-30']);
			await school.does('inkwell', rescheduleAction, {
				...{ id: randomUUIDv7(), actionId, due: '2027-02-25', reason: 'Ice.' },
			});
			expect((await milestones())!.map(({ due }) => due)).toEqual(['2026-12-10', '2027-01-30']);
		});

		test('are no more than a dozen', async () => {
			for (let n = 2; n < 12; n++) expect(await school.does('inkwell', addMilestone, step())).toEqual(done);
			expect(await school.does('inkwell', addMilestone, step())).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('at most 12') },
			});
			const last = (await milestones())!.find(({ reachedOn }) => reachedOn === null)!;
			const away = { actionId, milestoneId: last.id };
			for (const _ of [1, 2]) expect(await school.does('inkwell', removeMilestone, away)).toEqual(done);
			expect(await milestones()).toHaveLength(11);
		});

		test('of an action given up are neither added nor ticked', async () => {
			await school.does('inkwell', giveUpAction, { actionId, because: 'Enough.' });
			expect(await school.does('inkwell', addMilestone, step())).toMatchObject({ is: 'invalid' });
			const milestoneId = (await milestones())!.at(-1)!.id;
			expect(
				await school.does(deputy, tickMilestone, { actionId, milestoneId, reached: 'yes' }),
			).toMatchObject({ is: 'invalid' });
		});
	});

	/** Past all checks of the application. */
	const rows = async ({ db }: Parameters<Parameters<ActingSchool['as']>[1]>[0]) =>
		(await db.selectFrom('action_milestone').select('id').execute()).length;
});
