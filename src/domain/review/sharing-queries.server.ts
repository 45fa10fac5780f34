import { sql } from 'kysely';
import type { Audience } from '#domain/protocol/parts/audience.ts';
import type { Context } from '#platform/context.ts';
import type { Linkable, Packable, Releasable } from './input.ts';
import type { ReviewKey } from './review-key.ts';

export interface ReleaseRow {
	id: string;
	thing: Releasable;
	audience: Audience;
	releasedBy: string;
	releasedAt: Date;
	takenBackBy: string | null;
	takenBackAt: Date | null;
}

/** What the host's heads have opened beyond the floor, what was taken back included, newest first (KSA-10). */
export async function releasesOf(ctx: Context, review: ReviewKey): Promise<ReleaseRow[]> {
	const { rows } = await sql<ReleaseRow>`
		select r.id, r.thing, r.audience, p.name as "releasedBy", r.released_at as "releasedAt",
			b.name as "takenBackBy", r.taken_back_at as "takenBackAt"
		from release r join person p on p.id = r.released_by
		left join person b on b.id = r.taken_back_by
		where r.partnership_id = ${review.partnershipId} and r.review_id = ${review.id}
		order by r.released_at desc, r.id limit 200`.execute(ctx.db);
	return rows;
}

export interface LinkRow {
	id: string;
	thing: Linkable | 'pack';
	/** What a pack holds; empty for other links. */
	contents: Packable[];
	forWhom: string;
	lastDay: string;
	madeBy: string;
	madeAt: Date;
	endedAt: Date | null;
	openings: number;
	lastOpenedAt: Date | null;
	/** How often it was taken away as a PDF. */
	printings: number;
}

/** The links made for readers without an account, with how often each was opened and taken away; newest first, ended ones included. */
export async function linksOf(ctx: Context, review: ReviewKey): Promise<LinkRow[]> {
	const { rows } = await sql<LinkRow>`
		select l.id, l.thing, l.contents, l.for_whom as "forWhom", l.last_day as "lastDay", p.name as "madeBy", l.made_at as "madeAt",
			l.ended_at as "endedAt", count(o.id) filter (where o.deed = 'read')::int as openings,
			max(o.opened_at) as "lastOpenedAt", count(o.id) filter (where o.deed = 'printed')::int as printings
		from shared_link l join person p on p.id = l.made_by
		left join link_opening o on o.partnership_id = l.partnership_id and o.link_id = l.id
		where l.partnership_id = ${review.partnershipId} and l.review_id = ${review.id}
		group by l.partnership_id, l.id, p.name order by l.made_at desc, l.id limit 100`.execute(ctx.db);
	return rows;
}
