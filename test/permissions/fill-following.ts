import { randomUUIDv7 } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '#db/tables.ts';
import type { World } from './world.ts';

/** What follows a review, a row in each table that the demo has not come to. */
export async function fillFollowing(
	db: Kysely<Tables>,
	{ partnershipId, hostMemberId, reviews, people, things }: World,
): Promise<void> {
	const of = { partnership_id: partnershipId, review_id: reviews.past, action_id: things.past.action };
	const by = people.past['host head'];
	const at = new Date();
	await db
		.insertInto('action_milestone')
		.values({ ...of, id: randomUUIDv7(), words: 'Read', due: '2026-01-01', added_by: by, added_at: at })
		.execute();
	await db
		.insertInto('action_letter')
		.values({ ...of, id: randomUUIDv7(), person_id: by, token_hash: of.action_id, last_day: '2199-01-01' })
		.execute();
	await db
		.insertInto('school_event')
		.values({
			...{
				partnership_id: partnershipId,
				id: randomUUIDv7(),
				member_id: hostMemberId,
				kind: 'a change',
				year: 2016,
			},
			...{ words: 'They moved.', opened: false, told_by: by, told_at: at },
		})
		.execute();
	await db
		.insertInto('profile_year')
		.values({
			...{
				partnership_id: partnershipId,
				school_id: things.past.school,
				school_year: '2015-16',
				on_roll: 200,
			},
			...{ entered_by: by, entered_at: at },
		})
		.execute();
	await db
		.insertInto('event_reminder')
		.values({
			...{ partnership_id: partnershipId, person_id: by, event_id: things.past.event, of: 'coming' },
			...{ due: '2026-01-01', kind: 'due soon', told_on: '2026-01-01' },
		})
		.execute();
	const aim = { partnership_id: partnershipId, id: things.past.aim };
	await db
		.insertInto('action_aim')
		.values({ ...of, aim_id: aim.id, ticked_by: by, ticked_at: at })
		.execute();
}
