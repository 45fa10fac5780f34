import { becameOf, groundOf, type Became } from '#domain/report/trace/screen.server.ts';
import type { TracedFinding } from '#domain/report/trace/trace.ts';
import { linkedReviews, type OtherReview } from '#domain/review/earlier.server.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { readsImpact, toldImpact } from '../impact/queries.server.ts';
import type { LookBackSide } from '../look-back/look-back.ts';
import { lookBacks } from '../look-back/queries.server.ts';
import { actionsOf } from '../queries.server.ts';
import { traceAction, type TracedAction } from './follow-up.ts';

/** What came after findings, as far as the reader may see. */
export interface Following {
	actions: TracedAction[];
	/** Of the review as a whole. */
	lookBack: { side: LookBackSide; answeredAt: Date }[];
	followedBy: OtherReview[];
}

/**
 * From a finding back to the evidence it rests on, and on to the actions that answer it, what is told of them, and the look-back.
 * Null for whoever does not read the finding, as for one that is not there; of the rest they see what they may read.
 */
export async function traceFromFinding(
	ctx: Context,
	reviewId: string,
	findingId: string,
): Promise<{ finding: TracedFinding; following: Following } | null> {
	const ground = await groundOf(ctx, reviewId, findingId);
	if (!ground) return null;
	const { review, finding } = ground;
	return { finding, following: await following(ctx, review, [finding.id]) };
}

/** From a piece of evidence on to what became of it, for whoever reads the piece; null for others. */
export async function traceFromEvidence(
	ctx: Context,
	reviewId: string,
	evidenceId: string,
): Promise<{ became: Became; following: Following } | null> {
	const found = await becameOf(ctx, reviewId, evidenceId);
	if (!found) return null;
	const { review, became } = found;
	const standing = became.uses.filter(({ cites, withdrawn }) => cites && !withdrawn);
	return {
		became,
		following: await following(
			ctx,
			review,
			standing.map(({ id }) => id),
		),
	};
}

async function following(ctx: Context, review: OpenReview, findings: string[]): Promise<Following> {
	if (findings.length === 0) return { actions: [], lookBack: [], followedBy: [] };
	const actions = await actionsOf(ctx, review, { findings });
	const impact = (await readsImpact(ctx, review))
		? await toldImpact(ctx, review, { actions: actions.map(({ id }) => id) })
		: null;
	return {
		actions: actions.map((action) => traceAction(action, impact, ctx.today)),
		lookBack: (await lookBacks(ctx, review)).map(({ side, answeredAt }) => ({ side, answeredAt })),
		followedBy: (await linkedReviews(ctx, review)).followedBy,
	};
}
