import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { deploymentsOf } from '../deployment/queries.server.ts';
import { outsideSupport } from '../outside/queries.server.ts';
import { isOpen, requestState, type SupportRequest } from './model.ts';

/** More than a partnership asks in years; the latest are shown. */
const most = 200;

const onDay = (instant: string) => sql`(${sql.ref(instant)} at time zone 'Europe/London')::date`;

/** Requests with their helpers, deployments and what is asked outside, as far as they are the actor's to read; the latest first. Null for all their partnerships. */
export async function requestsOf(
	ctx: Context,
	partnershipId: string | null,
	{ id = null, memberId = null }: { id?: string | null; memberId?: string | null } = {},
): Promise<SupportRequest[]> {
	const { rows } = await sql<Omit<SupportRequest, 'deployments' | 'outside'>>`
		select r.partnership_id as "partnershipId", r.id, r.member_id as "memberId", m.name as "memberName",
			coalesce(m.until_day <= ${ctx.today}::date, false) as left, r.theme_id as "themeId", t.label as theme, r.words,
			r.by_day as "byDay", r.may_name as "mayName", r.at_meetings as "atMeetings",
			shown_name(r.partnership_id, r.asked_by) as "askedBy", ${onDay('r.asked_at')} as "askedOn", r.version,
			is_support_found(r.partnership_id, r.id) as found,
			coalesce((select json_agg(json_build_object('theme', k.label, 'words', w.words, 'byDay', w.by_day, 'until', w.until) order by w.version)
				from support_wording w join theme k on k.partnership_id = w.partnership_id and k.id = w.theme_id
				where w.partnership_id = r.partnership_id and w.request_id = r.id), '[]') as former,
			case when r.withdrawn_at is not null
				then json_build_object('because', r.withdrawn_because, 'on', ${onDay('r.withdrawn_at')}) end as withdrawn,
			coalesce((select json_agg(json_build_object('id', h.id, 'requestId', h.request_id, 'memberId', h.member_id,
					'memberName', o.name, 'named', h.named, 'proposedOn', ${onDay('h.proposed_at')},
					'consent', case when c.helper_id is not null
						then json_build_object('yes', c.yes, 'because', c.because, 'on', ${onDay('c.said_at')}) end,
					'askedOn', case when h.named then ${onDay('h.proposed_at')} when c.yes then ${onDay('c.said_at')} end,
					'answer', case when a.helper_id is not null then json_build_object('yes', a.yes, 'words', a.words,
						'answeredBy', shown_name(a.partnership_id, a.answered_by), 'on', ${onDay('a.answered_at')}) end)
					order by h.proposed_at, h.id)
				from support_helper h
				join member o on o.partnership_id = h.partnership_id and o.id = h.member_id
				left join helper_consent c on c.partnership_id = h.partnership_id and c.helper_id = h.id
				left join helper_answer a on a.partnership_id = h.partnership_id and a.helper_id = h.id
				where h.partnership_id = r.partnership_id and h.request_id = r.id and h.taken_back_at is null), '[]') as helpers,
			(select json_build_object('number', g.number, 'days', g.days, 'pounds', g.pounds, 'words', g.words,
					'decidedBy', shown_name(g.partnership_id, g.decided_by), 'on', ${onDay('g.decided_at')})
				from support_resource g where g.partnership_id = r.partnership_id and g.request_id = r.id
				order by g.number desc limit 1) as resource,
			(select json_build_object('words', n.words, 'saidBy', shown_name(n.partnership_id, n.said_by), 'on', ${onDay('n.said_at')})
				from nobody_found n
				where n.partnership_id = r.partnership_id and n.request_id = r.id and not exists (select from support_helper h
					where h.partnership_id = n.partnership_id and h.request_id = n.request_id and h.proposed_at > n.said_at
						and h.taken_back_at is null)
				order by n.said_at desc limit 1) as nobody
		from support_request r
		join member m on m.partnership_id = r.partnership_id and m.id = r.member_id
		join theme t on t.partnership_id = r.partnership_id and t.id = r.theme_id
		where (${partnershipId}::uuid is null or r.partnership_id = ${partnershipId}::uuid) and (${id}::uuid is null or r.id = ${id}::uuid)
			and (${memberId}::uuid is null or r.member_id = ${memberId}::uuid)
		order by r.asked_at desc, r.id limit ${most}`.execute(ctx.db);
	const deployments = Map.groupBy(
		await deploymentsOf(ctx, partnershipId, { requestId: id }),
		({ requestId }) => requestId,
	);
	const outside = await outsideSupport(ctx, partnershipId, { requestId: id });
	return rows.map((request) => ({
		...request,
		deployments: deployments.get(request.id) ?? [],
		outside: outside.filter(({ requestIds }) => requestIds.includes(request.id)),
	}));
}

/** One of them; null where there is none that the actor may read. */
export const requestById = async (
	ctx: Context,
	partnershipId: string,
	id: string,
): Promise<SupportRequest | null> => (await requestsOf(ctx, partnershipId, { id }))[0] ?? null;

/**
 * What heads have opened to their meetings and is still looked for, by school: for the agenda of a heads', steering or group meeting, of a
 * group's its own schools alone.
 */
export async function requestsAtMeeting(
	ctx: Context,
	partnershipId: string,
	memberIds: readonly string[] | null,
): Promise<SupportRequest[]> {
	return (await requestsOf(ctx, partnershipId)).filter(
		(one) =>
			one.atMeetings &&
			!one.left &&
			isOpen(requestState(one, ctx.today)) &&
			(memberIds === null || memberIds.includes(one.memberId)),
	);
}
