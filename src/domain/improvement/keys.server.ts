import { sql } from 'kysely';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import type { Audience, Thing } from '#domain/protocol/parts/audience.ts';
import { audienceKeys } from '#domain/review/audience.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';

/** The keys under which a thing of this review is written now: the protocol's floor and what the host has opened. */
export async function keysNow(ctx: Context, review: OpenReview, thing: Thing): Promise<string[]> {
	const year = schoolYearName(review.facts.firstDay ?? ctx.today);
	const { rows } = await sql<{ groupIds: string[]; released: Audience[] }>`
		select
			array(select g.id from member_group g
				join group_membership gm on gm.partnership_id = g.partnership_id and gm.group_id = g.id
				where g.partnership_id = ${review.partnershipId} and gm.member_id = ${review.hostMemberId}
					and g.school_year = ${year}) as "groupIds",
			array(select r.audience from release r
				where r.partnership_id = ${review.partnershipId} and r.review_id = ${review.id} and r.thing = ${thing}
					and r.taken_back_at is null) as released`.execute(ctx.db);
	const { groupIds, released } = rows[0]!;
	const { partnershipId, hostMemberId, id: reviewId } = review;
	return audienceKeys(thing, review.protocol, { reviewId, hostMemberId, partnershipId, groupIds }, released);
}
