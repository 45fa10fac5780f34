import { beforeAll, expect, test } from 'vitest';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { forEachEngine } from '#test/database.ts';
import { actingSchool, type ActingSchool } from '#test/demo/acting-school.ts';
import { monday } from '#test/demo/published-review.ts';
import { updateAction } from '../deeds/actions.server.ts';
import { giveUpAction } from '../deeds/correcting.server.ts';
import { groups } from '#domain/partnership/queries.server.ts';
import { actionsOfGroup } from './queries.server.ts';

forEachEngine((database) => {
	let school: ActingSchool;
	beforeAll(async () => {
		school = await actingSchool(database());
		const [done, over] = [await school.plan({ title: 'Done' }), await school.plan({ title: 'Over' })];
		await school.plan({ title: 'Last', due: '2027-03-01' });
		await school.plan({ title: 'First', due: '2027-01-11' });
		const told = {
			id: crypto.randomUUID(),
			actionId: done,
			progress: 'done',
			words: 'It is so.',
			by: 'words',
		};
		expect(await school.does('inkwell', updateAction, told)).toMatchObject({ is: 'done' });
		const given = { actionId: over, because: 'Another way was found.', version: 1 };
		expect(await school.does('inkwell', giveUpAction, given)).toMatchObject({ is: 'done' });
	}, 120_000);

	const plan = (
		who: Parameters<ActingSchool['action']>[0],
		name: string,
		schoolYear = schoolYearName(monday),
	) =>
		school.as(who, async (ctx) => {
			const { partnershipId } = school;
			const group = (await groups(ctx, partnershipId)).find((one) => one.name === name)!;
			const actions = await actionsOfGroup(ctx, partnershipId, { id: group.id, schoolYear });
			return actions.map(({ title, stands }) => [title, stands.split(',')[0]]);
		});

	test('(CSC-23) a group’s action plan holds its schools’ actions, the undone first, by day', async () => {
		expect(await plan('inkwell', 'Brook trio')).toEqual([
			['First', 'Not started'],
			['Last', 'Not started'],
			['Done', 'Done'],
			['Over', 'Given up'],
		]);
		expect(await plan('inkwell', 'Harbour trio')).toEqual([]);
	});

	test('(CSC-23) of reviews in its school year alone', async () => {
		expect(await plan('inkwell', 'Brook trio', '2025-26')).toEqual([]);
	});

	test('(CSC-23) whoever may not read an action finds none', async () => {
		expect(await plan('hedgepath', 'Brook trio')).toHaveLength(4);
		for (const who of ['lanternby', 'saltmarrow', 'applecart'] as const)
			expect(await plan(who, 'Brook trio')).toEqual([]);
	});
});
