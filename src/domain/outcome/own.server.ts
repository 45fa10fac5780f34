import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { circleKeysFor, mayEnterMeasure, mayShareMeasure } from './access.ts';
import {
	correctFigureInput,
	countNeeded,
	isPossible,
	possibleWords,
	shareFiguresInput,
	withdrawFigureInput,
} from './input.ts';
import { ofSchool } from './of-school.server.ts';
import { enteredFigure } from './own-queries.server.ts';
import * as store from './own-store.server.ts';

/** Puts right a figure that was entered by hand, or its comment (CEN-7). What it said stays under it. If somebody else did meanwhile, that is shown. */
export const correctFigure = (ctx: Context, input: unknown): Promise<Outcome> =>
	ofSchool(
		ctx,
		correctFigureInput,
		input,
		mayEnterMeasure,
		async ({ input: said, standing: { personId }, seesSmall }) => {
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
		},
	);

/** Takes back a figure that was entered by hand. One that was taken back already stays so. */
export const withdrawFigure = (ctx: Context, input: unknown): Promise<Outcome> =>
	ofSchool(
		ctx,
		withdrawFigureInput,
		input,
		mayEnterMeasure,
		async ({ input: said, standing: { personId } }) => {
			await store.withdrawFigure(ctx, said, said.figureId, personId);
			return done(null);
		},
	);

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
