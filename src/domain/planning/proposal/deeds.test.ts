import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formGroup } from '#domain/partnership/deeds/groups.server.ts';
import { addMember, endMembership } from '#domain/partnership/deeds/membership.server.ts';
import {
	foundedPartnership,
	foundingDay,
	newPerson,
	type Founded,
} from '#domain/partnership/founded.fixture.ts';
import { groups } from '#domain/partnership/queries.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { offerExpertise, stateNeed } from '#domain/support/deeds.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { forEachEngine } from '#test/database.ts';
import { adoptGroups, askForGroups, stopProposal } from './deeds.server.ts';
import { endProposal, tellProgress } from './proposal-store.server.ts';
import { proposalOfGroups, proposalsOfGroups } from './queries.server.ts';
import { reckon } from './running.server.ts';

type Deed = (ctx: Context, input: unknown) => Promise<Outcome<unknown>>;

forEachEngine((database) => {
	let home: Founded;
	let members: string[];
	let head: string;
	let administrator: string;

	beforeAll(async () => {
		home = await foundedPartnership(database());
		members = [...home.members];
		for (const name of ['Third school', 'Fourth school']) {
			const id = randomUUIDv7();
			const school = { id, partnershipId: home.partnershipId, fromDay: foundingDay, name, place: 'Nowhere' };
			await home.as(home.chair, (ctx) => addMember(ctx, school));
			members.push(id);
		}
		head = await home.invited('headteacher', members[0]);
		administrator = await home.invited('administrator');
		const other = await home.invited('headteacher', members[1]);
		const [theme] = await home.as(home.chair, (ctx) => themesOf(ctx, home.partnershipId));
		const of = { partnershipId: home.partnershipId };
		await home.as(head, (ctx) =>
			stateNeed(ctx, { ...of, memberId: members[0], number: '0', status: '2', first: theme!.id }),
		);
		await home.as(other, (ctx) =>
			offerExpertise(ctx, {
				...{ ...of, id: randomUUIDv7(), memberId: members[1], themeId: theme!.id },
				...{ ways: 'speak', words: 'We read aloud.' },
			}),
		);
		const before = { ...of, name: 'Old', schoolYear: '2025-26', memberIds: [members[0], members[3]] };
		await home.as(home.chair, (ctx) => formGroup(ctx, { ...before, id: randomUUIDv7() }));
	});

	const does = (by: string, deed: Deed, input: object) =>
		home.as(by, (ctx) => deed(ctx, { partnershipId: home.partnershipId, ...input }));
	const form = (more: object = {}) => ({
		...{ id: randomUUIDv7(), schoolYear: '2026-27', least: '2', most: '2', near: '10', competing: '0.5' },
		...more,
	});
	const stands = (id: string, by = home.chair) =>
		home.as(by, (ctx) => proposalOfGroups(ctx, home.partnershipId, id));

	describe('asking for groups', () => {
		test('CSC-18 is for whoever leads; it keeps all it is reckoned from, and sent twice is one', async () => {
			const asked = form();
			for (const someone of [head, administrator])
				expect(await does(someone, askForGroups, asked)).toEqual({ is: 'denied' });
			expect(await does(await newPerson(database()), askForGroups, asked)).toEqual({ is: 'missing' });
			expect(await does(home.chair, askForGroups, asked)).toMatchObject({
				is: 'done',
				value: { begun: true, personId: home.chair },
			});
			expect(await does(home.chair, askForGroups, asked)).toMatchObject({ value: { begun: false } });
			const { input } = (await stands(asked.id))!;
			expect(input).toMatchObject({
				...{ size: { least: 2, most: 2 }, near: 10_000, competing: { within: 500, except: [] } },
				lastYear: [expect.arrayContaining([members[0], members[3]])],
			});
			const needy = input.schools.find(({ id }) => id === members[0])!;
			expect(needy).toMatchObject({ status: 2, place: null, needs: [{ urgency: 3 }] });
			expect(input.schools.find(({ id }) => id === members[1])!.strengths).toEqual([needy.needs[0]!.theme]);
		});

		test('CEN-13 a proposal, made from what schools need, is read by whoever leads and by nobody else', async () => {
			const asked = form();
			await does(home.chair, askForGroups, asked);
			for (const someone of [head, administrator, await newPerson(database())]) {
				expect(await stands(asked.id, someone)).toBeNull();
				expect(await home.as(someone, (ctx) => proposalsOfGroups(ctx, home.partnershipId))).toEqual([]);
			}
		});

		test('HEP-1 a school that leaves before the year is not in it, one that joins during it is', async () => {
			const other = await foundedPartnership(database());
			const { partnershipId } = other;
			const add = async (name: string, fromDay: string) => {
				const id = randomUUIDv7();
				const school = { id, partnershipId, fromDay, name, place: 'Nowhere' };
				await other.as(other.chair, (ctx) => addMember(ctx, school));
				return id;
			};
			const joins = await add('Joins', '2028-01-05');
			await add('Joins later', '2028-09-01');
			const leaving = { partnershipId, memberId: other.members[0], untilDay: '2027-08-31' };
			await other.as(other.chair, (ctx) => endMembership(ctx, leaving));
			const asked = { ...form({ schoolYear: '2027-28' }), partnershipId };
			await other.as(other.chair, (ctx) => askForGroups(ctx, asked));
			const { input } = (await other.as(other.chair, (ctx) =>
				proposalOfGroups(ctx, partnershipId, asked.id),
			))!;
			expect(input.schools.map(({ id }) => id).toSorted()).toEqual([other.members[1], joins].toSorted());
		});

		test('bad input is refused at its field', async () => {
			for (const [more, field] of [
				[{ schoolYear: '2026' }, 'schoolYear'],
				[{ schoolYear: '2025-26' }, 'schoolYear'],
				[{ least: '3' }, 'most'],
				[{ least: '1' }, 'least'],
				[{ most: '9' }, 'most'],
				[{ near: 'far' }, 'near'],
				[{ near: '' }, 'near'],
				[{ 'weight journey': ' ' }, 'weight journey'],
				[{ competing: '-1' }, 'competing'],
				[{ 'weight contrast': '101' }, 'weight contrast'],
				[{ 'weight contrast': 'much' }, 'weight contrast'],
				[{ least: '5', most: '5' }, 'least'],
			] as [object, string][])
				expect(await does(home.chair, askForGroups, form(more))).toMatchObject({
					is: 'invalid',
					fields: { [field]: expect.any(String) },
				});
		});
	});

	const reckoned = async (more: object = {}) => {
		const asked = form(more);
		await does(home.chair, askForGroups, asked);
		await reckon(database(), { partnershipId: home.partnershipId, id: asked.id, personId: home.chair });
		return asked.id;
	};

	/** Ends whatever is asked and not reckoned, so that the next may be asked. */
	const ended = async () => {
		for (const { id, ending } of await home.as(home.chair, (ctx) =>
			proposalsOfGroups(ctx, home.partnershipId),
		))
			if (!ending)
				await home.as(home.chair, (ctx) =>
					endProposal(ctx, { partnershipId: home.partnershipId, id }, { ending: 'stopped' }),
				);
	};
	beforeEach(ended);

	describe('reckoning', () => {
		test('of a partnership is one at a time', async () => {
			await does(home.chair, askForGroups, form());
			expect(await does(home.chair, askForGroups, form())).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('already') },
			});
		});

		test('NFS-4 where a school has no place, the rules that collide are named with what each would free', async () => {
			const id = await reckoned({ least: '3', most: '3' });
			const { answer, conflicts } = (await stands(id))!;
			expect(answer!.unplaced).toHaveLength(1);
			expect(conflicts).toMatchObject([
				{ stage: 'groups', left: 1, rules: [{ words: 'A group has 3 schools.', left: 0 }] },
			]);
		});

		test('CSC-18 in a thread of its own the best groups are found, proven and written down', async () => {
			const id = await reckoned();
			const { answer, ending } = (await stands(id))!;
			expect(ending).toBe('answered');
			expect(answer).toMatchObject({ proven: true, unplaced: [] });
			expect(answer!.groups.map(({ schools }) => new Set(schools))).toContainEqual(
				new Set([members[0], members[1]]),
			);
		});

		test('CSC-18 what a chair weighs otherwise counts otherwise; the rest as usual', async () => {
			const usual = (await stands(await reckoned()))!;
			const id = await reckoned({ 'weight need met': '0', 'weight kept together': '100' });
			const { input, answer } = (await stands(id))!;
			expect(input.weights).toEqual({ ...usual.input.weights, 'need met': 0, 'kept together': 100 });
			expect(answer!.groups.map(({ schools }) => new Set(schools))).toContainEqual(
				new Set([members[0], members[3]]),
			);
		});

		test('stops where somebody asks, and says so; what has ended is not reckoned again', async () => {
			const asked = form();
			await does(home.chair, askForGroups, asked);
			const key = { partnershipId: home.partnershipId, id: asked.id };
			const tell = () =>
				home.as(home.chair, (ctx) => tellProgress(ctx, key, { round: 1, value: null, bound: 9 }));
			expect(await tell()).toBe(true);
			expect(await does(head, stopProposal, { proposalId: asked.id })).toEqual({ is: 'denied' });
			for (const _ of [1, 2])
				expect(await does(home.chair, stopProposal, { proposalId: asked.id })).toMatchObject({ is: 'done' });
			expect(await tell()).toBe(false);
			await home.as(home.chair, (ctx) => endProposal(ctx, key, { ending: 'stopped' }));
			await reckon(database(), { ...key, personId: home.chair });
			expect(await stands(asked.id)).toMatchObject({
				ending: 'stopped',
				answer: null,
				progress: { round: 1 },
			});
		});
	});

	describe('adopting', () => {
		test('CSC-18 makes groups of the year, once, under names of their own; and never over groups there are', async () => {
			const id = await reckoned();
			const other = await reckoned();
			const names = { 'name-1': 'Brook', 'name-2': 'Hill' };
			expect(await does(head, adoptGroups, { proposalId: id, ...names })).toEqual({ is: 'denied' });
			expect(await does(home.chair, adoptGroups, { proposalId: id, 'name-1': 'Brook' })).toMatchObject({
				is: 'invalid',
				fields: { 'name-2': expect.any(String) },
			});
			const same = { 'name-1': 'Brook', 'name-2': ' brook ' };
			expect(await does(home.chair, adoptGroups, { proposalId: id, ...same })).toMatchObject({
				fields: { 'name-2': expect.stringContaining('of its own') },
			});
			for (const _ of [1, 2])
				expect(await does(home.chair, adoptGroups, { proposalId: id, ...names })).toMatchObject({
					is: 'done',
				});
			const formed = await home.as(home.chair, (ctx) => groups(ctx, home.partnershipId));
			expect(formed.filter(({ schoolYear }) => schoolYear === '2026-27').map(({ name }) => name)).toEqual([
				'Brook',
				'Hill',
			]);
			expect(await does(home.chair, adoptGroups, { proposalId: other, ...names })).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('already') },
			});
		});

		test('what was not reckoned to its end is not adopted', async () => {
			const asked = form();
			await does(home.chair, askForGroups, asked);
			expect(await does(home.chair, adoptGroups, { proposalId: asked.id })).toMatchObject({ is: 'invalid' });
			expect(await does(home.chair, adoptGroups, { proposalId: randomUUIDv7() })).toEqual({ is: 'missing' });
		});
	});
});
