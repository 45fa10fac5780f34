import { sql } from 'kysely';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { headedMembers } from '#domain/partnership/model.ts';
import { myPartnerships } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { adaptedMembers } from '../queries.server.ts';
import { askedOf, type AgreedDocument, type AgreementBoard, type Asked, type Head } from './board.ts';
import { agreementStatus, type Consent, type Holding } from './status.ts';

/** No partnership comes near these. */
const mostMembers = 200;
const mostConsents = 10_000;

/** Who has agreed to what, and who has not (KSA-3: everyone can see it). */
export async function agreementBoard(ctx: Context, partnershipId: string): Promise<AgreementBoard> {
	const { latest, holdingOf } = await whatHolds(ctx, partnershipId);
	const consents = Map.groupBy(await allConsents(ctx, partnershipId), (one) => one.document + one.memberId);
	const members = await presentMembers(ctx, partnershipId);
	return {
		latest,
		members: members.map((member) => {
			const holding = {
				memorandum: holdingOf('memorandum', member.id),
				protocol: holdingOf('protocol', member.id),
			};
			const status = (document: AgreedDocument) =>
				holding[document] &&
				agreementStatus(
					holding[document],
					consents.get(document + member.id) ?? [],
					member.heads.map(({ personId }) => personId),
				);
			return { ...member, holding, memorandum: status('memorandum'), protocol: status('protocol') };
		}),
	};
}

/** The latest version of each document, and what holds of it today for a member: its group's way, where that is another (CSC-6). */
export async function whatHolds(ctx: Context, partnershipId: string) {
	const latest = await latestVersions(ctx, partnershipId);
	const adapted = latest.protocol
		? await adaptedMembers(ctx, partnershipId, latest.protocol.id, schoolYearName(ctx.today))
		: new Map<string, never>();
	const holdingOf = (document: AgreedDocument, memberId: string): Holding | null => {
		const version = latest[document];
		const own = document === 'protocol' ? adapted.get(memberId) : undefined;
		return version && { versionId: version.id, number: version.number, group: null, ...own };
	};
	return { latest, holdingOf };
}

async function latestVersions(ctx: Context, partnershipId: string): Promise<AgreementBoard['latest']> {
	const memorandum = await ctx.db
		.selectFrom('memorandum_version')
		.select(['id', 'number'])
		.where('partnership_id', '=', partnershipId)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
	const protocol = await ctx.db
		.selectFrom('protocol_version')
		.select(['id', 'number'])
		.where('partnership_id', '=', partnershipId)
		// Schools agree to what holds for all; a group's own versions are counted by themselves.
		.where('group_id', 'is', null)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
	return { memorandum: memorandum ?? null, protocol: protocol ?? null };
}

type ConsentRow = Consent & { document: AgreedDocument; memberId: string };

async function allConsents(ctx: Context, partnershipId: string): Promise<ConsentRow[]> {
	const { rows } = await sql<ConsentRow>`
		select c.document, c.member_id as "memberId", c.agreed_by as "personId", p.name, c.id as "versionId", c.number, c."group", c.agreed_at as "agreedAt",
			(c.agreed_at at time zone 'Europe/London')::date as "agreedOn"
		from (
			select 'memorandum' as document, a.member_id, a.agreed_by, a.agreed_at, v.id, v.number, null as "group"
			from memorandum_agreement a
			join memorandum_version v on v.partnership_id = a.partnership_id and v.id = a.memorandum_version_id
			where a.partnership_id = ${partnershipId}
			union all
			select 'protocol', a.member_id, a.agreed_by, a.agreed_at, v.id, coalesce(b.number, v.number), g.name
			from protocol_agreement a
			join protocol_version v on v.partnership_id = a.partnership_id and v.id = a.protocol_version_id
			left join protocol_version b on b.partnership_id = v.partnership_id and b.id = v.base_version_id
			left join member_group g on g.partnership_id = v.partnership_id and g.id = v.group_id
			where a.partnership_id = ${partnershipId}
		) c join person p on p.id = c.agreed_by
		order by c.number desc, c.agreed_at desc limit ${mostConsents}`.execute(ctx.db);
	return rows;
}

/** Members of today with those who head them today. */
async function presentMembers(
	ctx: Context,
	partnershipId: string,
): Promise<{ id: string; name: string; heads: Head[] }[]> {
	const { rows } = await sql<{ id: string; name: string; heads: Head[] }>`
		select m.id, m.name,
			coalesce((select json_agg(h order by h.name) from (
				select distinct p.id as "personId", shown_name(m.partnership_id, p.id) as name, p.email
				from appointment a join person p on p.id = a.person_id
				join appointment_confirmation c on c.partnership_id = a.partnership_id and c.appointment_id = a.id
				where a.partnership_id = m.partnership_id and a.member_id = m.id
					and a.role in ('headteacher', 'executive head', 'head of school') and a.from_day <= ${ctx.today}::date
					and (a.until_day is null or a.until_day > ${ctx.today}::date)) h), '[]') as heads
		from member m
		where m.partnership_id = ${partnershipId} and (m.until_day is null or m.until_day > ${ctx.today}::date)
		order by m.name limit ${mostMembers}`.execute(ctx.db);
	return rows;
}

export interface AgreementAsked extends Asked {
	partnershipId: string;
}

/** All that the actor, as a head, has not agreed to yet, over all partnerships they belong to. */
export async function agreementsAsked(ctx: Context): Promise<AgreementAsked[]> {
	const asked: AgreementAsked[] = [];
	// A person belongs to one or two partnerships, and most people head no school.
	for (const { id: partnershipId } of await myPartnerships(ctx)) {
		const standing = await standingIn(ctx, partnershipId);
		const headed = standing ? headedMembers(standing) : [];
		if (headed.length === 0) continue;
		const board = await agreementBoard(ctx, partnershipId);
		asked.push(...askedOf(board, headed).map((one) => ({ ...one, partnershipId })));
	}
	return asked;
}
