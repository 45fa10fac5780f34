import { randomUUIDv7 } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '#db/tables.ts';
import type { World } from './world.ts';

/** What support between schools leaves behind, a row in each table that the world has not come to. */
export async function fillSupport(
	db: Kysely<Tables>,
	{ partnershipId, hostMemberId, people, things }: World,
): Promise<void> {
	const partnership_id = partnershipId;
	const by = people.past['host head'];
	const at = new Date();
	const { request, helper, deployment } = things.past;
	const { id: themeId } = await db
		.selectFrom('theme')
		.select('id')
		.where('partnership_id', '=', partnership_id)
		.limit(1)
		.executeTakeFirstOrThrow();
	await db
		.insertInto('helper_consent')
		.values({ partnership_id, helper_id: helper, yes: true, because: '', said_by: by, said_at: at })
		.execute();
	await db
		.insertInto('support_wording')
		.values({
			...{ partnership_id, request_id: request, version: 1, theme_id: themeId, words: 'Read.' },
			...{ by_day: '2026-01-01', until: at, put_right_by: by },
		})
		.execute();
	await db
		.insertInto('nobody_found')
		.values({
			...{ partnership_id, id: randomUUIDv7(), request_id: request, asker_id: hostMemberId },
			...{ words: 'We asked three.', said_by: by, said_at: at },
		})
		.execute();
	await db
		.insertInto('support_resource')
		.values({
			...{ partnership_id, request_id: request, number: 1, days: 1, pounds: 200, words: 'A day of supply.' },
			...{ decided_by: by, decided_at: at },
		})
		.execute();
	await db
		.insertInto('thanks_read')
		.values({ partnership_id, deployment_id: deployment, person_id: by, read_at: at })
		.execute();
	await db
		.insertInto('deployment_end')
		.values({ partnership_id, deployment_id: deployment, because: 'Ill.', ended_by: by, ended_at: at })
		.execute();
}
