import { sql } from 'kysely';
import { protocolsOf } from '#domain/protocol/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { findingKinds } from './body.ts';

/** A review that took up an item of its host's group, as far as the actor may read it. */
export interface TakenUp {
	itemId: string;
	memberId: string;
	reviewId: string;
	focus: string;
	firstDay: string | null;
	/** Where they read most of it: '/report', '/findings', or the review's own page. */
	page: '/report' | '/findings' | '';
	/** How many findings there are against it of each kind, in the words and the order of the review's protocol. */
	findings: { label: string; count: number }[];
}

type Row = Omit<TakenUp, 'findings' | 'page'> & {
	kind: string;
	protocolVersionId: string;
	counts: Record<string, number>;
	readsReport: boolean;
};

const most = 400;

/**
 * What reviews found on the items of a group (CSC-9), the earliest first. Row-level security decides what is counted: a review
 * whose plan and findings are closed to the actor is left out, findings that they may not read and those withdrawn are not counted.
 */
export async function findingsOnItems(
	ctx: Context,
	partnershipId: string,
	groupId: string,
): Promise<TakenUp[]> {
	const { rows } = await sql<Row>`
		select l.item_id as "itemId", r.host_member_id as "memberId", r.id as "reviewId", r.focus, r.first_day as "firstDay",
			r.kind, r.protocol_version_id as "protocolVersionId",
			(select coalesce(json_object_agg(found.kind, found.count), '{}') from (
				select f.kind, count(*)::int as count from finding f
				where f.partnership_id = r.partnership_id and f.review_id = r.id and f.line_id = l.line_id
					and not exists (select from finding_withdrawal w
						where w.partnership_id = f.partnership_id and w.finding_id = f.id)
				group by f.kind) found) as counts,
			exists (select from edition e join publication p on p.partnership_id = e.partnership_id
					and p.review_id = e.review_id and p.edition_number = e.number
				where e.partnership_id = r.partnership_id and e.review_id = r.id) as "readsReport"
		from lines_for_items(${partnershipId}, ${groupId}) l
		join review r on r.partnership_id = ${partnershipId} and r.id = l.review_id
		order by r.first_day nulls last, r.id limit ${most}`.execute(ctx.db);
	const protocolOf = await protocolsOf(ctx, rows);
	return rows.map(({ kind, protocolVersionId, counts, readsReport, ...taken }) => {
		const findings = findingKinds(protocolOf({ kind, protocolVersionId })).flatMap(({ key, label }) => {
			const count = counts[key];
			return count ? [{ label, count }] : [];
		});
		return { ...taken, page: readsReport ? '/report' : findings.length > 0 ? '/findings' : '', findings };
	});
}
