import { z } from 'zod';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { day, id, line, oneOf, optionalLine, prose, ticks, version } from '#platform/text.ts';
import { mayAsk, mayBroker } from '../access.ts';
import { wholePounds } from '../pounds-input.ts';
import { isOpen, requestState } from '../request/model.ts';
import { onRequest } from '../request/opening.server.ts';
import { requestsOf } from '../request/queries.server.ts';
import { insertOutside, updateAnswer } from './outside-store.server.ts';
import { outsideKinds } from './outside.ts';

const of = { partnershipId: id, requestId: id };

const arrangeInput = z
	.object({
		...of,
		id,
		kind: oneOf(outsideKinds, 'Choose what is done.'),
		provider: line('Say who it is asked of.', 200),
		words: prose('Say what they are asked for.', 1_000),
		pounds: wholePounds,
		payer: optionalLine(120),
		day: day('Say from when, or when they were asked.'),
		/** Other requests in the same theme that it is for, too. */
		also: ticks.pipe(z.array(id).max(50)),
	})
	.refine(({ pounds, payer }) => pounds !== null || payer === '', {
		path: ['pounds'],
		error: 'Say how much it costs, or leave out who pays.',
	});

/**
 * Whoever leads looks outside the partnership: commissions support for a request, or for several in one theme that share the need
 * (HEP-13), or asks the authority (NFS-23). Each school reads its own part alone. Refused for requests that wait for nobody.
 */
export const arrangeOutside = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRequest(ctx, arrangeInput, input, mayBroker, async ({ input: given, request, by }) => {
		const { partnershipId, requestId, also, ...arranged } = given;
		const before = request.outside.find((one) => one.id === given.id);
		if (before) return sentAgain(before, arranged, null);
		const sharing = (await requestsOf(ctx, partnershipId)).filter(
			(one) => one.themeId === request.themeId && isOpen(requestState(one, ctx.today)),
		);
		if (!sharing.some((one) => one.id === requestId))
			return invalid({ '': 'Nobody waits for this request any more.' });
		if (!also.every((one) => sharing.some((other) => other.id === one)))
			return invalid({ also: 'One of these waits no more. Open the page again and choose.' });
		const made = await insertOutside(ctx, partnershipId, arranged, [...new Set([requestId, ...also])], by);
		return made === 'taken' ? missing : done(null);
	});

const answerInput = z.object({
	...of,
	outsideId: id,
	version,
	answer: prose('Say what they answered, or what came of it.', 2_000),
});

/** What the authority answered or what came of it, by whoever leads or a head of a school it is for. Told anew it holds instead. */
export const tellOutside = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRequest(
		ctx,
		answerInput,
		input,
		(standing, { memberId }) => mayBroker(standing) || mayAsk(standing, memberId),
		async ({ input: { partnershipId, requestId, outsideId, version, answer }, request, by }) => {
			const outside = request.outside.find((one) => one.id === outsideId);
			if (!outside) return missing;
			if (await updateAnswer(ctx, partnershipId, { id: outsideId, version, answer }, by)) return done(null);
			const standing = (await requestsOf(ctx, partnershipId, { id: requestId }))[0]?.outside;
			return sentAgain(
				standing?.find((one) => one.id === outsideId),
				{ answer },
				null,
			);
		},
	);
