import type { z } from 'zod';
import type { Standing } from '#domain/partnership/model.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { circleKeysFor, mayEnterMeasure, maySeeSmallNumbers, mayShareMeasure } from './access.ts';
import {
	correctFigureInput,
	countNeeded,
	isPossible,
	possibleWords,
	shareFiguresInput,
	withdrawFigureInput,
} from './input.ts';
import { enteredFigure } from './own-queries.server.ts';
import * as store from './own-store.server.ts';
import { membersOfSchool } from './queries.server.ts';

type OfSchool = z.ZodType<{ partnershipId: string; schoolId: string }>;

/** What every deed about a school's own figures begins with: the input read, the school found, the person's right checked. */
async function ofSchool<S extends OfSchool>(
	ctx: Context,
	schema: S,
	input: unknown,
	may: (standing: Standing, memberIds: readonly string[]) => boolean,
	deed: (on: {
		input: z.output<S>;
		personId: string;
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
	return deed({ input: read.value, personId: standing.personId, seesSmall, memberIds });
}

/** Puts right a figure that was entered by hand, or its comment (CEN-7). What it said stays under it. If somebody else did meanwhile, that is shown. */
export const correctFigure = (ctx: Context, input: unknown): Promise<Outcome> =>
	ofSchool(ctx, correctFigureInput, input, mayEnterMeasure, async ({ input: said, personId, seesSmall }) => {
		const { value, pupils, comment, version } = said;
		const asking = { ...said, seesSmall };
		const standing = await enteredFigure(ctx, asking, said.figureId);
		if (!standing) return missing;
		if (!isPossible(standing.measure, value)) return invalid({ value: possibleWords(standing.measure) });
		if (standing.group !== 'all' && pupils === null) return invalid({ pupils: countNeeded });
		const now = { value, pupils, comment };
		if (standing.version !== version) return sentAgain(standing, now, null);
		return (await store.correctFigure(ctx, said, standing, { ...now, by: personId }))
			? done(null)
			: sentAgain(await enteredFigure(ctx, asking, said.figureId), now, null);
	});

/** Takes back a figure that was entered by hand. One that was taken back already stays so. */
export const withdrawFigure = (ctx: Context, input: unknown): Promise<Outcome> =>
	ofSchool(ctx, withdrawFigureInput, input, mayEnterMeasure, async ({ input: said, personId }) => {
		await store.withdrawFigure(ctx, said, said.figureId, personId);
		return done(null);
	});

/** Says who besides its staff sees a school's own figures of one measure, entered or brought in. Its head's to say. */
export const shareFigures = (ctx: Context, input: unknown): Promise<Outcome> =>
	ofSchool(ctx, shareFiguresInput, input, mayShareMeasure, async ({ input: said, memberIds }) => {
		await store.setCircles(
			ctx,
			said,
			said.measure,
			circleKeysFor(memberIds, said.partnershipId, said.sharedWith),
		);
		return done(null);
	});
