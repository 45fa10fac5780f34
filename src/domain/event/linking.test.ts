import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonKey } from '#test/cast.ts';
import { founder } from '#test/cast.ts';
import { forEachEngine } from '#test/database.ts';
import { actingSchool, type ActingSchool } from '#test/demo/acting-school.ts';
import { linkAction, linkFinding, unlinkAction, unlinkFinding } from './deeds/linking.server.ts';
import { planEvent } from './deeds/planning.server.ts';
import { eventsOfReview } from './link-queries.server.ts';
import { eventScreen } from './screen.server.ts';

forEachEngine((database) => {
	let school: ActingSchool;
	let findingId: string;
	let eventId: string;
	const study = {
		...{ kind: 'lesson study', title: 'Editing in pairs', fromDay: '2027-03-04', forWhom: 'all' },
		...{ speaker: 'Somebody', subject: 'Writing' },
	};
	const plan = (who: PersonKey, more: object = {}) => {
		const { partnershipId } = school;
		return school.does(who, planEvent, { partnershipId, id: randomUUIDv7(), ...study, ...more });
	};
	const link = (who: PersonKey, deed: typeof linkFinding, more: object) =>
		school.does(who, deed, { partnershipId: school.partnershipId, eventId, ...more });
	const shown = (who: PersonKey) => school.as(who, (ctx) => eventScreen(ctx, school.partnershipId, eventId));
	const linksFor = async (who: PersonKey) =>
		(await shown(who))!.links.map(({ of, words }) => `${of}: ${words}`);
	beforeAll(async () => {
		school = await actingSchool(database());
		findingId = school.findings[0]!.id;
		eventId = randomUUIDv7();
	}, 120_000);

	describe('CSC-21 an event follows from a finding', () => {
		test('of the planner’s own published report, and of no other', async () => {
			const atMemberId = school.founded.members.get('fernmarsh')!;
			const own = { id: eventId, atMemberId, findingId };
			for (const _ of [1, 2]) expect(await plan('inkwell', own)).toMatchObject({ is: 'done' });
			expect(
				await plan('hedgepath', { atMemberId: school.founded.members.get('marrowfield')!, findingId }),
			).toEqual({
				is: 'missing',
			});
			expect(await plan(founder, { findingId })).toEqual({ is: 'missing' });
			expect(await plan('inkwell', { atMemberId, findingId: randomUUIDv7() })).toEqual({ is: 'missing' });
		});

		test('which is read by those who may read that finding, and by nobody else who reads the event', async () => {
			const seen = school.findings[0]!.seen;
			expect(await linksFor('inkwell')).toEqual([`finding: ${seen}`]);
			// On the team of that review.
			expect(await linksFor('hedgepath')).toEqual([`finding: ${seen}`]);
			for (const who of ['lanternby', 'saltmarrow', 'buttercrane', 'ledgerly'] as const) {
				expect(await linksFor(who), who).toEqual([]);
				expect(JSON.stringify(await shown(who)), who).not.toContain(seen);
			}
		});

		test('linked later and taken away again by its head alone', async () => {
			const other = school.findings[1]!.id;
			expect(await link('hedgepath', linkFinding, { findingId: other })).toEqual({ is: 'missing' });
			expect(await link('papermoon', linkFinding, { findingId: other })).toEqual({ is: 'denied' });
			for (const _ of [1, 2])
				expect(await link('inkwell', linkFinding, { findingId: other })).toMatchObject({ is: 'done' });
			expect(await linksFor('inkwell')).toHaveLength(2);
			await link('hedgepath', unlinkFinding, { findingId: other });
			expect(await linksFor('inkwell')).toHaveLength(2);
			expect(await link('inkwell', unlinkFinding, { findingId: other })).toMatchObject({ is: 'done' });
			expect(await linksFor('inkwell')).toHaveLength(1);
		});
	});

	test('CSC-21 an event serves an action, which shows it and when it is', async () => {
		const actionId = await school.plan();
		expect(await link('hedgepath', linkAction, { actionId })).toEqual({ is: 'missing' });
		for (const _ of [1, 2])
			expect(await link('inkwell', linkAction, { actionId })).toMatchObject({ is: 'done' });
		const review = { partnershipId: school.partnershipId, id: school.reviewId };
		const events = (who: PersonKey) => school.as(who, (ctx) => eventsOfReview(ctx, review));
		const event = { id: eventId, title: 'Editing in pairs', fromDay: '2027-03-04', calledOff: false };
		expect(await events('inkwell')).toMatchObject([
			{ thingId: findingId, ...event },
			{ thingId: actionId, ...event },
		]);
		expect(await events('lanternby')).toEqual([]);
		expect(await link('inkwell', unlinkAction, { actionId })).toMatchObject({ is: 'done' });
		expect(await events('inkwell')).toHaveLength(1);
	});

	test('CSC-21 with no rule of the application in the way nobody links what is not of their school', async () => {
		const insert = (who: PersonKey) =>
			school.as(who, ({ db }) =>
				sql`insert into event_finding (partnership_id, event_id, finding_id, review_id, linked_by, linked_at)
					values (${school.partnershipId}, ${eventId}, ${school.findings[1]!.id}, ${school.reviewId},
					${school.people.get(who)!}, now())`.execute(db),
			);
		for (const who of ['hedgepath', 'lanternby', 'papermoon'] as const)
			await expect(insert(who), who).rejects.toThrow(/row-level security/);
		const seen = (who: PersonKey) =>
			school.as(who, async ({ db }) => (await sql`select from event_finding`.execute(db)).rows.length);
		expect(await seen('inkwell')).toBe(1);
		expect(await seen('lanternby')).toBe(0);
	});
});
