import { sql } from 'kysely';
import { headedMembers } from '#domain/partnership/model.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { isOverBy } from '#domain/report/thanks/thanks.ts';
import { openReview } from '#domain/review/open.server.ts';
import type { Readers } from '#domain/review/readers.ts';
import type { Context } from '#platform/context.ts';
import { mayTakeHome } from '../access.ts';
import { ownSchools } from './own-schools.ts';
import { takenHomeBy } from './queries.server.ts';
import { whoReadsTakenHome, type TakenHome } from './taken-home.ts';

/** What one of the team took home from a review, and what they need to write down more. */
export interface TakenHomeScreen {
	over: boolean;
	taken: TakenHome[];
	/** Of which they choose one, where there are several. */
	schools: { value: string; label: string }[];
	/** Whether somebody else heads a school of theirs, to whom it may be opened. */
	opens: boolean;
	readers: Readers;
}

/** Null for whoever is not on the bound team. */
export async function takenHomeScreen(ctx: Context, reviewId: string): Promise<TakenHomeScreen | null> {
	const review = await openReview(ctx, reviewId);
	if (!review || ctx.actor.kind !== 'person' || !mayTakeHome(review.roles, review.bound)) return null;
	const standing = await standingIn(ctx, review.partnershipId);
	const own = ownSchools(standing, review.hostMemberId);
	const headed: readonly string[] = standing ? headedMembers(standing) : [];
	const headsAll = own.every((memberId) => headed.includes(memberId));
	const schools = await ctx.db
		.selectFrom('member')
		.select(['id as value', 'name as label'])
		.where('partnership_id', '=', review.partnershipId)
		.where(sql<boolean>`id = any (${own}::uuid[])`)
		.orderBy('name')
		.execute();
	return {
		over: isOverBy(review.facts, ctx.today),
		taken: await takenHomeBy(ctx, review, ctx.actor.id),
		schools,
		opens: !headsAll,
		readers: { now: whoReadsTakenHome({ ofSchool: own.length > 0, headsAll }), later: null },
	};
}
