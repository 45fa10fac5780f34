import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { formGroup } from '#domain/partnership/deeds/groups.server.ts';
import { foundedPartnership, newPerson, type Founded } from '#domain/partnership/founded.fixture.ts';
import { addItem, dropItem, sayPart, writeFocus } from '#domain/partnership/group-focus/deeds.server.ts';
import { forEachEngine } from '#test/database.ts';
import { focusesOfHost } from '../group-items.server.ts';
import { openReview } from '../open.server.ts';
import { lines } from '../queries.server.ts';
import { takeUpItem } from './group-items.server.ts';
import { agreedReview, type InTheMaking, reviewDay } from './in-the-making.fixture.ts';
import { addLine, changeLine, dropLine } from './plan.server.ts';

forEachEngine((database) => {
	let it: InTheMaking;
	let trio: Awaited<ReturnType<typeof lookingInto>>;
	beforeAll(async () => {
		it = await agreedReview(database());
		trio = await lookingInto(it.home, 'Trio 1', '2026-27');
	});

	/** A group of a school year with a focus and three items. */
	async function lookingInto(home: Founded, name: string, schoolYear: string) {
		const { partnershipId, members, chair } = home;
		const groupId = randomUUIDv7();
		const does = (deed: typeof writeFocus, input: object) =>
			home.as(chair, (ctx) => deed(ctx, { partnershipId, groupId, ...input }));
		await home.as(chair, (ctx) =>
			formGroup(ctx, { id: groupId, partnershipId, name, schoolYear, memberIds: members }),
		);
		await does(writeFocus, { version: '0', words: 'Talk in mathematics' });
		const items = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()] as const;
		for (const id of items)
			await does(addItem as typeof writeFocus, { id, form: 'question', words: `Who explains in ${name}?` });
		return { items, does };
	}
	const takesUp = (itemId: string, by = it.host, more: object = {}) =>
		it.on(by, takeUpItem, { id: randomUUIDv7(), itemId, ...more });
	const planned = () => it.home.as(it.host, (ctx) => lines(ctx, it.key));

	describe('an item of the host’s group', () => {
		test('CSC-9 becomes a line under the next letter that says for what it stands, once, and is reworded like any other', async () => {
			await it.on(it.host, addLine, { id: randomUUIDv7(), question: 'Who listens?' });
			const id = randomUUIDv7();
			expect(await takesUp(trio.items[0], it.reviewer, { id })).toMatchObject({ is: 'done' });
			expect(await takesUp(trio.items[0], it.reviewer, { id })).toMatchObject({ is: 'done' });
			expect(await takesUp(trio.items[0])).toMatchObject({
				is: 'invalid',
				fields: { '': 'Line B takes it up already.' },
			});
			await it.on(it.host, changeLine, { lineId: id, question: 'Who explains here?' });
			expect(await planned()).toMatchObject([
				{ letter: 'A', item: null },
				{
					...{ letter: 'B', question: 'Who explains here?', origin: 'planned' },
					item: { id: trio.items[0], letter: 'a', form: 'question', group: 'Trio 1' },
				},
			]);
		});

		test('CSC-9 whose line was dropped may be taken up again', async () => {
			const id = randomUUIDv7();
			await takesUp(trio.items[1], it.host, { id });
			await it.on(it.host, dropLine, { lineId: id });
			expect(await takesUp(trio.items[1])).toMatchObject({ is: 'done' });
		});

		test('CSC-9 that does not apply to the host is shown with its reason and not taken up', async () => {
			const part = { memberId: it.home.members[0], version: '0', aspect: 'Talk in Year 1' };
			await trio.does(sayPart, { ...part, notApplicable: trio.items[2], reason: 'We have no Year 6.' });
			const [focus] = await it.home.as(it.host, async (ctx) =>
				focusesOfHost(ctx, (await openReview(ctx, it.reviewId))!),
			);
			expect(focus).toMatchObject({
				...{ groupName: 'Trio 1', words: 'Talk in mathematics', aspect: 'Talk in Year 1' },
				items: [{ notApplicable: null }, { notApplicable: null }, { notApplicable: 'We have no Year 6.' }],
			});
			expect(await takesUp(trio.items[2])).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringMatching(/does not apply to .*: We have no Year 6/) },
			});
			await trio.does(sayPart, { ...part, version: '1' });
		});

		test('CSC-9 finds no room in a full plan', async () => {
			const { most, present } = await it.home.as(it.host, async (ctx) => ({
				most: (await openReview(ctx, it.reviewId))!.protocol.focus.linesAtMost,
				present: (await lines(ctx, it.key)).length,
			}));
			const more = Array.from({ length: most - present }, () => randomUUIDv7());
			for (const id of more) await it.on(it.host, addLine, { id, question: 'And?' });
			expect(await takesUp(trio.items[2])).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringMatching(/keeps a review to/) },
			});
			for (const lineId of more) await it.on(it.host, dropLine, { lineId });
		});

		test('CSC-9 that was dropped is not there, and the line that stands for it stays', async () => {
			await trio.does(dropItem, { itemId: trio.items[0] });
			expect(await takesUp(trio.items[0])).toEqual({ is: 'missing' });
			expect((await planned())[1]).toMatchObject({ letter: 'B', item: { letter: 'a' } });
		});
	});

	test('CSC-9 an item of another year’s group, of another partnership, or of nobody is not there', async () => {
		const lastYear = await lookingInto(it.home, 'Trio of old', '2025-26');
		const elsewhere = await lookingInto(await foundedPartnership(database()), 'Trio 1', '2026-27');
		for (const itemId of [lastYear.items[0], elsewhere.items[0], randomUUIDv7()])
			expect(await takesUp(itemId)).toEqual({ is: 'missing' });
	});

	test('CSC-9 is taken up by those who plan alone, and is not there to a guest on the team', async () => {
		const deputy = await it.home.invited('deputy', it.home.members[0]);
		for (const member of [it.home.chair, deputy])
			expect(await takesUp(trio.items[2], member)).toEqual({ is: 'denied' });
		expect(await takesUp(trio.items[2], await newPerson(database()))).toEqual({ is: 'missing' });
		const guest = await newPerson(database());
		await database().asOwner((db) =>
			db
				.insertInto('team_member')
				.values({
					...{ partnership_id: it.key.partnershipId, review_id: it.reviewId, person_id: guest },
					...{ role: 'expert', added_by: it.home.chair },
				})
				.execute(),
		);
		expect(await takesUp(trio.items[2], guest)).toEqual({ is: 'missing' });
		const seen = await it.home.as(guest, (ctx) => lines(ctx, it.key), reviewDay);
		expect(seen.map(({ item }) => item)).toEqual(seen.map(() => null));
	});
});
