import { z } from 'zod';
import type { Context } from '#platform/context.ts';
import { done, invalid, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { id, prose, version } from '#platform/text.ts';
import { mayBroker } from '../access.ts';
import { wholeDays } from '../days-input.ts';
import { wholePounds } from '../pounds-input.ts';
import { onRequest } from '../request/opening.server.ts';
import { insertResource } from './resourcing-store.server.ts';

const decideInput = z.object({
	partnershipId: id,
	requestId: id,
	/** Of what the form was filled in on; 0 before anything was decided. */
	number: version,
	days: wholeDays,
	pounds: wholePounds,
	words: prose('Say what it is given for.', 600),
});

/**
 * Whoever leads says what the partnership gives for a request (NFS-17): days, pounds, or nothing with the reason. It is read beside the
 * request, at meetings too where that is open to them. Said anew it holds instead.
 */
export const decideResource = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRequest(ctx, decideInput, input, mayBroker, async ({ input: given, request, by }) => {
		const { partnershipId, requestId, number, days, pounds, words } = given;
		if ((request.resource?.number ?? 0) !== number)
			return sentAgain(request.resource, { days, pounds, words }, null);
		if (request.withdrawn) return invalid({ '': 'This request was withdrawn.' });
		await insertResource(ctx, partnershipId, { requestId, number: number + 1, days, pounds, words, by });
		return done(null);
	});
