import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Proposal, ProposalOfGroups, ProposalOfYear } from './proposal.ts';

const mostShown = 30;

const row = sql`p.id, p.stage, p.school_year as "schoolYear", p.arrangement_id as "arrangementId", p.input, shown_name(p.partnership_id, p.asked_by) as "askedBy",
	p.asked_at as "askedAt", p.progress, p.told_at as "toldAt", p.stop_asked_at is not null as "stopAsked", p.ending, p.answer, p.conflicts,
	p.adopted_at as "adoptedAt"`;

/** A proposal in a list: all but what it is reckoned from and its answer. */
export type ProposalHead = Pick<
	Proposal,
	'id' | 'schoolYear' | 'askedBy' | 'askedAt' | 'toldAt' | 'ending' | 'adoptedAt'
> & { size: ProposalOfGroups['input']['size']; worth: number | null };

/** What groups were proposed so far, the latest first; nothing to whom it is not to read. */
export async function proposalsOfGroups(ctx: Context, partnershipId: string): Promise<ProposalHead[]> {
	const { rows } = await sql<ProposalHead>`
		select p.id, p.school_year as "schoolYear", shown_name(p.partnership_id, p.asked_by) as "askedBy", p.asked_at as "askedAt",
			p.told_at as "toldAt", p.ending, p.adopted_at as "adoptedAt", p.input -> 'size' as size, (p.answer #>> '{value}')::int as worth
		from proposal p where p.partnership_id = ${partnershipId} and p.stage = 'groups'
		order by p.asked_at desc, p.id limit ${mostShown}`.execute(ctx.db);
	return rows;
}

/** What was proposed for an arrangement, the latest first. */
export async function proposalsFor(
	ctx: Context,
	partnershipId: string,
	arrangementId: string,
): Promise<Pick<Proposal, 'id' | 'askedBy' | 'askedAt' | 'toldAt' | 'ending' | 'adoptedAt'>[]> {
	const { rows } = await sql<
		Pick<Proposal, 'id' | 'askedBy' | 'askedAt' | 'toldAt' | 'ending' | 'adoptedAt'>
	>`
		select p.id, shown_name(p.partnership_id, p.asked_by) as "askedBy", p.asked_at as "askedAt", p.told_at as "toldAt",
			p.ending, p.adopted_at as "adoptedAt"
		from proposal p where p.partnership_id = ${partnershipId} and p.arrangement_id = ${arrangementId}
		order by p.asked_at desc, p.id limit ${mostShown}`.execute(ctx.db);
	return rows;
}

/** What a partnership has asked for and that has not ended, of any stage. */
export async function openProposals(
	ctx: Context,
	partnershipId: string,
): Promise<Pick<Proposal, 'id' | 'askedAt' | 'toldAt' | 'ending'>[]> {
	const { rows } = await sql<Pick<Proposal, 'id' | 'askedAt' | 'toldAt' | 'ending'>>`
		select p.id, p.asked_at as "askedAt", p.told_at as "toldAt", p.ending from proposal p
		where p.partnership_id = ${partnershipId} and p.ended_at is null
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

/** One of groups; null where it is of something else. */
export async function proposalOfGroups(
	ctx: Context,
	partnershipId: string,
	id: string,
): Promise<ProposalOfGroups | null> {
	const found = await proposalById(ctx, partnershipId, id);
	return found?.stage === 'groups' ? found : null;
}

/** One of teams and days, for an arrangement; null where it is for another. */
export async function proposalOfYear(
	ctx: Context,
	{ partnershipId, arrangementId }: { partnershipId: string; arrangementId: string },
	id: string,
): Promise<ProposalOfYear | null> {
	const found = await proposalById(ctx, partnershipId, id);
	return found?.stage === 'year' && found.arrangementId === arrangementId ? found : null;
}
