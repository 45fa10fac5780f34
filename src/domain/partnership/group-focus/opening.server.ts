import type { z } from 'zod';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, invalid, missing, type Outcome } from '#platform/outcome.ts';
import type { Standing } from '../model.ts';
import { groupById, type GroupRow } from '../queries.server.ts';
import { standingIn } from '../standing.server.ts';
import { takeTurn } from './focus-store.server.ts';
import type { GroupFocus } from './group-focus.ts';
import { focusOf } from './queries.server.ts';

/** A deed on what a group looks into or at, by a signed-in person. */
interface GroupDeed<I> {
	input: I;
	/** Null before it was written. */
	focus: GroupFocus | null;
	personId: string;
}

type InGroup = z.ZodType<{ partnershipId: string; groupId: string }>;

/**
 * What every deed on what a group looks into or at begins with: the input read, the group found and kept from others' deeds, the person's
 * right checked. Outsiders get the same answer as for a group that is not there.
 */
export async function onGroup<S extends InGroup, T>(
	ctx: Context,
	schema: S,
	input: unknown,
	may: (standing: Standing, group: GroupRow, read: z.output<S>) => boolean,
	deed: (on: GroupDeed<z.output<S>>) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, groupId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	const group = standing && (await groupById(ctx, partnershipId, groupId));
	if (!standing || !group) return missing;
	if (!may(standing, group, read.value)) return denied;
	await takeTurn(ctx, read.value);
	const focus = await focusOf(ctx, partnershipId, groupId);
	return deed({ input: read.value, focus, personId: standing.personId });
}
