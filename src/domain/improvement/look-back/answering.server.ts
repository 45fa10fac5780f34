import { answerSchema } from '#domain/form/answer.ts';
import { keysFor } from '#domain/review/readers.ts';
import { onReview } from '#domain/review/deeds/opening.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayAnswerLookBack } from '../access.ts';
import { lookBackInput } from '../input.ts';
import { sideOf, whyLookBackStands, type LookBackSide } from './look-back.ts';
import { insertLookBack, openLookBack, updateLookBack } from './look-back-store.server.ts';
import { lookBacks } from './queries.server.ts';

/**
 * Answers the protocol's look-back for the host or for the team (CEN-9), or puts right what was answered at `version`: one set of
 * answers a side. Each side reads its own alone until both have answered; then both open to whoever the protocol says, and stay as
 * they are. Refused before publication. Where a colleague has answered meanwhile, what stands comes back beside what was typed.
 */
export const answerLookBack = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, lookBackInput, input, mayAnswerLookBack, async ({ review, input, personId }) => {
		const side = sideOf(review.roles);
		const { form, sides } = review.protocol.followUp.lookBack;
		if (!side || !sides.includes(side) || !review.bound) return denied;
		if (!review.followUpOpen)
			return invalid({ '': 'You look back on a published report. It is not published yet.' });
		const read = readInput(answerSchema(review.protocol.forms[form]!.questions), input.answers);
		if (!read.ok) return invalid(read.fields);
		const said = { side, answers: read.value, answeredBy: personId };
		const standing = (await lookBacks(ctx, review)).find((answer) => answer.side === side);
		const stands = whyLookBackStands(review.facts, sides, ctx.today);
		if (stands && !standing) return invalid({ '': stands });

		if (input.version === 0) {
			const opensTo = keysFor('look-back', review);
			const keys = sides.length === 1 ? opensTo : [ownKey(side, review.id)];
			if (!(await insertLookBack(ctx, review, { ...said, keys, opensTo })))
				return sentAgain(standing, { answers: read.value }, null);
			await openLookBack(ctx, review);
			return done(null);
		}
		if (!stands && (await updateLookBack(ctx, review, said, input.version))) return done(null);
		return sentAgain(standing, { answers: read.value }, null);
	});

const ownKey = (side: LookBackSide, reviewId: string) => `${side}:${reviewId}`;
