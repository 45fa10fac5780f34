import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { addDays } from '#domain/calendar/day.ts';
import { openReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { PersonKey } from '#test/cast.ts';
import { forEachEngine } from '#test/database.ts';
import { actingSchool, type ActingSchool } from '#test/demo/acting-school.ts';
import { monday } from '#test/demo/published-review.ts';
import { giveUpIntroduction, offerInReview, tellMet } from './deeds.server.ts';
import { introductionById } from './queries.server.ts';

forEachEngine((database) => {
	let school: ActingSchool;
	beforeAll(async () => {
		school = await actingSchool(database());
	}, 120_000);

	const letters = () =>
		database().signIn((db) => db.selectFrom('letter').select(['recipient', 'subject', 'body']).execute());
	const kept = async (who: PersonKey = 'inkwell', day = monday) => {
		const id = randomUUIDv7();
		const offer = {
			...{ id, otherId: school.founded.members.get('bramblesea')!, gives: 'they', way: 'come and see' },
			...{ about: 'How groups read aloud.', givingStaff: 'the Year 3 teacher' },
			...{ gainingStaff: 'our new Year 3 teacher', due: '2027-01-22' },
		};
		const keep = (ctx: Context, input: unknown) => offerInReview(ctx, 'https://reviews.example', input);
		expect(await school.does(who, keep, offer, day)).toMatchObject({ is: 'done' });
		return id;
	};
	const reads = (who: PersonKey, id: string) =>
		school.as(who, (ctx) => introductionById(ctx, school.partnershipId, id));
	const does = (
		who: PersonKey,
		deed: (ctx: Context, input: unknown) => Promise<Outcome>,
		introductionId: string,
		more: object,
		day = monday,
	) =>
		school.as(who, (ctx) => deed(ctx, { partnershipId: school.partnershipId, introductionId, ...more }), day);

	test('NFS-29 told to have come about, or given up, it is told to the heads of the other school by letter, once', async () => {
		const [one, other] = [await kept(), await kept()];
		const schools = 'Staff of Bramblesea Community Primary School and Fernmarsh Primary School';
		const about = async (what: string) =>
			(await letters()).filter(({ subject }) => subject === `${schools} ${what}`);
		for (const _ of [1, 2])
			await does('saltmarrow', tellMet, one, { metOn: monday, outcome: 'They plan together.' });
		const told = await about('have met');
		expect(told.map(({ recipient }) => recipient)).toEqual(['rosalind.inkwell@eight-stiles.example']);
		expect(told[0]!.body).toContain('They met on Monday 23 November 2026. They plan together.');
		expect(told[0]!.body).toContain('Bettina Saltmarrow');
		await does('inkwell', giveUpIntroduction, other, { because: 'Ill.' });
		const ended = await about('will not meet');
		expect(ended.map(({ recipient }) => recipient)).toEqual(['bettina.saltmarrow@eight-stiles.example']);
		expect(ended[0]!.body).toContain('Given up: Ill.');
	});

	test('NFS-29 kept a week after the review is told to have come about in between, from its first day on', async () => {
		const week = '2026-11-30';
		const id = await kept('inkwell', week);
		const met = (metOn: string) => does('saltmarrow', tellMet, id, { metOn }, week);
		const { firstDay } = (await school.as('inkwell', (ctx) => openReview(ctx, school.reviewId)))!.facts;
		expect(await met(addDays(firstDay!, -1))).toMatchObject({
			fields: { metOn: expect.stringMatching(/^The review began on/) },
		});
		expect(await met(firstDay!)).toMatchObject({ is: 'done' });
	});

	test('NFS-29 R6 is its maker’s to read while bound on the team; what became of it is not rewritten past all rules', async () => {
		const id = await kept('hedgepath');
		const rewrite = (who: PersonKey) =>
			school.as(who, (ctx) =>
				ctx.db
					.updateTable('introduction')
					.set({ about: 'Otherwise', told_by: school.people.get(who)! })
					.where('id', '=', id)
					.executeTakeFirst(),
			);
		await does('saltmarrow', tellMet, id, { metOn: monday });
		for (const who of ['inkwell', 'saltmarrow', 'hedgepath'] as const)
			expect([who, (await rewrite(who)).numUpdatedRows]).toEqual([who, 0n]);
		expect(await reads('hedgepath', id)).not.toBeNull();
		const leftOn = (day: string | null) =>
			database().asOwner((db) =>
				sql`update team_member set left_on = ${day}::date
					where review_id = ${school.reviewId} and person_id = ${school.people.get('hedgepath')!}`.execute(db),
			);
		await leftOn(monday);
		expect(await reads('hedgepath', id)).toBeNull();
		await leftOn(null);
		expect(await reads('inkwell', id)).toMatchObject({ end: { metOn: monday } });
	});
});
