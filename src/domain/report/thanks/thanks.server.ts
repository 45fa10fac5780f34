import { z } from 'zod';
import { onBoundReview } from '#domain/evidence/bound.server.ts';
import { inSeries } from '#domain/protocol/model.ts';
import { keysOfCircles } from '#domain/review/audience.ts';
import { openReview, type OpenReview } from '#domain/review/open.server.ts';
import { isOnTeam, type ReviewRole } from '#domain/review/roles.ts';
import { writeTo } from '#domain/partnership/letters.server.ts';
import type { Context } from '#platform/context.ts';
import { denied, done, invalid, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { id, oneOf, prose } from '#platform/text.ts';
import { findingsIn } from '../body.ts';
import { strengthsHeading } from '../feedback/feedback.ts';
import { latestEdition } from '../queries.server.ts';
import { insertThanks, sentThanks } from './thanks-store.server.ts';
import { draftThanks, isOverBy, sides, thankedBy, type Side } from './thanks.ts';

const sendThanksInput = z.object({
	reviewId: id,
	side: oneOf(sides, 'Choose who thanks whom.'),
	words: prose('Write what you want to say.', 6000),
});

const mayThank: Record<Side, (roles: ReadonlySet<ReviewRole>) => boolean> = {
	host: (roles) => roles.has('host head'),
	team: isOnTeam,
};

/**
 * Sends a side's thanks to everybody of the other, once: whoever presses a second time changes nothing, and other words come back with
 * those that went (NFS-13). Refused before the day, where there is nobody to thank, and while the review stands still.
 *
 * @param origin where the link in the letter leads
 */
export const sendThanks = (ctx: Context, origin: string, input: unknown): Promise<Outcome> =>
	onBoundReview(
		ctx,
		sendThanksInput,
		input,
		() => true,
		async ({ review, input: { side, words }, personId }) => {
			if (!mayThank[side](review.roles)) return denied;
			const people = thankedBy(side, review.facts);
			if (!isOverBy(review.facts, ctx.today))
				return invalid({ '': 'The day has not come yet. Thank them after it.' });
			if (people.length === 0) return invalid({ '': 'There is nobody to thank yet.' });
			const keys = keysOfCircles(['host', 'team'], { reviewId: review.id, ...review, groupIds: [] });
			const thanked = people.map(({ name }) => name);
			if (!(await insertThanks(ctx, review, { side, words, thanked, by: personId }, keys))) {
				const sent = (await sentThanks(ctx, review)).find((one) => one.side === side);
				return sentAgain(sent, { words }, null);
			}
			const ids = people.map((person) => person.personId);
			await writeTo(ctx, ids, {
				subject: side === 'host' ? `Thank you from ${review.hostName}` : 'Thank you from the review team',
				body: `${words}\n\nThe review: ${origin}/reviews/${review.id}\n`,
			});
			return done(null);
		},
	);

/** The thanks of both sides, as sent or as drafted for whoever sends them. Null for who is neither a head of the host nor on the bound team. */
export async function thanksScreen(ctx: Context, reviewId: string) {
	const review = await openReview(ctx, reviewId);
	if (!review || ctx.actor.kind !== 'person' || !review.bound) return null;
	const own = sides.filter((side) => mayThank[side](review.roles));
	if (own.length === 0) return null;
	const sent = await sentThanks(ctx, review);
	const strengths = await publishedStrengths(ctx, review);
	const { facts } = review;
	const me = ctx.actor.id;
	const sender = facts.hostHeads.find(({ personId }) => personId === me)?.name ?? '';
	const over = isOverBy(facts, ctx.today);
	return {
		over,
		sides: sides.map((side) => ({
			side,
			sent: sent.find((one) => one.side === side) ?? null,
			to: inSeries(thankedBy(side, facts).map(({ name }) => name)),
			draft: over && own.includes(side) ? draftThanks(side, facts, strengths, sender) : null,
		})),
	};
}

/** What was seen to be good, in the published report that the actor may read; nothing before it is out. */
async function publishedStrengths(ctx: Context, review: OpenReview): Promise<string[]> {
	const edition = await latestEdition(ctx, review);
	const heading = strengthsHeading(review.protocol.report);
	if (!edition?.publishedAt || !heading) return [];
	const found = edition.body.headings.find(({ key }) => key === heading.key);
	return (found ? findingsIn(found) : []).map(({ seen }) => seen.split('\n')[0]!);
}
