import type { z } from 'zod';
import type { Standing } from '#domain/partnership/model.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { maySeeSmallNumbers } from './access.ts';
import { membersOfSchool } from './queries.server.ts';

type OfSchool = z.ZodType<{ partnershipId: string; schoolId: string }>;

/** What every deed about what a school itself says of its outcomes begins with: the input read, the school found, the person's right checked. */
export async function ofSchool<S extends OfSchool>(
	ctx: Context,
	schema: S,
	input: unknown,
	may: (standing: Standing, memberIds: readonly string[]) => boolean,
	deed: (on: {
		input: z.output<S>;
		standing: Standing;
		seesSmall: boolean;
		memberIds: string[];
	}) => Promise<Outcome>,
): Promise<Outcome> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, schoolId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	const memberIds = standing && (await membersOfSchool(ctx, partnershipId, schoolId));
	if (!standing || !memberIds?.length) return missing;
	if (!may(standing, memberIds)) return denied;
	const seesSmall = maySeeSmallNumbers(standing, memberIds);
	return deed({ input: read.value, standing, seesSmall, memberIds });
}
