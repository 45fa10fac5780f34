import { evidenceOf, opensWith } from '#domain/evidence/queries.server.ts';
import { isKeptApart } from '#domain/evidence/model.ts';
import { needOf } from '#domain/protocol/of-kind.ts';
import { kindLabel } from '#domain/protocol/model.ts';
import { openReview, type OpenReview } from '#domain/review/open.server.ts';
import { keysFor } from '#domain/review/readers.ts';
import type { Context } from '#platform/context.ts';
import { isId } from '#platform/text.ts';
import { ofReview } from '../of-review.ts';
import { insertLook } from '../report-store.server.ts';
import { findingRows, usesOf, type Use } from './queries.server.ts';
import { traceFinding, type TracedFinding } from './trace.ts';

/**
 * What a finding rests on, for whoever reads the finding: in the draft, on the board or in a published report. That somebody looked is
 * written down. Null for others, as for a finding that is not there.
 */
export async function groundOf(
	ctx: Context,
	reviewId: string,
	findingId: string,
): Promise<{ review: OpenReview; finding: TracedFinding } | null> {
	const review = await openReview(ctx, reviewId);
	if (!review || ctx.actor.kind !== 'person' || !isId(findingId)) return null;
	// As the database writes it: an address may be typed in capitals.
	const id = findingId.toLowerCase();
	const finding = traceFinding(review.protocol, id, await findingRows(ctx, review, id));
	if (!finding) return null;
	await insertLook(ctx, ofReview(review), 'read', ctx.actor.id, finding.read > 0 ? 'evidence' : 'report');
	return { review, finding };
}

/** What became of a piece of evidence: the findings that rest on it or did. */
export interface Became {
	uses: (Use & { kindLabel: string })[];
	/** Why none rests on it; null where one does, and for whoever reads no findings: there may be some that they do not see. */
	unused: 'withdrawn' | 'parked' | 'not used' | 'not used yet' | null;
}

/** For whoever reads the piece; null for others, as for a piece that is not there. */
export async function becameOf(
	ctx: Context,
	reviewId: string,
	evidenceId: string,
): Promise<{ review: OpenReview; became: Became } | null> {
	const review = await openReview(ctx, reviewId);
	if (!review || ctx.actor.kind !== 'person' || !isId(evidenceId)) return null;
	const [piece] = await evidenceOf(ctx, review, evidenceId);
	if (!piece) return null;
	const uses = (await usesOf(ctx, review, piece.id)).map((use) => ({
		...use,
		kindLabel: kindLabel(review.protocol, use.kind),
	}));
	const standing = uses.some(({ cites, withdrawn }) => cites && !withdrawn);
	return { review, became: { uses, unused: standing ? null : await whyUnused(ctx, review, piece) } };
}

async function whyUnused(
	ctx: Context,
	review: OpenReview,
	piece: { withdrawn: object | null; outsideFocus: boolean },
): Promise<Became['unused']> {
	if (piece.withdrawn) return 'withdrawn';
	const over = review.facts.publication !== null || review.facts.closedOn !== null;
	const heard = over || needOf(review.protocol, 'report agreed') === 'never';
	// To whoever reads no finding there may be one they do not see.
	if (!(await opensWith(ctx, keysFor(heard ? 'findings' : 'draft', review)))) return null;
	if (isKeptApart(piece, review.protocol.evidence)) return 'parked';
	return over ? 'not used' : 'not used yet';
}
