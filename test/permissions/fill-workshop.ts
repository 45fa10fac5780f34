import { randomUUIDv7 } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '#db/tables.ts';
import type { World } from './world.ts';

/** A phone in a workshop's room, with what it says there, and a step of the plan: a row in each table. */
export async function fillWorkshop(
	db: Kysely<Tables>,
	{ partnershipId, reviews, people, things }: World,
): Promise<void> {
	const partnership_id = partnershipId;
	const { room, card, finding } = things.past;
	const [by, at] = [people.past['host head'], new Date()];
	const phone = { partnership_id, room_id: room, participant_id: randomUUIDv7() };
	await db
		.insertInto('workshop_participant')
		.values({ partnership_id, room_id: room, id: phone.participant_id, token_hash: 'a', joined_at: at })
		.execute();
	await db
		.insertInto('workshop_vote')
		.values({ ...phone, round: 'r3', card_id: card })
		.execute();
	await db
		.insertInto('workshop_rating')
		.values({ ...phone, card_id: card, impact: 1, effort: 1 })
		.execute();
	await db
		.insertInto('workshop_step')
		.values({
			...{ partnership_id, id: randomUUIDv7(), review_id: reviews.past, finding_id: finding, title: 'Read' },
			...{ owner: 'Jo', due: '2039-01-01', measure_of_success: 'More', written_by: by, written_at: at },
			keys: [`host:${reviews.past}`, `champion:${reviews.past}`],
		})
		.execute();
}
