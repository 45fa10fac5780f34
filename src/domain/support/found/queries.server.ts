import { sql } from 'kysely';
import { protocolsOf } from '#domain/protocol/queries.server.ts';
import type { Context } from '#platform/context.ts';

/** A strength that a published report found at a school. */
export interface Strength {
	findingId: string;
	reviewId: string;
	/** 'YYYY-MM-DD'; null where the review had no days. */
	reviewedOn: string | null;
	words: string;
	/** The theme that it carries; null where it carries none. */
	themeId: string | null;
	/** Whether an offer that stands began with it. */
	offered: boolean;
}

/** As many findings as a head would look through. */
const mostStrengths = 60;

/**
 * The findings of a school's published reports, the latest first, that its protocol counts among what is celebrated, as far as the
 * actor may read them (HEP-8).
 */
export async function strengthsFound(
	ctx: Context,
	{ partnershipId, memberId }: { partnershipId: string; memberId: string },
): Promise<Strength[]> {
	const { rows } = await sql<Strength & { findingKind: string; kind: string; protocolVersionId: string }>`
		select f.id as "findingId", f.review_id as "reviewId", r.first_day as "reviewedOn", f.seen as words, f.kind as "findingKind",
			r.kind, r.protocol_version_id as "protocolVersionId",
			(select min(t.theme_id::text)::uuid from finding_theme t
				where t.partnership_id = f.partnership_id and t.finding_id = f.id) as "themeId",
			exists (select from expertise_found x
				join expertise e on e.partnership_id = x.partnership_id and e.id = x.expertise_id and e.withdrawn_at is null
				where x.partnership_id = f.partnership_id and x.finding_id = f.id) as offered
		from review r
		join finding f on f.partnership_id = r.partnership_id and f.review_id = r.id
		where r.partnership_id = ${partnershipId} and r.host_member_id = ${memberId}
			and exists (select from publication p where p.partnership_id = r.partnership_id and p.review_id = r.id)
			and not exists (select from finding_withdrawal w where w.partnership_id = f.partnership_id and w.finding_id = f.id)
		order by r.first_day desc nulls last, f.position, f.id limit 240`.execute(ctx.db);
	const protocolOf = await protocolsOf(ctx, rows);
	return rows
		.filter((row) => protocolOf(row).report.celebrations.kinds.includes(row.findingKind))
		.slice(0, mostStrengths)
		.map(({ findingId, reviewId, reviewedOn, words, themeId, offered }) => ({
			...{ findingId, reviewId, reviewedOn, words, themeId, offered },
		}));
}

/** With which review's finding each offer of a school began, by the offer, as far as the actor may read that finding. */
export async function reviewsFoundIn(
	ctx: Context,
	{ partnershipId, memberId }: { partnershipId: string; memberId: string },
): Promise<Map<string, { reviewId: string; reviewedOn: string | null }>> {
	const { rows } = await sql<{ expertiseId: string; reviewId: string; reviewedOn: string | null }>`
		select x.expertise_id as "expertiseId", r.id as "reviewId", r.first_day as "reviewedOn"
		from expertise e
		join expertise_found x on x.partnership_id = e.partnership_id and x.expertise_id = e.id
		join review r on r.partnership_id = x.partnership_id and r.id = x.review_id
		where e.partnership_id = ${partnershipId} and e.member_id = ${memberId} and e.withdrawn_at is null
		limit ${mostStrengths}`.execute(ctx.db);
	return new Map(rows.map(({ expertiseId, ...review }) => [expertiseId, review]));
}
