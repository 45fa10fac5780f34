import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { maySetCost } from '../access.ts';
import { setReleaseCost } from './cost-store.server.ts';
import { setCostInput } from './input.ts';
import { releaseCost } from './queries.server.ts';

/** Whoever organises says what a day out of school costs here, in whole pounds (CSC-19). */
export async function setCost(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(setCostInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, pounds, version } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	if (!maySetCost(standing)) return denied;
	if (await setReleaseCost(ctx, partnershipId, { pounds, version, setBy: standing.personId }))
		return done(null);
	return sentAgain(await releaseCost(ctx, partnershipId), { pounds }, null);
}
