import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import { protocolsOf } from '#domain/protocol/queries.server.ts';
import { factsOf } from '#domain/review/kept-facts.server.ts';
import { stageOf } from '#domain/review/stage.ts';
import type { Context } from '#platform/context.ts';
import type { Deferral } from './coverage.ts';
import type { Cycle } from './cycle.ts';
import type { Visit } from './practice.ts';
import type { Turn } from './turn.ts';

/** More cycles than a partnership comes to. */
const mostCycles = 60;
/** A school is deferred once in a cycle; no partnership has more schools. */
const mostDeferrals = 200;
/** The reviews of 200 schools in a cycle of some years, with each one's last before it. */
const mostTurns = 1200;
/** All that a partnership of 200 schools comes to in ten years. */
const mostVisits = 2000;

/** A partnership's cycles, the latest first. */
export async function cyclesOf(ctx: Context, partnershipId: string): Promise<Cycle[]> {
	return ctx.db
		.selectFrom('review_cycle')
		.select(['id', 'name', 'from_day as from', 'to_day as to', 'objective', 'share', 'version'])
		.where('partnership_id', '=', partnershipId)
		.orderBy('from_day', 'desc')
		.limit(mostCycles)
		.execute();
}

/** The deferrals that stand in a cycle, as far as they are the actor's to know: of schools they head, or all to those who run it. */
export async function deferralsOf(ctx: Context, partnershipId: string, cycleId: string): Promise<Deferral[]> {
	const { rows } = await sql<Deferral>`
		select id, member_id as "memberId", reason, shown_name(partnership_id, decided_by) as "decidedBy",
			(decided_at at time zone 'Europe/London')::date as "decidedOn"
		from deferral
		where partnership_id = ${partnershipId} and cycle_id = ${cycleId} and lifted_at is null
		order by decided_at, id limit ${mostDeferrals}`.execute(ctx.db);
	return rows;
}

/** The school that a deferral is of, whether it stands or was lifted; null where it is not the actor's to know. */
export const deferredMember = async (
	ctx: Context,
	partnershipId: string,
	deferralId: string,
): Promise<string | null> => {
	const row = await ctx.db
		.selectFrom('deferral')
		.select('member_id as memberId')
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', deferralId)
		.executeTakeFirst();
	return row?.memberId ?? null;
};

/**
 * A partnership's reviews as they count towards a cycle that begins on a day, those that the actor may know of: all that have their
 * day since then or none yet, and of each host and kind the last before it.
 */
export async function turnsOf(ctx: Context, partnershipId: string, from: Day): Promise<Turn[]> {
	const { rows } = await sql<{ id: string; followsId: string | null; movedFrom: string | null }>`
		with counted as (
			select r.id, r.follows_id, r.first_day from review r
			where r.partnership_id = ${partnershipId} and (r.first_day is null or r.first_day >= ${from}::date)
			union all
			(select distinct on (r.host_member_id, r.kind) r.id, r.follows_id, r.first_day from review r
			where r.partnership_id = ${partnershipId} and r.last_day < least(${from}::date, ${ctx.today}::date)
				and not exists (select from standstill s
					where s.partnership_id = r.partnership_id and s.review_id = r.id and s.lifted_at is null)
			order by r.host_member_id, r.kind, r.first_day desc, r.id)
		)
		select c.id, c.follows_id as "followsId", (select m.from_day from review_move m
			where m.partnership_id = ${partnershipId} and m.review_id = c.id and m.number = 1) as "movedFrom"
		from counted c order by c.first_day desc nulls first, c.id limit ${mostTurns}`.execute(ctx.db);
	const rowOf = new Map(rows.map((row) => [row.id, row]));
	const reviews = await factsOf(ctx, [...rowOf.keys()]);
	const protocolOf = await protocolsOf(ctx, reviews);
	return reviews.map((facts) => {
		const { id, hostMemberId, kind, focus, firstDay, proposedOn, standstill } = facts;
		const { followsId, movedFrom } = rowOf.get(id)!;
		return {
			...{ id, hostMemberId, kind, focus, firstDay, proposedOn },
			afresh: followsId === null,
			stage: stageOf(facts, protocolOf(facts), ctx.today),
			reason: standstill?.reason ?? null,
			movedFrom: movedFrom === firstDay ? null : movedFrom,
		};
	});
}

/** All reviews that were held at a partnership's schools, those alone that follow no other and that the actor may know of. */
export async function visitsOf(ctx: Context, partnershipId: string): Promise<Visit[]> {
	const { rows } = await sql<Visit>`
		select r.host_member_id as "hostMemberId", r.kind, r.first_day as "firstDay" from review r
		where r.partnership_id = ${partnershipId} and r.last_day < ${ctx.today}::date and r.follows_id is null
			and not exists (select from standstill s
				where s.partnership_id = r.partnership_id and s.review_id = r.id and s.lifted_at is null)
		order by r.first_day desc, r.id limit ${mostVisits}`.execute(ctx.db);
	return rows;
}
