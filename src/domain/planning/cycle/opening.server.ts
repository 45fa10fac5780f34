import type { z } from 'zod';
import type { Standing } from '#domain/partnership/model.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { takePartnershipTurn } from '#domain/partnership/turn.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, invalid, missing, type Outcome } from '#platform/outcome.ts';
import type { Cycle } from './cycle.ts';
import { cyclesOf } from './queries.server.ts';

/** A deed on a partnership's cycles by a signed-in person. */
interface CycleDeed<I> {
	input: I;
	cycles: readonly Cycle[];
	standing: Standing;
}

/**
 * What every deed on cycles begins with: the input read, the partnership kept from others' deeds on them, the person's right
 * checked. Outsiders get the same answer as for a partnership that is not there.
 */
export async function onCycles<S extends z.ZodType<{ partnershipId: string }>, T>(
	ctx: Context,
	schema: S,
	input: unknown,
	may: (standing: Standing, read: z.output<S>) => boolean,
	deed: (on: CycleDeed<z.output<S>>) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	if (!may(standing, read.value)) return denied;
	await takePartnershipTurn(ctx, partnershipId);
	const cycles = await cyclesOf(ctx, partnershipId);
	return deed({ input: read.value, cycles, standing });
}
