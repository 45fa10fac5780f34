import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Protocol } from './protocol.ts';
import { readProtocol } from './schema.ts';

export interface ProtocolVersion {
	id: string;
	number: number;
	protocol: Protocol;
	publishedAt: Date;
	publishedBy: string;
}

/** The partnership's protocol in force: its latest version, or null before the first is published. */
export async function protocolInForce(ctx: Context, partnershipId: string): Promise<ProtocolVersion | null> {
	const { rows } = await sql<ProtocolVersion & { document: unknown }>`
		select v.id, v.number, v.document, v.published_at as "publishedAt", p.name as "publishedBy"
		from protocol_version v join person p on p.id = v.published_by
		where v.partnership_id = ${partnershipId} order by v.number desc limit 1`.execute(ctx.db);
	if (!rows[0]) return null;
	const { document, ...version } = rows[0];
	return { ...version, protocol: readProtocol(document) };
}

/** The protocols that reviews began with, by version id: a review keeps its own to the end. */
export async function protocolsById(ctx: Context, versionIds: string[]): Promise<Map<string, Protocol>> {
	if (versionIds.length === 0) return new Map();
	const rows = await ctx.db
		.selectFrom('protocol_version')
		.select(['id', 'document'])
		.where('id', 'in', [...new Set(versionIds)])
		.execute();
	return new Map(rows.map(({ id, document }) => [id, readProtocol(document)]));
}

export interface AgreementRow {
	memberId: string;
	agreedBy: string;
	agreedAt: Date;
}

/** Which members have agreed to a version, by whom and when (HEP-3). */
export async function agreements(
	ctx: Context,
	partnershipId: string,
	versionId: string,
): Promise<AgreementRow[]> {
	const { rows } = await sql<AgreementRow>`
		select a.member_id as "memberId", p.name as "agreedBy", a.agreed_at as "agreedAt"
		from protocol_agreement a join person p on p.id = a.agreed_by
		where a.partnership_id = ${partnershipId} and a.protocol_version_id = ${versionId} limit 200`.execute(ctx.db);
	return rows;
}
