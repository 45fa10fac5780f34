import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { followed } from '../trace/followed-review.fixture.ts';

/** The day on which the same team comes back. */
export const summer = '2027-06-10';

/** A review that was followed up with an action, a finding of it under its line A; and one that follows it, by the same team, with no line yet. */
export async function followedUp(database: Database, change?: Parameters<typeof followed>[1]) {
	const first = await followed(database, change);
	const { partnershipId, reviewId, lines } = first.review;
	const again = randomUUIDv7();
	await database.asOwner(async (db) => {
		await sql`update finding set line_id = ${lines.a} where partnership_id = ${partnershipId} and id = ${first.whole}`.execute(
			db,
		);
		await sql`insert into review (partnership_id, id, host_member_id, protocol_version_id, kind, focus, focus_kind, focus_source,
				first_day, last_day, proposed_by, plan_keys, cycle_keys, follows_id)
			select partnership_id, ${again}, host_member_id, protocol_version_id, kind, 'What has become of it?', focus_kind, focus_source,
				${summer}, ${summer}, proposed_by, array(select replace(k, id::text, ${again}) from unnest(plan_keys) k),
				array(select replace(k, id::text, ${again}) from unnest(cycle_keys) k), id
			from review where partnership_id = ${partnershipId} and id = ${reviewId}`.execute(db);
		await sql`insert into team_member (partnership_id, review_id, person_id, role, added_by)
			select partnership_id, ${again}, person_id, role, added_by from team_member where review_id = ${reviewId}`.execute(
			db,
		);
		for (const said of ['acceptance', 'confidentiality_agreement'])
			await sql`insert into ${sql.table(said)} (partnership_id, review_id, person_id)
				select partnership_id, ${again}, person_id from ${sql.table(said)} where review_id = ${reviewId}`.execute(db);
	});
	return { ...first, first: reviewId, again };
}
