import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { ofKind } from './of-kind.ts';
import type { Protocol } from './protocol.ts';
import { readProtocol } from './schema.ts';

export interface ProtocolVersion {
	id: string;
	number: number;
	protocol: Protocol;
	publishedAt: Date;
	publishedBy: string;
	/** What was decided with it, and why. */
	reason: string;
	/** The group whose adaptation it is, and the partnership's version it changes. */
	groupId: string | null;
	baseVersionId: string | null;
}

const version = sql`v.id, v.number, v.document, v.published_at as "publishedAt", p.name as "publishedBy", v.reason,
	v.group_id as "groupId", v.base_version_id as "baseVersionId"
	from protocol_version v join person p on p.id = v.published_by`;

// Of a member in two groups it is the change that was approved last.
const latestFirst = sql`v.published_at desc, v.number desc, v.id desc`;

type Row = Omit<ProtocolVersion, 'protocol'> & { document: unknown };
const read = ({ document, ...rest }: Row): ProtocolVersion => ({ ...rest, protocol: readProtocol(document) });

/**
 * The protocol in force: the partnership's latest version, or null before the first is published. For groups, what they
 * were allowed to make of that version, where they were (CSC-6).
 */
export async function protocolInForce(
	ctx: Context,
	partnershipId: string,
	groupIds: readonly string[] = [],
): Promise<ProtocolVersion | null> {
	const { rows } = await sql<Row>`
		with base as (select id from protocol_version
			where partnership_id = ${partnershipId} and group_id is null order by number desc limit 1)
		select ${version} join base b on b.id in (v.id, v.base_version_id)
		where v.partnership_id = ${partnershipId} and (v.group_id is null or v.group_id = any (${[...groupIds]}::uuid[]))
		order by v.group_id is null, ${latestFirst} limit 1`.execute(ctx.db);
	return rows[0] ? read(rows[0]) : null;
}

/** What holds for a member in a school year: its group's adaptation, or the partnership's protocol. */
export async function protocolForMember(
	ctx: Context,
	partnershipId: string,
	memberId: string,
	schoolYear: string,
): Promise<ProtocolVersion | null> {
	const groups = await ctx.db
		.selectFrom('group_membership as m')
		.innerJoin('member_group as g', (join) =>
			join.onRef('g.partnership_id', '=', 'm.partnership_id').onRef('g.id', '=', 'm.group_id'),
		)
		.select('g.id')
		.where('m.partnership_id', '=', partnershipId)
		.where('m.member_id', '=', memberId)
		.where('g.school_year', '=', schoolYear)
		.execute();
	return protocolInForce(
		ctx,
		partnershipId,
		groups.map(({ id }) => id),
	);
}

export async function protocolById(
	ctx: Context,
	partnershipId: string,
	id: string,
): Promise<ProtocolVersion | null> {
	const { rows } = await sql<Row>`
		select ${version} where v.partnership_id = ${partnershipId} and v.id = ${id}`.execute(ctx.db);
	return rows[0] ? read(rows[0]) : null;
}

/** One of the partnership's own versions by its number, and the one before it. */
export async function versionByNumber(
	ctx: Context,
	partnershipId: string,
	number: number,
): Promise<{ version: ProtocolVersion; before: ProtocolVersion | null } | null> {
	const { rows } = await sql<Row>`
		select ${version} where v.partnership_id = ${partnershipId} and v.group_id is null
			and v.number between ${number - 1} and ${number} order by v.number desc`.execute(ctx.db);
	const [found, before] = rows.map(read);
	return found?.number === number ? { version: found, before: before ?? null } : null;
}

export type VersionHead = Pick<ProtocolVersion, 'id' | 'number' | 'publishedAt' | 'publishedBy' | 'reason'>;

/** The partnership's versions, the latest first. */
export async function versions(ctx: Context, partnershipId: string): Promise<VersionHead[]> {
	const { rows } = await sql<VersionHead>`
		select v.id, v.number, v.published_at as "publishedAt", p.name as "publishedBy", v.reason
		from protocol_version v join person p on p.id = v.published_by
		where v.partnership_id = ${partnershipId} and v.group_id is null order by v.number desc limit 100`.execute(
		ctx.db,
	);
	return rows;
}

export interface Adaptation {
	groupId: string;
	groupName: string;
	reason: string;
	approvedBy: string;
	approvedAt: Date;
	patch: Record<string, unknown>;
	protocol: Protocol;
}

