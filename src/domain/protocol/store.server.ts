import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { Protocol } from './protocol.ts';

/** What a version is published with; a group's says which version of the partnership's it changes, and how. */
export interface NewVersion {
	id: string;
	partnershipId: string;
	document: Protocol;
	publishedBy: string;
	/** Now, unless something else is said. */
	publishedAt?: Date;
	reason?: string;
	groupId?: string;
	baseVersionId?: string;
	patch?: Record<string, unknown>;
}

/**
 * Publishing in one partnership happens one after another until the transaction ends: no two take the same number, and a group's
 * version, or a draft, is not made of one that is just being replaced.
 */
export async function publishInTurn(ctx: Context, partnershipId: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`protocol ${partnershipId}`}, 0))`.execute(
		ctx.db,
	);
}

/** Adds the next version of the partnership's, or of a group's own. The same id twice is one version. */
export async function insertVersion(ctx: Context, version: NewVersion): Promise<Insertion> {
	const line = version.groupId ?? version.partnershipId;
	await publishInTurn(ctx, version.partnershipId);
	const last = await ctx.db
		.selectFrom('protocol_version')
		.select(sql<number>`coalesce(max(number), 0)::int`.as('number'))
		.where('partnership_id', '=', version.partnershipId)
		.where(sql`coalesce(group_id, partnership_id)`, '=', line)
		.executeTakeFirstOrThrow();
	return insertOnce(
		ctx.db,
		'protocol_version',
		{
			partnership_id: version.partnershipId,
			id: version.id,
			number: last.number + 1,
			title: version.document.title,
			document: JSON.stringify(version.document),
			published_by: version.publishedBy,
			published_at: version.publishedAt ?? ctx.now,
			reason: version.reason ?? '',
			group_id: version.groupId ?? null,
			base_version_id: version.baseVersionId ?? null,
			patch: version.patch ? JSON.stringify(version.patch) : null,
		},
		['published_by'],
	);
}
