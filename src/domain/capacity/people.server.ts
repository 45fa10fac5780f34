import { protocolInForce } from '#domain/protocol/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { peopleHere, type PersonHere, type Role } from './people.ts';
import { trainedIn } from './training/queries.server.ts';
import { trainingOfAll, type PersonTraining, type Trained } from './training/training.ts';

/** A partnership's people with where they stand in training, by the protocol that is in force (HEP-2). */
export async function peopleTraining(
	ctx: Context,
	partnershipId: string,
	roles: readonly Role[],
): Promise<{
	here: PersonHere[];
	trained: Trained[];
	training: Map<string, PersonTraining>;
	heads: number;
	untrainedHeads: number;
	roleWords: Record<string, { one: string; many: string }>;
}> {
	const inForce = await protocolInForce(ctx, partnershipId);
	const protocol = inForce?.protocol ?? null;
	const trained = await trainedIn(ctx, partnershipId);
	const here = peopleHere(roles, ctx.today);
	const { people, ...heads } = trainingOfAll(protocol, here, roles, trained, ctx.today);
	return { here, trained, training: people, ...heads, roleWords: protocol?.roles ?? {} };
}
