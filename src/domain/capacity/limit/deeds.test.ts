import { beforeAll, expect, test } from 'vitest';
import { foundedPartnership, newPerson, type Founded } from '#domain/partnership/founded.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { setCost } from '../time/deeds.server.ts';
import { releaseCost } from '../time/queries.server.ts';
import { setLimit } from './deeds.server.ts';
import { ownLimits } from './queries.server.ts';

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

	const limit = (by: string, personId: string, more: object = {}) =>
		home.as(by, (ctx) =>
			setLimit(ctx, {
				...{
					partnershipId: home.partnershipId,
					personId,
					version: '0',
					daysATerm: '2',
					daysAYear: '',
					...more,
				},
			}),
		);
	const known = (by: string) => home.as(by, (ctx) => ownLimits(ctx, home.partnershipId));

	test('CSC-19 a person or their school’s head says how many days they give; nobody else does', async () => {
		for (const by of [home.chair, otherHead]) expect(await limit(by, staff)).toMatchObject({ is: 'denied' });
		expect(await limit(staff, head)).toMatchObject({ is: 'denied' });
		expect(await limit(await newPerson(database()), staff)).toMatchObject({ is: 'missing' });
		expect(await limit(head, home.chair)).toMatchObject({ is: 'denied' });
		expect(await limit(head, await newPerson(database()))).toMatchObject({ is: 'missing' });
		expect(await limit(staff, staff)).toMatchObject({ is: 'done' });
		expect(await limit(head, staff, { version: '1', daysAYear: '0' })).toMatchObject({ is: 'done' });
		expect(await known(staff)).toEqual([{ personId: staff, daysATerm: 2, daysAYear: 0, version: 2 }]);
	});

	test('CSC-19 what somebody changed meanwhile comes back; the same form twice is one deed', async () => {
		expect(await limit(otherHead, otherHead)).toMatchObject({ is: 'done' });
		expect(await limit(otherHead, otherHead)).toMatchObject({ is: 'done' });
		expect(await limit(otherHead, otherHead, { daysATerm: '7' })).toMatchObject({ is: 'conflict' });
		expect(await limit(otherHead, otherHead, { daysATerm: '-1', daysAYear: '61' })).toMatchObject({
			fields: { daysATerm: expect.any(String), daysAYear: expect.any(String) },
		});
	});

	test('CSC-19 limits are read by those who run the partnership, its heads and whose they are', async () => {
		const governor = await home.invited('governor', home.members[1]);
		expect(await known(governor)).toEqual([]);
		expect((await known(staff)).map(({ personId }) => personId)).toEqual([staff]);
		for (const by of [home.chair, head, otherHead]) expect(await known(by)).toHaveLength(2);
	});

	test('CSC-19 what a day costs is set by whoever organises, in whole pounds, and read by all', async () => {
		const cost = (by: string, pounds: string, version = '0') =>
			home.as(by, (ctx) => setCost(ctx, { partnershipId: home.partnershipId, pounds, version }));
		expect(await cost(head, '210')).toMatchObject({ is: 'denied' });
		expect(await cost(home.chair, '£210')).toMatchObject({ is: 'done' });
		expect(await cost(home.chair, '210')).toMatchObject({ is: 'done' });
		expect(await cost(home.chair, '220')).toMatchObject({ is: 'conflict' });
		expect(await cost(home.chair, '220', '1')).toMatchObject({ is: 'done' });
		for (const wrong of ['', '-1', '1.50', '6000', '1e3'])
			expect(await cost(home.chair, wrong)).toMatchObject({ fields: { pounds: expect.any(String) } });
		const read = (by: string) => home.as(by, (ctx) => releaseCost(ctx, home.partnershipId));
		expect(await read(staff)).toEqual({ pounds: 220, version: 2 });
		expect(await read(await newPerson(database()))).toBeNull();
	});
});
