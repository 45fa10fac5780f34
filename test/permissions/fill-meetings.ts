import type { Kysely } from 'kysely';
import type { Tables } from '#db/tables.ts';
import type { World } from './world.ts';

/** What a meeting leaves behind, a row in each table that the world has not come to. What was released is taken back: it opens nothing. */
export async function fillMeetings(
	db: Kysely<Tables>,
	{ partnershipId, hostMemberId, people, things }: World,
): Promise<void> {
	const partnership_id = partnershipId;
	const by = people.past['host head'];
	const at = new Date();
	const of = { partnership_id, meeting_id: things.past.meeting };
	const released = { member_id: hostMemberId, released_by: by, released_at: at, taken_back_at: at };
	await db
		.insertInto('minutes_confirmation')
		.values({ ...of, version: 1, confirmed_by: by, confirmed_at: at })
		.execute();
	await db
		.insertInto('promise_reminder')
		.values({
			...{ partnership_id, person_id: by, promise_id: things.past.promise },
			...{ due: '2026-01-01', kind: 'overdue', told_on: '2026-01-02' },
		})
		.execute();
	await db
		.insertInto('progress_release')
		.values({ ...of, report_id: things.past.progressReport, ...released })
		.execute();
	await db
		.insertInto('need_release')
		.values({ ...of, number: 1, ...released })
		.execute();
}
