import { sql } from 'kysely';
import { addDays } from '#domain/calendar/day.ts';
import type { MeetingRow } from '#domain/meeting/model.ts';
import { lookBackState, type LookBackSide } from '#domain/improvement/look-back/look-back.ts';
import type { Standing } from '#domain/partnership/model.ts';
import type { Stage } from '#domain/protocol/parts/stages.ts';
import { isBound } from '#domain/review/facts.ts';
import { mayNote, notedStage } from '#domain/review/notes/notes.ts';
import { rolesOn } from '#domain/review/open.server.ts';
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

/** A review that was held and that all heads have still to talk over, by its stage (KSA-7). */
export interface TalkDue {
	reviewId: string;
	hostName: string;
	stage: string;
	title: string;
	due: string | null;
	/** Whether there are notes of it that the reader writes. */
	noted: boolean;
}

export interface ReviewsDue {
	/** The longest overdue first. */
	lookBacks: LookBackDue[];
	/** In the order of their days. */
	talks: TalkDue[];
}

/** More reviews than a partnership has open at once; of more, the latest. */
const most = 200;
/** A review that has no report after so long has none to come. */
const daysBack = 400;
type Timeline = Awaited<ReturnType<typeof timelinesOf>>[number];

/**
 * What a meeting is told of reviews: of those that everybody who is invited may know of, so that nobody reads on an agenda of a review
 * that is kept from them. The steering group knows of all. All heads talk reviews over where all of them meet.
 * @param reader in whose eyes it is told
 */
export async function reviewsDue(
	ctx: Context,
	partnershipId: string,
	meeting: Pick<MeetingRow, 'kind' | 'groupId'>,
	reader: Standing,
): Promise<ReviewsDue> {
	const reviews = await timelinesOf(ctx, await begun(ctx, partnershipId, meeting));
	const talked = meeting.kind === 'heads' ? reviews : [];
	return {
		lookBacks: reviews.flatMap(lookBackDue).toSorted(byDay),
		talks: talked.flatMap((review) => talksDue(review, ctx.today, reader)).toSorted(byDay),
	};
}

type Due = Pick<TalkDue, 'due' | 'hostName'>;
const byDay = (one: Due, other: Due): number =>
	(one.due ?? '9999').localeCompare(other.due ?? '9999') || one.hostName.localeCompare(other.hostName);

function lookBackDue({ facts, protocol, items }: Timeline): LookBackDue[] {
	const { awaited } = lookBackState(protocol.followUp.lookBack.sides, facts.lookBack);
	const [item] = items
		.filter(({ milestone, state }) => milestone === 'looked back' && ['due', 'overdue'].includes(state))
		.toSorted((one, other) => one.due!.localeCompare(other.due!));
	if (!item || awaited.length === 0) return [];
	const { id: reviewId, hostName } = facts;
	return [{ reviewId, hostName, due: item.due!, overdue: item.state === 'overdue', awaited }];
}

/** Once the review is over, and as long as its course asks for it. */
function talksDue({ facts, protocol, items }: Timeline, today: string, reader: Standing): TalkDue[] {
	if (facts.lastDay === null || facts.lastDay >= today) return [];
	const { personId } = reader;
	const writes = (stage: Stage) => mayNote(rolesOn(facts, personId, reader), isBound(facts, personId), stage);
	return items
		.filter(({ who, state }) => who.withHeads && ['due', 'overdue', 'later'].includes(state))
		.map(({ key, title, due }) => {
			const noted = notedStage(protocol, key);
			return {
				...{ reviewId: facts.id, hostName: facts.hostName, stage: key, title, due },
				noted: noted !== null && writes(noted.stage),
			};
		});
}

async function begun(
	ctx: Context,
	partnershipId: string,
	{ kind, groupId }: Pick<MeetingRow, 'kind' | 'groupId'>,
): Promise<string[]> {
	const everybodys = [`partnership:${partnershipId}`, `heads:${partnershipId}`, `group:${groupId}`];
	const { rows } = await sql<{ id: string }>`
		select r.id from review r
		where r.partnership_id = ${partnershipId}
			and (exists (select from publication p where p.partnership_id = r.partnership_id and p.review_id = r.id)
				or r.first_day between ${addDays(ctx.today, -daysBack)}::date and ${ctx.today}::date)
			and not exists (select from closure c where c.partnership_id = r.partnership_id and c.review_id = r.id)
			and (${kind} = 'steering' or r.cycle_keys && ${everybodys}::text[])
			and (${groupId}::uuid is null or r.host_member_id in (select member_id from group_membership
				where partnership_id = ${partnershipId} and group_id = ${groupId}::uuid))
		order by r.first_day desc nulls last, r.id limit ${most}`.execute(ctx.db);
	return rows.map(({ id }) => id);
}
