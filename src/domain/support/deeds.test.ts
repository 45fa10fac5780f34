import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { foundedPartnership, newPerson, type Founded } from '#domain/partnership/founded.fixture.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { forEachEngine } from '#test/database.ts';
import { offerExpertise, stateNeed, withdrawExpertise } from './deeds.server.ts';
import { matches } from './model.ts';
import { expertiseOf, needsOfMember, presentNeeds } from './queries.server.ts';
import { supportScreen } from './screen.server.ts';

type Deed = (ctx: Context, input: unknown) => Promise<Outcome>;

forEachEngine((database) => {
	let home: Founded;
	let head: string;
	let otherHead: string;
	let steering: string;
	let reading: string;
	let writing: string;

	beforeAll(async () => {
		home = await foundedPartnership(database());
		head = await home.invited('headteacher', home.members[0]);
		otherHead = await home.invited('headteacher', home.members[1]);
		steering = await home.invited('steering');
		const themes = await home.as(home.chair, (ctx) => themesOf(ctx, home.partnershipId));
		reading = themes.find(({ label }) => label === 'Reading')!.id;
		writing = themes.find(({ label }) => label === 'Writing')!.id;
	});

	const does = (by: string, deed: Deed, input: object, memberId = home.members[0]) =>
		home.as(by, (ctx) => deed(ctx, { partnershipId: home.partnershipId, memberId, ...input }));
	const offers = (by: string) => home.as(by, (ctx) => expertiseOf(ctx, home.partnershipId));
	const needs = (by: string) => home.as(by, (ctx) => needsOfMember(ctx, home.partnershipId, home.members[0]));

	test('CSC-17 HEP-8 what schools are strong in is mapped by theme for everybody, with who shares it and in which phases', async () => {
		const said = { who: 'our English lead', phases: ['early years', 'key stage 1'] };
		const offer = {
			id: randomUUIDv7(),
			themeId: writing,
			ways: ['speak'],
			words: 'Books of their own.',
			...said,
		};
		expect(await does(otherHead, offerExpertise, offer, home.members[1])).toMatchObject({ is: 'done' });
		for (const who of [head, steering, home.chair]) {
			const map = (await home.as(who, (ctx) => supportScreen(ctx, home.partnershipId)))!;
			expect(map.strengths).toMatchObject([
				{ theme: 'Writing', offers: [{ memberName: 'Demo school 1', ...said }] },
			]);
			expect(map.unoffered).toContain('Reading');
		}
		const taken = { expertiseId: offer.id };
		expect(await does(otherHead, withdrawExpertise, taken, home.members[1])).toMatchObject({ is: 'done' });
		expect((await home.as(head, (ctx) => supportScreen(ctx, home.partnershipId)))!.strengths).toEqual([]);
	});

	describe('what a school can share', () => {
		const offer = () => ({
			...{ id: randomUUIDv7(), themeId: reading, ways: ['visit us', 'speak'] },
			...{ words: 'Every class reads aloud.', daysATerm: '2' },
		});
		test('CEN-13 CSC-18 is offered by its head, once in a theme, seen by all, and taken back', async () => {
			const first = offer();
			for (const someone of [home.chair, otherHead, steering])
				expect(await does(someone, offerExpertise, first)).toEqual({ is: 'denied' });
			expect(await does(await newPerson(database()), offerExpertise, first)).toEqual({ is: 'missing' });
			for (const _ of [1, 2])
				expect(await does(head, offerExpertise, first)).toEqual({ is: 'done', value: null });
			expect(await does(head, offerExpertise, offer())).toMatchObject({
				is: 'invalid',
				fields: { themeId: expect.stringContaining('already') },
			});
			expect(await offers(otherHead)).toMatchObject([
				{ theme: 'Reading', ways: ['visit us', 'speak'], daysATerm: 2, memberName: 'Demo school 0' },
			]);
			expect(await does(otherHead, withdrawExpertise, { expertiseId: first.id })).toEqual({ is: 'denied' });
			for (const _ of [1, 2])
				expect(await does(head, withdrawExpertise, { expertiseId: first.id })).toMatchObject({ is: 'done' });
			expect(await offers(otherHead)).toEqual([]);
			expect(await does(head, offerExpertise, offer())).toMatchObject({ is: 'done' });
		});

		test('bad input is refused at its field', async () => {
			for (const [more, field] of [
				[{ themeId: '' }, 'themeId'],
				[{ themeId: randomUUIDv7() }, 'themeId'],
				[{ ways: [] }, 'ways'],
				[{ ways: 'shout' }, 'ways'],
				[{ words: ' ' }, 'words'],
				[{ daysATerm: '0' }, 'daysATerm'],
				[{ daysATerm: 'two' }, 'daysATerm'],
			] as [object, string][])
				expect(await does(head, offerExpertise, { ...offer(), ...more })).toMatchObject({
					is: 'invalid',
					fields: { [field]: expect.any(String) },
				});
		});
	});

	describe('what a school needs', () => {
		const need = (more: object = {}) => ({
			...{
				number: '0',
				status: '2',
				first: writing,
				second: '',
				third: reading,
				words: 'Boys write little.',
			},
			...more,
		});
		test('CEN-13 is said by its head, or whoever leads, with the day; a later statement leaves the earlier', async () => {
			for (const someone of [otherHead, steering])
				expect(await does(someone, stateNeed, need())).toEqual({ is: 'denied' });
			for (const _ of [1, 2]) expect(await does(head, stateNeed, need())).toMatchObject({ is: 'done' });
			expect(await does(home.chair, stateNeed, need({ status: '1' }))).toMatchObject({
				is: 'conflict',
				current: { number: 1, status: 2 },
			});
			expect(await does(home.chair, stateNeed, need({ number: '1', status: '1' }))).toMatchObject({
				is: 'done',
			});
			expect(await needs(head)).toMatchObject([
				{ number: 2, status: 1, statedBy: 'Chair Example', statedOn: '2026-09-07' },
				{ number: 1, status: 2, themeIds: [writing, reading] },
			]);
			expect(await home.as(home.chair, (ctx) => presentNeeds(ctx, home.partnershipId))).toMatchObject([
				{ number: 2, status: 1 },
			]);
		});

		test('CEN-13 is private: other heads, the steering group and strangers find none', async () => {
			for (const someone of [otherHead, steering, await newPerson(database())])
				expect(await needs(someone)).toEqual([]);
		});

		test('two who say it at once: one stands, the other is shown it', async () => {
			const both = await Promise.all([
				does(head, stateNeed, need({ number: '2', status: '3' })),
				does(home.chair, stateNeed, need({ number: '2', status: '0' })),
			]);
			expect(both.map(({ is }) => is).toSorted()).toEqual(['conflict', 'done']);
		});

		test('bad input is refused at its field', async () => {
			for (const [more, field] of [
				[{ status: '' }, 'status'],
				[{ status: '4' }, 'status'],
				[{ first: 'reading' }, 'first'],
				[{ third: writing }, 'second'],
				[{ first: randomUUIDv7() }, 'first'],
			] as [object, string][])
				expect(await does(head, stateNeed, need({ number: '3', ...more }))).toMatchObject({
					is: 'invalid',
					fields: { [field]: expect.any(String) },
				});
		});

		test('CSC-18 finds who can share what it needs, of other schools alone, the most urgent first', async () => {
			const [own] = await offers(head);
			const theirs = { ...own!, id: 'theirs', memberId: home.members[1] };
			const found = matches({ memberId: home.members[0], themeIds: [writing, reading] }, [own!, theirs]);
			expect(found).toEqual([
				{ themeId: writing, offers: [] },
				{ themeId: reading, offers: [theirs] },
			]);
		});
	});
});
