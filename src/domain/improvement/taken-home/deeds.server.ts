import { standingIn } from '#domain/partnership/standing.server.ts';
import { isOverBy } from '#domain/report/thanks/thanks.ts';
import { onReview } from '#domain/review/deeds/opening.server.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayTakeHome } from '../access.ts';
import {
	changeTakenHomeInput,
	takeBackTakenHomeInput,
	takeHomeInput,
	type SaidOfTakenHome,
} from './input.ts';
import { takenHomeBy } from './queries.server.ts';
import { ownSchools } from './own-schools.ts';
import { mostTakenHome, schoolTakenTo } from './taken-home.ts';
import * as store from './taken-home-store.server.ts';

/**
 * One of the bound team writes down what they take home from the review (CEN-15), for themselves, and where they say so for the heads
 * of their own school. Also after it is closed. Refused before its last day, for a school of somebody else, and beyond the twentieth.
 */
export const takeHome = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onReview(
		ctx,
		takeHomeInput,
		input,
		() => true,
		async ({ review, input, personId }) => {
			const { id, reviewId: _, ...said } = input;
			const taken = await takenOf(ctx, review, said);
			if ('is' in taken) return taken;
			const standing = await takenHomeBy(ctx, review, personId);
			if (standing.length >= mostTakenHome && !standing.some((one) => one.id === id))
				return invalid({ '': `You have written down ${mostTakenHome} already. Take one back first.` });
			const inserted = await store.insertTakenHome(ctx, review, { id, taken, by: personId });
			if (inserted === 'taken') return missing;
			if (inserted === 'made') return done({ id });
			const before = (await takenHomeBy(ctx, review, personId)).find((one) => one.id === id);
			return sentAgain(before, taken, { id });
		},
	);

/** Puts one's own right. Where it was changed elsewhere meanwhile, what stands comes back beside what was typed. */
export const changeTakenHome = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(
		ctx,
		changeTakenHomeInput,
		input,
		() => true,
		async ({ review, input, personId }) => {
			const { takenHomeId: id, version, reviewId: _, ...said } = input;
			const taken = await takenOf(ctx, review, said);
			if ('is' in taken) return taken;
			if (await store.updateTakenHome(ctx, review, { id, version, taken, by: personId })) return done(null);
			const standing = (await takenHomeBy(ctx, review, personId)).find((one) => one.id === id);
			return standing ? sentAgain(standing, taken, null) : missing;
		},
	);

/** Takes one's own back; nobody reads or counts it any more. */
export const takeBackTakenHome = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(
		ctx,
		takeBackTakenHomeInput,
		input,
		() => true,
		async ({ review, input, personId }) => {
			if (!mayTakeHome(review.roles, review.bound)) return denied;
			await store.takeBack(ctx, review, input.takenHomeId, personId);
			return done(null);
		},
	);

/** What is to be kept of a form, or why it is not. */
async function takenOf(
	ctx: Context,
	review: OpenReview,
	{ kind, words, memberId: said, opened }: SaidOfTakenHome,
): Promise<store.Taken | Outcome<never>> {
	if (!mayTakeHome(review.roles, review.bound)) return denied;
	if (!isOverBy(review.facts, ctx.today))
		return invalid({ '': 'The day has not come yet. Write it down after it.' });
	const own = ownSchools(await standingIn(ctx, review.partnershipId), review.hostMemberId);
	const memberId = schoolTakenTo(own, said);
	if (memberId === 'unsaid') return invalid({ memberId: 'Choose your school.' });
	return { kind, words, memberId, opened: opened && memberId !== null };
}
