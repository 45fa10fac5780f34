import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { founder, type PersonKey, type SchoolKey } from '#test/cast.ts';
import { forEachEngine } from '#test/database.ts';
import { actingSchool, deputy, type ActingSchool } from '#test/demo/acting-school.ts';
import { monday } from '#test/demo/published-review.ts';
import {
	changeIntroduction,
	giveUpIntroduction,
	offerInReview,
	offerInTheme,
	tellMet,
} from './deeds.server.ts';
import {
	introductionById,
	introductionsOfMember,
	introductionsOfReview,
	myIntroductions,
} from './queries.server.ts';
import { takeBackWish, wishContact } from './wish/deeds.server.ts';
import { matchesOf } from './wish/queries.server.ts';

type Deed = (ctx: Context, input: unknown) => Promise<Outcome>;
const done = { is: 'done' };
const origin = 'https://reviews.example';

forEachEngine((database) => {
	let school: ActingSchool;
	const memberOf = (key: SchoolKey) => school.founded.members.get(key)!;
	const letters = () =>
		database().signIn((db) => db.selectFrom('letter').select(['recipient', 'subject', 'body']).execute());
	beforeAll(async () => {
		school = await actingSchool(database());
	}, 120_000);

	describe('NFS-29 what is offered during a review', () => {
		const offered = (more: object = {}) => ({
			...{ id: randomUUIDv7(), otherId: memberOf('bramblesea'), gives: 'they', way: 'come and see' },
			...{ about: 'How groups read aloud. 😀 <script>', givingStaff: 'the Year 3 teacher' },
			...{ gainingStaff: 'our new Year 3 teacher', due: '2027-01-22', ...more },
		});
		const offer = (who: PersonKey, more: object = {}, day = monday) =>
			school.does(who, (ctx, input) => offerInReview(ctx, origin, input), offered(more), day);
		const kept = async (who: PersonKey = 'inkwell') => {
			const id = randomUUIDv7();
			expect(await offer(who, { id })).toMatchObject(done);
			return id;
		};
		const reads = (who: PersonKey, id: string) =>
			school.as(who, (ctx) => introductionById(ctx, school.partnershipId, id));
		const does = (who: PersonKey, deed: Deed, introductionId: string, more: object) =>
			school.as(who, (ctx) => deed(ctx, { partnershipId: school.partnershipId, introductionId, ...more }));

		test('is kept by host and bound team for the heads of both schools, told by letter once, and read by nobody else', async () => {
			for (const who of [deputy, 'applecart', 'lanternby', 'copperkettle', 'saltmarrow'] as const)
				expect([who, (await offer(who)).is]).toEqual([who, expect.stringMatching(/^(denied|missing)$/)]);
			const id = randomUUIDv7();
			for (const _ of [1, 2]) expect(await offer('hedgepath', { id })).toMatchObject(done);
			expect(await offer('hedgepath', { id, about: 'Otherwise' })).toMatchObject({ is: 'conflict' });
			expect(await offer('inkwell', { id })).toEqual({ is: 'done', value: null });
			const told = (await letters()).filter(({ subject }) => subject.startsWith('Staff of Bramblesea'));
			expect(told.map(({ recipient }) => recipient).toSorted()).toEqual([
				'bettina.saltmarrow@eight-stiles.example',
				'rosalind.inkwell@eight-stiles.example',
			]);
			expect(told[0]!.body).toContain('Our new Year 3 teacher at Fernmarsh Primary School visits the Year 3');
			for (const who of ['inkwell', 'saltmarrow', 'hedgepath'] as const)
				expect(await reads(who, id)).toMatchObject({ way: 'come and see', end: null });
			for (const who of [founder, deputy, 'applecart', 'foxglove', 'ledgerly', 'copperkettle'] as const)
				expect(await reads(who, id)).toBeNull();
			const ofReview = (who: PersonKey) =>
				school.as(who, (ctx) => introductionsOfReview(ctx, school.partnershipId, school.reviewId));
			expect(await ofReview(founder)).toEqual([]);
			expect((await ofReview('inkwell')).map((one) => one.id)).toContain(id);
			const mine = (who: PersonKey) => school.as(who, async (ctx) => (await myIntroductions(ctx)).length);
			expect([await mine('saltmarrow'), await mine('hedgepath')]).toEqual([1, 0]);
		});

		test.each([
			['its own school as the other', () => ({ otherId: memberOf('fernmarsh') }), 'otherId'],
			['a school that is none here', () => ({ otherId: randomUUIDv7() }), 'otherId'],
			['no other school', () => ({ otherId: '' }), 'otherId'],
			['a day that is over', () => ({ due: '2026-11-22' }), 'due'],
			['nothing to meet about', () => ({ about: ' ' }), 'about'],
			['nobody who shows', () => ({ givingStaff: '' }), 'givingStaff'],
			['a book', () => ({ about: 'x'.repeat(10_000) }), 'about'],
		])('is refused at its field with %s', async (_, more, field) => {
			expect(await offer('inkwell', more())).toMatchObject({ fields: { [field]: expect.any(String) } });
		});

		test('is not kept before the review has begun', async () => {
			expect(await offer('inkwell', {}, '2026-11-04')).toMatchObject({ fields: { '': expect.any(String) } });
		});

		test('is put right by version, and what became of it is told once by either side', async () => {
			const id = await kept();
			const right = { ...offered({ about: 'Reading in pairs.' }), version: '1' };
			expect(await does('saltmarrow', changeIntroduction, id, right)).toMatchObject(done);
			expect(await does('inkwell', changeIntroduction, id, { ...right, about: 'Other' })).toMatchObject({
				is: 'conflict',
				current: { about: 'Reading in pairs.' },
			});
			for (const metOn of ['2026-11-24', '2026-11-04', 'soon'])
				expect(await does('inkwell', tellMet, id, { metOn })).toMatchObject({
					fields: { metOn: expect.any(String) },
				});
			expect(await does('applecart', tellMet, id, { metOn: monday })).toEqual({ is: 'missing' });
			const met = { metOn: monday, outcome: 'They plan together now.' };
			for (const _ of [1, 2]) expect(await does('saltmarrow', tellMet, id, met)).toMatchObject(done);
			expect(await does('inkwell', giveUpIntroduction, id, { because: 'Ill.' })).toMatchObject({
				is: 'conflict',
			});
			expect(await does('inkwell', changeIntroduction, id, { ...right, version: '2' })).toMatchObject({
				is: 'invalid',
			});
			expect(await reads('inkwell', id)).toMatchObject({
				end: { metOn: monday, outcome: 'They plan together now.', toldBy: 'Bettina Saltmarrow' },
			});
		});

		test('that comes to nothing keeps why; one of a school that has left waits for nobody', async () => {
			const [one, other] = [await kept('hedgepath'), await kept()];
			expect(await does('hedgepath', giveUpIntroduction, one, { because: '' })).toMatchObject({
				fields: { because: expect.any(String) },
			});
			expect(await does('hedgepath', giveUpIntroduction, one, { because: 'They moved.' })).toMatchObject(
				done,
			);
			const mine = () =>
				school.as('inkwell', async (ctx) => (await myIntroductions(ctx)).map(({ id }) => id));
			expect(await mine()).toContain(other);
			const leaves = { partnershipId: school.partnershipId, memberId: memberOf('bramblesea') };
			await database().asOwner((db) =>
				db.updateTable('member').set({ until_day: monday }).where('id', '=', leaves.memberId).execute(),
			);
			expect(await mine()).not.toContain(other);
			expect(await reads('inkwell', other)).toMatchObject({ giving: { left: true } });
			expect(await offer('inkwell')).toMatchObject({ fields: { otherId: expect.any(String) } });
			await database().asOwner((db) =>
				db.updateTable('member').set({ until_day: null }).where('id', '=', leaves.memberId).execute(),
			);
		});

		test('past all rules nobody writes one between schools they have no part in, or for another', async () => {
			const row = (more: object) => ({
				...{ partnership_id: school.partnershipId, id: randomUUIDv7(), review_id: school.reviewId },
				...{ giving_member_id: memberOf('owlbeck'), gaining_member_id: memberOf('fernmarsh') },
				...{
					way: 'come and see',
					about: 'x',
					giving_staff: 'x',
					gaining_staff: 'x',
					due: '2027-01-01',
					since: monday,
				},
				...{ made_by: school.people.get('inkwell')!, made_at: new Date(), ...more },
			});
			const writes = (who: PersonKey, more: object) =>
				school.as(who, (ctx) => ctx.db.insertInto('introduction').values(row(more)).execute());
			await expect(writes('inkwell', {})).resolves.toBeDefined();
			for (const [who, more] of [
				['applecart', { made_by: school.people.get('applecart')! }],
				[founder, {}],
				['inkwell', { made_by: school.people.get('hedgepath')! }],
				['inkwell', { gaining_member_id: memberOf('quillhaven') }],
				['inkwell', { told_by: school.people.get('inkwell')!, told_at: new Date(), met_on: monday }],
			] as const)
				await expect(writes(who, more)).rejects.toThrow('row-level security');
		});
	});

	describe('CEN-12 schools with a shared focus', () => {
		let themeId: string;
		beforeAll(async () => {
			themeId = (await school.as('inkwell', (ctx) => themesOf(ctx, school.partnershipId)))[0]!.id;
		});
		const heads = { applecart: 'owlbeck', saltmarrow: 'bramblesea', thimbleton: 'tumblebrook' } as const;
		const of = (who: keyof typeof heads) => ({
			partnershipId: school.partnershipId,
			memberId: memberOf(heads[who]),
		});
		const wish = (who: keyof typeof heads, more: object = {}) =>
			school.as(who, (ctx) =>
				wishContact(ctx, { ...of(who), id: randomUUIDv7(), themeId, words: 'In Year 2.', ...more }),
			);
		const matches = (who: keyof typeof heads) =>
			school.as(who, async (ctx) =>
				(await matchesOf(ctx, school.partnershipId, memberOf(heads[who]))).map(({ others }) =>
					others.map(({ name, heads: names }) => [name, names]),
				),
			);

		test('learn of each other as soon as both wish it, and of nobody who has not wished it', async () => {
			const id = randomUUIDv7();
			for (const _ of [1, 2]) expect(await wish('applecart', { id })).toMatchObject(done);
			expect(await wish('applecart')).toMatchObject({ fields: { themeId: expect.any(String) } });
			expect(await matches('applecart')).toEqual([[]]);
			expect(await matches('saltmarrow')).toEqual([]);
			const ofMatch = async () =>
				(await letters()).filter(({ subject }) => subject.includes('work on the same'));
			expect(await ofMatch()).toEqual([]);
			expect(await wish('saltmarrow')).toMatchObject(done);
			expect(await matches('saltmarrow')).toEqual([[['Owlbeck Infant School', ['Desmond Applecart']]]]);
			expect(await matches('applecart')).toEqual([
				[['Bramblesea Community Primary School', ['Bettina Saltmarrow']]],
			]);
			expect((await ofMatch()).map(({ recipient }) => recipient).toSorted()).toEqual([
				'bettina.saltmarrow@eight-stiles.example',
				'desmond.applecart@eight-stiles.example',
			]);
			for (const who of ['thimbleton', founder, 'ledgerly', 'papermoon'] as const) {
				const seen = await school.as(who, (ctx) => ctx.db.selectFrom('focus_wish').select('id').execute());
				expect([who, seen]).toEqual([who, []]);
			}
		});

		test('have their staff meet only while both wish it; one taken back is read by nobody else', async () => {
			const between = (otherId: string) => ({
				...{ ...of('applecart'), id: randomUUIDv7(), themeId, otherId, gives: 'we' },
				...{ way: 'be put in touch', about: 'Books they share.', givingStaff: 'the English leader' },
				...{ gainingStaff: 'the English leader', due: '2027-01-22' },
			});
			const offer = (otherId: string) =>
				school.as('applecart', (ctx) => offerInTheme(ctx, origin, between(otherId)));
			expect(await offer(memberOf('tumblebrook'))).toMatchObject({ fields: { otherId: expect.any(String) } });
			expect(await offer(memberOf('bramblesea'))).toMatchObject(done);
			const seen = await school.as('saltmarrow', (ctx) =>
				introductionsOfMember(ctx, school.partnershipId, memberOf('bramblesea')),
			);
			expect(seen.filter(({ reviewId }) => reviewId === null)).toMatchObject([
				{ about: 'Books they share.' },
			]);
			const made = () =>
				school.as('applecart', (ctx) =>
					ctx.db.selectFrom('introduction').select('about').where('theme_id', 'is not', null).execute(),
				);
			const serves = (role: string) =>
				database().asOwner((db) =>
					sql`update appointment set role = ${role} where person_id = ${school.people.get('applecart')!}`.execute(
						db,
					),
				);
			expect(await made()).toEqual([{ about: 'Books they share.' }]);
			await serves('senior leader');
			expect(await made()).toEqual([]);
			await serves('headteacher');
			const [wished] = await school.as('applecart', (ctx) =>
				matchesOf(ctx, school.partnershipId, memberOf('owlbeck')),
			);
			for (const _ of [1, 2])
				expect(
					await school.as('applecart', (ctx) =>
						takeBackWish(ctx, { ...of('applecart'), wishId: wished!.id }),
					),
				).toMatchObject(done);
			expect(await matches('saltmarrow')).toEqual([[]]);
			expect(await offer(memberOf('bramblesea'))).toMatchObject({ fields: { otherId: expect.any(String) } });
		});

		test('are for a head to wish for their own school, in a theme of the partnership, five at once', async () => {
			const asked = (who: PersonKey, more: object) =>
				school.as(who, (ctx) =>
					wishContact(ctx, { ...of('thimbleton'), id: randomUUIDv7(), themeId, words: '', ...more }),
				);
			for (const who of [founder, 'applecart', 'ledgerly'] as const)
				expect(await asked(who, {})).toEqual({ is: 'denied' });
			expect(await asked('thimbleton', { themeId: randomUUIDv7() })).toMatchObject({
				fields: { themeId: expect.any(String) },
			});
			const themes = await school.as('thimbleton', (ctx) => themesOf(ctx, school.partnershipId));
			for (const { id } of themes.slice(0, 5))
				expect(await asked('thimbleton', { themeId: id })).toMatchObject(done);
			expect(await asked('thimbleton', { themeId: themes[5]!.id })).toMatchObject({
				fields: { '': expect.any(String) },
			});
		});
	});
});
