import { randomUUIDv7 } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '#db/tables.ts';
import type { World } from './world.ts';

/** What is known of people's training and time, and of who goes with them, a row in each table. */
export async function fillCapacity(
	db: Kysely<Tables>,
	{ partnershipId, reviews, people, things }: World,
): Promise<void> {
	const partnership_id = partnershipId;
	const by = people.past['host head'];
	const at = new Date();
	const training = { partnership_id, id: randomUUIDv7() };
	await db
		.insertInto('training')
		.values({
			...training,
			...{ role: 'reviewer', day: '2026-01-01', what: 'A day', giver: '', added_by: by, added_at: at },
		})
		.execute();
	await db
		.insertInto('trained')
		.values({ partnership_id, training_id: training.id, person_id: by })
		.execute();
	await db
		.insertInto('release_limit')
		.values({ partnership_id, person_id: people.today['ex-member'], days_a_year: 2, set_by: by, set_at: at })
		.execute();
	const member = { partnership_id, review_id: reviews.past, person_id: people.past.reviewer };
	await db
		.insertInto('pairing')
		.values({ ...member, name: 'Jo Bell', said_by: by, said_at: at })
		.execute();
	await db
		.insertInto('release_cost')
		.values({ partnership_id, pounds: 200, set_by: by, set_at: at })
		.execute();
	await db
		.insertInto('poll_answer')
		.values({
			...{ partnership_id, poll_id: things.past.poll, person_id: by },
			...{ suits: [], if_need_be: [], cannot: ['2026-01-01'], words: '', answered_at: at },
		})
		.execute();
}
