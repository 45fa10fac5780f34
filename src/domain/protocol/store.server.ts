import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Protocol } from './protocol.ts';

/** Adds the next version. The same id twice is one version. */
export async function insertVersion(
	ctx: Context,
	version: { id: string; partnershipId: string; document: Protocol; publishedBy: string },
): Promise<void> {
	await ctx.db
		.insertInto('protocol_version')
		.values({
			partnership_id: version.partnershipId,
			id: version.id,
			number: sql<number>`(select coalesce(max(number), 0) + 1 from protocol_version where partnership_id = ${version.partnershipId})`,
			title: version.document.title,
			document: JSON.stringify(version.document),
			published_by: version.publishedBy,
			published_at: ctx.now,
		})
		.onConflict((conflict) => conflict.columns(['partnership_id', 'id']).doNothing())
		.execute();
}

export async function insertAgreement(
	ctx: Context,
	agreement: { partnershipId: string; versionId: string; memberId: string; agreedBy: string },
): Promise<void> {
	await ctx.db
		.insertInto('protocol_agreement')
		.values({
			partnership_id: agreement.partnershipId,
			protocol_version_id: agreement.versionId,
			member_id: agreement.memberId,
			agreed_by: agreement.agreedBy,
			agreed_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}
