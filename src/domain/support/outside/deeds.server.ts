import { z } from 'zod';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { day, id, line, oneOf, optionalLine, prose, ticks, version } from '#platform/text.ts';
import { mayBroker } from '../access.ts';
import { wholePounds } from '../pounds-input.ts';
import { isOpen, requestState } from '../request/model.ts';
import { onRequest } from '../request/opening.server.ts';
import { requestsOf } from '../request/queries.server.ts';
import { insertOutside, updateOutside } from './outside-store.server.ts';
import { outsideKinds } from './outside.ts';

const of = { partnershipId: id, requestId: id };
const ofInput = z.object(of);

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

const one = { ...of, outsideId: id, version };
const answerInput = z.object({
	...one,
	answer: prose('Say what they answered, or what came of it.', 2_000),
});
const endInput = z.object({ ...one, because: prose('Say why it goes no further.', 1_000) });

/** Whoever leads tells what the authority answered or what came of it, to all schools it is for. Told anew it holds instead. */
export const tellOutside = (ctx: Context, input: unknown): Promise<Outcome> =>
	onOutside(ctx, answerInput, input, ({ answer }) => ({ answer }));

/** It goes no further, and why: the schools look for help anew. */
export const endOutside = (ctx: Context, input: unknown): Promise<Outcome> =>
	onOutside(ctx, endInput, input, ({ because }) => ({ ended_because: because }));

const onOutside = <S extends z.ZodType<{ outsideId: string; version: number } & z.output<typeof ofInput>>>(
	ctx: Context,
	schema: S,
	input: unknown,
	said: (input: z.output<S>) => { answer: string } | { ended_because: string },
): Promise<Outcome> =>
	onRequest(ctx, schema, input, mayBroker, async ({ input: given, request, by }) => {
		const { partnershipId, requestId, outsideId, version } = given;
		const outside = request.outside.find((one) => one.id === outsideId);
		if (!outside) return missing;
		if (outside.endedBecause) return invalid({ '': 'This has ended already.' });
		const told = said(given);
		if (await updateOutside(ctx, partnershipId, { id: outsideId, version, ...told }, by)) return done(null);
		const [standing] = await requestsOf(ctx, partnershipId, { id: requestId });
		return sentAgain(
			standing?.outside.find((one) => one.id === outsideId),
			told,
			null,
		);
	});
