import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { OfReview } from '../store.server.ts';
import {
	mostTakenHome,
	takenBySchool,
	type KindTakenHome,
	type TakenHome,
	type TakenTo,
} from './taken-home.ts';

/** What somebody wrote down of one review, the oldest first. */
export async function takenHomeBy(ctx: Context, review: OfReview, personId: string): Promise<TakenHome[]> {
	const { rows } = await sql<TakenHome>`
		select id, kind, words, member_id as "memberId", opened, version from taken_home
		where partnership_id = ${review.partnershipId} and review_id = ${review.id} and written_by = ${personId}
			and taken_back_at is null
		order by id limit ${mostTakenHome}`.execute(ctx.db);
	return rows;
}

/** The first and the last day of a school year. */
interface Span {
	from: string;
	to: string;
}

/** How much the people of each school took home from a school year's reviews, in numbers alone (CEN-15). */
export async function takenHomeCounts(
	ctx: Context,
	partnershipId: string,
	{ from, to }: Span,
): Promise<TakenTo[]> {
	const { rows } = await sql<{
		memberId: string | null;
		name: string | null;
		kind: KindTakenHome;
		howMany: number;
	}>`
		select c.member_id as "memberId", m.name, c.kind, c.how_many as "howMany"
		from taken_home_counts(${partnershipId}, ${from}, ${to}) c
		left join member m on m.partnership_id = ${partnershipId} and m.id = c.member_id`.execute(ctx.db);
	return takenBySchool(rows);
}

/** What one of a head's own staff opened to them. */
export interface OpenedToHead {
	id: string;
	reviewId: string;
	hostName: string;
	firstDay: string;
	takenBy: string;
	kind: KindTakenHome;
	words: string;
}

/** More of it is read on no page. */
const mostOpened = 200;

/** What others opened to the actor as a head of theirs, of a school year's reviews that the actor may know of, by day. */
export async function openedToHead(
	ctx: Context,
	partnershipId: string,
	{ from, to }: Span,
): Promise<OpenedToHead[]> {
	if (ctx.actor.kind !== 'person') return [];
	const { rows } = await sql<OpenedToHead>`
		select t.id, t.review_id as "reviewId", m.name as "hostName", r.first_day as "firstDay", p.name as "takenBy", t.kind, t.words
		from taken_home t
		join review r on r.partnership_id = t.partnership_id and r.id = t.review_id
		join member m on m.partnership_id = r.partnership_id and m.id = r.host_member_id
		join person p on p.id = t.written_by
		where t.partnership_id = ${partnershipId} and t.opened and t.written_by <> ${ctx.actor.id}
			and t.taken_back_at is null and r.first_day between ${from} and ${to}
		order by r.first_day, p.name, t.id limit ${mostOpened}`.execute(ctx.db);
	return rows;
}
