import { sql } from 'kysely';
import type { MeetingRow } from '#domain/meeting/model.ts';
import { lookBackState, type LookBackSide } from '#domain/improvement/look-back/look-back.ts';
import type { Context } from '#platform/context.ts';
import { timelinesOf } from '../timelines.server.ts';

/** A review whose look-back is due and not answered by everybody who is asked. */
export interface LookBackDue {
	reviewId: string;
	hostName: string;
	due: string;
	overdue: boolean;
	awaited: LookBackSide[];
}

/** More reviews than a partnership has open at once; of more, the latest. */
const most = 200;

/**
 * The look-backs that are due or overdue, the longest overdue first: of those reviews that everybody who is invited may know of, so that
 * nobody reads on an agenda of a review that is kept from them. The steering group knows of all.
 */
export async function lookBacksDue(
	ctx: Context,
	partnershipId: string,
	meeting: Pick<MeetingRow, 'kind' | 'groupId'>,
): Promise<LookBackDue[]> {
	const reviews = await timelinesOf(ctx, await followedUp(ctx, partnershipId, meeting));
	return reviews
		.flatMap(({ facts, protocol, items }): LookBackDue[] => {
			const { awaited } = lookBackState(protocol.followUp.lookBack.sides, facts.lookBack);
			const [item] = items
				.filter(({ milestone, state }) => milestone === 'looked back' && ['due', 'overdue'].includes(state))
				.toSorted((one, other) => one.due!.localeCompare(other.due!));
			if (!item || awaited.length === 0) return [];
			const { id: reviewId, hostName } = facts;
			return [{ reviewId, hostName, due: item.due!, overdue: item.state === 'overdue', awaited }];
		})
		.toSorted((one, other) => one.due.localeCompare(other.due) || one.hostName.localeCompare(other.hostName));
}

async function followedUp(
	ctx: Context,
	partnershipId: string,
	{ kind, groupId }: Pick<MeetingRow, 'kind' | 'groupId'>,
): Promise<string[]> {
	const everybodys = [`partnership:${partnershipId}`, `heads:${partnershipId}`, `group:${groupId}`];
	const { rows } = await sql<{ id: string }>`
		select r.id from review r
		where r.partnership_id = ${partnershipId}
			and exists (select from publication p where p.partnership_id = r.partnership_id and p.review_id = r.id)
			and not exists (select from closure c where c.partnership_id = r.partnership_id and c.review_id = r.id)
			and (${kind} = 'steering' or r.cycle_keys && ${everybodys}::text[])
			and (${groupId}::uuid is null or r.host_member_id in (select member_id from group_membership
				where partnership_id = ${partnershipId} and group_id = ${groupId}::uuid))
		order by r.first_day desc nulls last, r.id limit ${most}`.execute(ctx.db);
	return rows.map(({ id }) => id);
}
