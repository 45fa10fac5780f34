import type { z } from 'zod';
import { leads } from '#domain/partnership/access.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { takePartnershipTurn } from '#domain/partnership/turn.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { conflict, denied, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { arranged, type Arranged } from './arrangement.ts';
import { knownOf, type KnownOfCycle } from './known.server.ts';
import { arrangementById, type Arrangement } from './queries.server.ts';
import { namesIn } from './year-input.ts';
import type { Wording } from './wording.ts';

/** An open arrangement with what is known around it. */
export interface OpenArrangement {
	arrangement: Arrangement;
	known: KnownOfCycle;
	/** All its reviews, as arranged. */
	plan: Arranged[];
	wording: Wording;
}

/** Opens one for reading; null where there is none, or no protocol any more. For whoever leads. */
export async function openArrangement(
	ctx: Context,
	partnershipId: string,
	id: string,
): Promise<OpenArrangement | null> {
	const arrangement = await arrangementById(ctx, partnershipId, id);
	const known = arrangement && (await knownOf(ctx, partnershipId, arrangement.cycleId, id));
	if (!arrangement || !known) return null;
	return {
		arrangement,
		known,
		plan: arranged(known.agreed, arrangement.overrides),
		wording: wordingOf(known),
	};
}

const wordingOf = (known: KnownOfCycle): Wording => {
	const word = (role: 'reviewer' | 'facilitator' | 'expert' | 'champion') =>
		known.protocol.roles[role].one.toLowerCase();
	return {
		names: namesIn(known),
		roles: {
			reviewer: word('reviewer'),
			facilitator: word('facilitator'),
			expert: word('expert'),
			champion: word('champion'),
		},
	};
};

type OfArrangement = z.ZodType<{ partnershipId: string; arrangementId: string; version: number }>;

/**
 * What every deed on an arrangement begins with: the input read, the right checked, the arrangement opened. One that was confirmed
 * is over; one that somebody changed meanwhile comes back as a conflict.
 */
export async function onArrangement<S extends OfArrangement, T>(
	ctx: Context,
	schema: S,
	input: unknown,
	deed: (on: OpenArrangement & { input: z.output<S>; by: string }) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, arrangementId, version } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	if (!leads(standing)) return denied;
	// Before it is opened: whoever waited decides by what the one before them left.
	await takePartnershipTurn(ctx, partnershipId);
	const open = await openArrangement(ctx, partnershipId, arrangementId);
	if (!open) return missing;
	if (open.arrangement.confirmedAt)
		return invalid({ '': 'This was confirmed: it is agreed now, and stays as it was. Begin another.' });
	if (open.arrangement.version !== version) return conflict(null);
	return deed({ ...open, input: read.value, by: standing.personId });
}
