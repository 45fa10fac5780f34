import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { closeAim, setAim } from '#domain/aim/deeds.server.ts';
import type { PersonKey } from '#test/cast.ts';
import { founder } from '#test/cast.ts';
import { forEachEngine } from '#test/database.ts';
import { actingSchool, type ActingSchool } from '#test/demo/acting-school.ts';
import { correctAction } from '../deeds/correcting.server.ts';
import { servingActions } from './queries.server.ts';

forEachEngine((database) => {
	let school: ActingSchool;
	beforeAll(async () => {
		school = await actingSchool(database());
	}, 120_000);

	test('CSC-3 an action serves aims and priorities; each is seen with the other by whoever reads both', async () => {
		const { partnershipId } = school;
		const [aim, priority] = [randomUUIDv7(), randomUUIDv7()];
		const memberId = school.founded.members.get('fernmarsh')!;
		const set = { partnershipId, schoolYear: '2026-27' };
		await school.does(founder, setAim, { ...set, id: aim, title: 'All write' });
		await school.does('inkwell', setAim, { ...set, id: priority, memberId, title: 'Boys write' });
		const id = await school.plan({ aimIds: [aim, priority] });
		const serves = async (who: PersonKey) => (await school.action(who, id))?.aims.map(({ title }) => title);
		expect((await serves('inkwell'))!.toSorted()).toEqual(['All write', 'Boys write']);
		expect(await serves('hedgepath')).toEqual(['All write']);
		const serving = (who: PersonKey) => school.as(who, (ctx) => servingActions(ctx, partnershipId));
		expect(await serving('hedgepath')).toMatchObject([{ aimId: aim, id, urgency: 'ahead' }]);
		expect(await serving('lanternby')).toEqual([]);

		const right = {
			...{ actionId: id, version: '1', findingId: school.findings[0]!.id, title: 'Another' },
			...{ owner: 'Us', measureOfSuccess: 'More.' },
		};
		expect(await school.does('inkwell', correctAction, { ...right, aimIds: [randomUUIDv7()] })).toMatchObject(
			{
				is: 'invalid',
				fields: { aimIds: expect.any(String) },
			},
		);
		await school.does(founder, closeAim, { partnershipId, aimId: aim, because: 'Reached.' });
		expect(await school.does('inkwell', correctAction, { ...right, aimIds: aim })).toEqual({
			is: 'done',
			value: null,
		});
		expect(await serves('inkwell')).toEqual(['All write']);
	});
});
