import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Proposal } from './proposal.ts';

const mostShown = 30;

const row = sql`p.id, p.school_year as "schoolYear", p.input, shown_name(p.partnership_id, p.asked_by) as "askedBy",
	p.asked_at as "askedAt", p.progress, p.told_at as "toldAt", p.stop_asked_at is not null as "stopAsked", p.ending, p.answer, p.conflict,
	p.adopted_at as "adoptedAt"`;

/** A proposal in a list: all but what it is reckoned from and its answer. */
export type ProposalHead = Pick<
	Proposal,
	'id' | 'schoolYear' | 'askedBy' | 'askedAt' | 'toldAt' | 'ending' | 'adoptedAt'
> & { size: Proposal['input']['size']; worth: number | null };

/** What was proposed so far, the latest first; nothing to whom it is not to read. */
export async function proposalsOf(ctx: Context, partnershipId: string): Promise<ProposalHead[]> {
	const { rows } = await sql<ProposalHead>`
		select p.id, p.school_year as "schoolYear", shown_name(p.partnership_id, p.asked_by) as "askedBy", p.asked_at as "askedAt",
			p.told_at as "toldAt", p.ending, p.adopted_at as "adoptedAt", p.input -> 'size' as size, (p.answer #>> '{value}')::int as worth
		from proposal p where p.partnership_id = ${partnershipId}
		order by p.asked_at desc, p.id limit ${mostShown}`.execute(ctx.db);
	return rows;
}

export async function proposalById(
	ctx: Context,
	partnershipId: string,
	id: string,
): Promise<Proposal | null> {
	const { rows } = await sql<Proposal>`
		select ${row} from proposal p where p.partnership_id = ${partnershipId} and p.id = ${id}`.execute(ctx.db);
	return rows[0] ?? null;
}
