import { sql } from 'kysely';
import { leads } from '#domain/partnership/access.ts';
import { headedMembers, type Standing } from '#domain/partnership/model.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { protocolsOf } from '#domain/protocol/queries.server.ts';
import type { Audience, Thing } from '#domain/protocol/parts/audience.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import type { Context } from '#platform/context.ts';
import { isId } from '#platform/text.ts';
import { isBound, type Facts } from './facts.ts';
import { factsOf } from './kept-facts.server.ts';
import type { ReviewRole } from './roles.ts';
import { isFollowUpOpen, stageOf, type Stage } from './stage.ts';

/** One review as the actor meets it: the door that every screen and deed about a review goes through. */
export interface OpenReview {
	partnershipId: string;
	id: string;
	hostMemberId: string;
	hostName: string;
	focus: string;
	protocol: Protocol;
	facts: Facts;
	stage: Stage;
	/** Whether what follows it (actions, progress, look-back) may be written down. */
	followUpOpen: boolean;
	/** What the actor is to it today. */
	roles: ReadonlySet<ReviewRole>;
	/** Whether the actor has agreed to keep what they see confidential; a host head is bound by office. */
	bound: boolean;
	sharing: Sharing;
}

/** What the host has opened beyond the protocol's floor, as it stands today. */
export interface Sharing {
	released: Partial<Record<Thing, Audience[]>>;
	/** By which a thing is shown to others, without their names: the ids of links, and of packs with the thing. */
	links: Partial<Record<Thing, string[]>>;
	/** Whether the actor reads the plan: meeting, decisions, lines and timetable. */
	readsPlan: boolean;
}

/** Opens a review; null where the actor may not know that it exists. */
export async function openReview(ctx: Context, reviewId: string): Promise<OpenReview | null> {
	if (ctx.actor.kind !== 'person' || !isId(reviewId)) return null;
	const [facts] = await factsOf(ctx, [reviewId]);
	if (!facts) return null;
	const { partnershipId } = facts;
	const protocol = (await protocolsOf(ctx, [facts]))(facts);
	const { rows } = await sql<{ sharing: Sharing }>`select sharing from sharing_of(${facts.id})`.execute(
		ctx.db,
	);
	const roles = rolesOn(facts, ctx.actor.id, await standingIn(ctx, partnershipId));
	return {
		partnershipId,
		// As the database writes it: audience keys are made of it, and an address may be typed in capitals.
		id: facts.id,
		hostMemberId: facts.hostMemberId,
		hostName: facts.hostName,
		focus: facts.focus,
		protocol,
		facts,
		stage: stageOf(facts, protocol, ctx.today),
		followUpOpen: isFollowUpOpen(facts, protocol, ctx.today),
		roles,
		bound: isBound(facts, ctx.actor.id),
		sharing: rows[0]!.sharing,
	};
}

/**
 * Opens a review for a deed: others' deeds on it wait until this one is whole, so that none decides by what another is
 * about to change. Reading does not wait.
 */
export async function openForDeed(ctx: Context, reviewId: string): Promise<OpenReview | null> {
	if (isId(reviewId))
		await ctx.db.selectFrom('review').select('id').where('id', '=', reviewId).forNoKeyUpdate().execute();
	return openReview(ctx, reviewId);
}

/** What a person is to a review, from the team, the host's heads and their standing in the partnership. */
export function rolesOn(facts: Facts, personId: string, standing: Standing | null): ReadonlySet<ReviewRole> {
	const roles = new Set<ReviewRole>();
	for (const member of facts.team) if (member.personId === personId) roles.add(member.role);
	if (facts.hostHeads.some((head) => head.personId === personId)) roles.add('host head');
	if (!standing) return roles;
	for (const { memberId, role } of standing.appointments) {
		if (memberId === facts.hostMemberId) roles.add(role === 'governor' ? 'governor' : 'host staff');
	}
	if (leads(standing)) roles.add('chair');
	if (standing.responsibilities.includes('administrator')) roles.add('administrator');
	if (standing.responsibilities.includes('outside partner')) roles.add('outside partner');
	if (headedMembers(standing).length > 0) roles.add('head of partnership');
	return roles;
}