/** What groups were allowed to make of a version, the latest of each (CSC-6), in the order of their approval. */
export async function adaptations(
	ctx: Context,
	partnershipId: string,
	baseVersionId: string,
): Promise<Adaptation[]> {
	const { rows } = await sql<Omit<Adaptation, 'protocol'> & { document: unknown }>`
		select v.group_id as "groupId", g.name as "groupName", v.reason,
			p.name as "approvedBy", v.published_at as "approvedAt", v.patch, v.document
		from (select distinct on (group_id) * from protocol_version
			where partnership_id = ${partnershipId} and base_version_id = ${baseVersionId} and group_id is not null
			order by group_id, number desc) v
		join person p on p.id = v.published_by
		join member_group g on g.partnership_id = v.partnership_id and g.id = v.group_id
		order by v.published_at, v.number, v.id`.execute(ctx.db);
	return rows.map(({ document, ...rest }) => ({ ...rest, protocol: readProtocol(document) }));
}

/** Which groups do something otherwise than a version, and since when; without their documents. */
export async function adaptedSince(
	ctx: Context,
	partnershipId: string,
	baseVersionId: string,
): Promise<Map<string, Date>> {
	const { rows } = await sql<{ groupId: string; at: Date; alike: boolean }>`
		select distinct on (group_id) group_id as "groupId", published_at as at, patch = '{}' as alike from protocol_version
		where partnership_id = ${partnershipId} and base_version_id = ${baseVersionId} and group_id is not null
		order by group_id, number desc limit 500`.execute(ctx.db);
	return new Map(rows.filter(({ alike }) => !alike).map(({ groupId, at }) => [groupId, at]));
}

/** Members whose group does something otherwise than a version in a school year: the version of the group's own, and its name. */
export async function adaptedMembers(
	ctx: Context,
	partnershipId: string,
	baseVersionId: string,
	schoolYear: string,
): Promise<Map<string, { versionId: string; group: string }>> {
	const { rows } = await sql<{ memberId: string; versionId: string; group: string; alike: boolean }>`
		select distinct on (m.member_id) m.member_id as "memberId", v.id as "versionId", g.name as "group", v.patch = '{}' as alike
		from protocol_version v
		join member_group g on g.partnership_id = v.partnership_id and g.id = v.group_id and g.school_year = ${schoolYear}
		join group_membership m on m.partnership_id = g.partnership_id and m.group_id = g.id
		where v.partnership_id = ${partnershipId} and v.base_version_id = ${baseVersionId}
		order by m.member_id, ${latestFirst} limit 500`.execute(ctx.db);
	// A group may be allowed to go back to what everybody does.
	const differing = rows.filter(({ alike }) => !alike);
	return new Map(differing.map(({ memberId, versionId, group }) => [memberId, { versionId, group }]));
}

/**
 * The protocols that reviews began with, by version id: a review keeps its own to the end. Only for ids that came with
 * a review or version the actor may know of: one that was read before is given without asking again.
 */
export async function protocolsById(
	ctx: Context,
	versionIds: readonly string[],
): Promise<Map<string, Protocol>> {
	const found = new Map<string, Protocol>();
	const unread = new Set<string>();
	for (const id of versionIds) {
		const known = kept.get(id);
		if (known) found.set(id, known);
		else unread.add(id);
	}
	if (unread.size === 0) return found;
	const { rows } = await sql<{ id: string; document: unknown }>`
		select id, document from protocol_version where id = any (${[...unread]}::uuid[])`.execute(ctx.db);
	for (const { id, document } of rows) found.set(id, keep(id, document));
	return found;
}

/** The same as each holds for the kind of its review. */
export async function protocolsOf(
	ctx: Context,
	reviews: readonly { protocolVersionId: string; kind: string }[],
): Promise<(review: { protocolVersionId: string; kind: string }) => Protocol> {
	const versions = await protocolsById(
		ctx,
		reviews.map(({ protocolVersionId }) => protocolVersionId),
	);
	return ({ protocolVersionId, kind }) => heldByKind(versions.get(protocolVersionId)!, kind);
}

/** The protocols that a partnership and its groups have had, the latest first: reviews go on by older ones. */
export async function protocolsEver(ctx: Context, partnershipId: string): Promise<Protocol[]> {
	const rows = await ctx.db
		.selectFrom('protocol_version')
		.select('id')
		.where('partnership_id', '=', partnershipId)
		.orderBy('published_at', 'desc')
		.limit(mostKept)
		.execute();
	const ids = rows.map(({ id }) => id);
	return [...(await protocolsById(ctx, ids)).values()];
}

// A version never changes, and is long to fetch and to check: each is read once, and what is known of it is kept with it.
const kept = new Map<string, Protocol>();
const mostKept = 100;
const byKind = new WeakMap<Protocol, Map<string, Protocol>>();

function heldByKind(version: Protocol, kind: string): Protocol {
	let known = byKind.get(version);
	if (!known) byKind.set(version, (known = new Map()));
	let protocol = known.get(kind);
	if (!protocol) known.set(kind, (protocol = ofKind(version, kind)));
	return protocol;
}

function keep(id: string, document: unknown): Protocol {
	const protocol = readProtocol(document);
	if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
	kept.set(id, protocol);
	return protocol;
}
