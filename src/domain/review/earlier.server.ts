import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { ReviewKey } from './review-key.ts';

/** A review as another one refers to it. */
export interface OtherReview {
	id: string;
	focus: string;
	firstDay: string;
}

const held = (ctx: Context) => sql`r.last_day < ${ctx.today}::date and not exists (select from standstill s
	where s.partnership_id = r.partnership_id and s.review_id = r.id and s.lifted_at is null)`;

/** The reviews that were held at some hosts, as far as the actor knows of them: of each the latest twelve, the latest first. */
export async function heldReviews(
	ctx: Context,
	partnershipId: string,
	hostIds: readonly string[],
): Promise<(OtherReview & { hostMemberId: string })[]> {
	const { rows } = await sql<OtherReview & { hostMemberId: string }>`
		select held.* from unnest(${[...hostIds]}::uuid[]) with ordinality as host (id, place)
		cross join lateral (
			select r.id, r.focus, r.first_day as "firstDay", r.host_member_id as "hostMemberId" from review r
			where r.partnership_id = ${partnershipId} and r.host_member_id = host.id and ${held(ctx)}
			order by r.last_day desc, r.id limit 12
		) held
		order by host.place, held."firstDay" desc limit 600`.execute(ctx.db);
	return rows;
}

/** What a review follows and what follows it, as far as the actor may know of them. */
export async function linkedReviews(
	ctx: Context,
	review: ReviewKey,
): Promise<{ follows: OtherReview | null; followedBy: OtherReview[] }> {
	const { rows } = await sql<OtherReview & { before: boolean }>`
		select o.id, o.focus, o.first_day as "firstDay", o.id = r.follows_id as before
		from review r
		join review o on o.partnership_id = r.partnership_id and (o.id = r.follows_id or o.follows_id = r.id)
		where r.partnership_id = ${review.partnershipId} and r.id = ${review.id}
		order by o.first_day limit 20`.execute(ctx.db);
	const other = ({ id, focus, firstDay }: OtherReview): OtherReview => ({ id, focus, firstDay });
	const follows = rows.find(({ before }) => before);
	return {
		follows: follows ? other(follows) : null,
		followedBy: rows.filter(({ before }) => !before).map(other),
	};
}

/** Lines of the review that this one follows which it does not ask yet, by letter, as far as the actor reads them (CSC-12). */
export async function earlierLines(
	ctx: Context,
	review: ReviewKey,
): Promise<{ id: string; letter: string; question: string }[]> {
	const { rows } = await sql<{ id: string; letter: string; question: string }>`
		select l.id, l.letter, l.question from review r
		join line_of_enquiry l on l.partnership_id = r.partnership_id and l.review_id = r.follows_id and l.dropped_at is null
		where r.partnership_id = ${review.partnershipId} and r.id = ${review.id}
			and not exists (select from line_of_enquiry own where own.partnership_id = r.partnership_id and own.review_id = r.id
				and own.earlier_line_id = l.id and own.dropped_at is null)
		order by length(l.letter), l.letter limit 100`.execute(ctx.db);
	return rows;
}

/** The review before this one at the same host (NFS-16): the one it follows, else the latest held before it; null for the first. */
export async function reviewBefore(
	ctx: Context,
	review: ReviewKey,
): Promise<(OtherReview & { followed: boolean; protocolVersionId: string }) | null> {
	const { rows } = await sql<OtherReview & { followed: boolean; protocolVersionId: string }>`
		select r.id, r.focus, r.first_day as "firstDay", r.protocol_version_id as "protocolVersionId", this.follows_id is not null as followed from review this
		join review r on r.partnership_id = this.partnership_id and r.host_member_id = this.host_member_id and r.id <> this.id
		where this.partnership_id = ${review.partnershipId} and this.id = ${review.id}
			and (r.id = this.follows_id or this.follows_id is null
				and (this.first_day is null or r.last_day < this.first_day) and ${held(ctx)})
		order by r.last_day desc, r.id limit 1`.execute(ctx.db);
	return rows[0] ?? null;
}
