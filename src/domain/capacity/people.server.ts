import { isOver } from '#domain/partnership/model.ts';
import { protocolInForce } from '#domain/protocol/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { peopleHere, type PersonHere, type Role } from './people.ts';
import { trainedIn } from './training/queries.server.ts';
import { trainedFor, trainingOfAll, type PersonTraining, type Trained } from './training/training.ts';

/** A partnership's people with where they stand in training, by the protocol that is in force (HEP-2). */
export async function peopleTraining(
	ctx: Context,
	partnershipId: string,
	roles: readonly Role[],
): Promise<{
	here: PersonHere[];
	trained: Trained[];
	/** How the one who holds a role stands in what it asks of them; null for a role that is over. */
	trainingIn: (role: Role) => PersonTraining | null;
	heads: number;
	untrainedHeads: number;
	roleWords: Record<string, { one: string; many: string }>;
}> {
	const inForce = await protocolInForce(ctx, partnershipId);
	const protocol = inForce?.protocol ?? null;
	const trained = await trainedIn(ctx, partnershipId);
	const here = peopleHere(roles, ctx.today);
	const { people, ...heads } = trainingOfAll(protocol, here, roles, trained, ctx.today);
	return {
		...{ here, trained, ...heads, roleWords: protocol?.roles ?? {} },
		trainingIn(role) {
			const training = people.get(role.personId);
			if (!training || !protocol || isOver(role, ctx.today)) return null;
			const asked = trainedFor(protocol, { held: [role.role] });
			return { ...training, standings: training.standings.filter((one) => asked.includes(one.role)) };
		},
	};
}
