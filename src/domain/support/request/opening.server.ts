import type { z } from 'zod';
import type { Standing } from '#domain/partnership/model.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { takePartnershipTurn } from '#domain/partnership/turn.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, invalid, missing, type Outcome } from '#platform/outcome.ts';
import type { SupportRequest } from './model.ts';
import { requestById } from './queries.server.ts';

/** What a deed on a request is done with. */
export interface OnRequest<I> {
	input: I;
	request: SupportRequest;
	standing: Standing;
	by: string;
}

/**
 * What every deed on a request begins with: the input read, the partnership's turn taken, so that consent and asking come one after
 * the other, the request found and the person's right checked. To whom it is not shown it is not there.
 */
export async function onRequest<S extends z.ZodType<{ partnershipId: string; requestId: string }>>(
	ctx: Context,
	schema: S,
	input: unknown,
	may: (standing: Standing, request: SupportRequest) => boolean,
	deed: (on: OnRequest<z.output<S>>) => Promise<Outcome>,
): Promise<Outcome> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, requestId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	await takePartnershipTurn(ctx, partnershipId);
	const request = await requestById(ctx, partnershipId, requestId);
	if (!request) return missing;
	if (!may(standing, request)) return denied;
	return deed({ input: read.value, request, standing, by: standing.personId });
}
