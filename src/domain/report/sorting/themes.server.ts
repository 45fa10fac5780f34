import { onBoundReview } from '#domain/evidence/bound.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, type Outcome } from '#platform/outcome.ts';
import { maySortFindings } from '../access.ts';
import { findingThemeInput } from '../input.ts';
import { standingsOf } from './queries.server.ts';
import { gone } from './standing.ts';
import { copyFindingThemes, deleteFindingTheme, insertFindingTheme } from './theme-store.server.ts';
import { ofReview } from '../of-review.ts';
import { reportClosed } from '../rules.ts';

/**
 * Says that a finding is about one of the partnership's themes, by which it counts what recurs. It may carry several. Refuses a
 * theme that is retired or another partnership's. It changes no word of the report, and reopens no signatures.
 */
export const setTheme = (ctx: Context, input: unknown): Promise<Outcome> =>
	onFinding(ctx, input, async ({ review, of, findingId, themeId, personId }) => {
		const themes = await themesOf(ctx, review.partnershipId);
		if (!themes.some(({ id, retired }) => id === themeId && !retired))
			return invalid({ themeId: 'This theme is not used any more. Choose another.' });
		await insertFindingTheme(ctx, of, findingId, themeId, personId);
		return done(null);
	});

/** Says that it is not, a retired one too. */
export const unsetTheme = (ctx: Context, input: unknown): Promise<Outcome> =>
	onFinding(ctx, input, async ({ of, findingId, themeId }) => {
		await deleteFindingTheme(ctx, of, findingId, themeId);
		return done(null);
	});

interface OnFinding {
	review: OpenReview;
	of: { partnershipId: string; reviewId: string };
	findingId: string;
	themeId: string;
	personId: string;
}

const onFinding = (
	ctx: Context,
	input: unknown,
	deed: (on: OnFinding) => Promise<Outcome>,
): Promise<Outcome> =>
	onBoundReview(
		ctx,
		findingThemeInput,
		input,
		maySortFindings,
		async ({ review, personId, input: { findingId, themeId, reviewId } }) => {
			const closed = reportClosed(review);
			if (closed) return invalid({ '': closed });
			const all = await standingsOf(ctx, review);
			if (!all.some(({ id, stands }) => stands && id === findingId)) return invalid({ '': gone });
			const of = { partnershipId: review.partnershipId, reviewId };
			return deed({ review, of, findingId, themeId, personId });
		},
	);

/** Has a finding carry the themes of those that were brought into it. */
export const carryThemes = (
	ctx: Context,
	review: OpenReview,
	findingId: string,
	others: readonly string[],
): Promise<void> => copyFindingThemes(ctx, ofReview(review), findingId, others);
