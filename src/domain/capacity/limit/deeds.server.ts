import { roles } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayLimit } from '../access.ts';
import { peopleHere } from '../people.ts';
import { setLimitInput } from './input.ts';
import { setOwnLimit } from './limit-store.server.ts';
import { ownLimits } from './queries.server.ts';

/** Says how many days a person gives at most (CSC-19): they themselves, or the head of their school. Of nobody who is not here. */
export async function setLimit(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(setLimitInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, personId, version, ...limit } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	const person = peopleHere(await roles(ctx, partnershipId), ctx.today).find(
		(one) => one.personId === personId,
	);
	if (!person) return missing;
	if (!mayLimit(standing, person)) return denied;
	if (await setOwnLimit(ctx, partnershipId, personId, { ...limit, version, setBy: standing.personId }))
		return done(null);
	const [standingNow] = await ownLimits(ctx, partnershipId, personId);
	return sentAgain(standingNow, limit, null);
}
