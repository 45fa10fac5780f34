import { evidenceOf, opensWith } from '#domain/evidence/queries.server.ts';
import { openReview, type OpenReview } from '#domain/review/open.server.ts';
import { lines } from '#domain/review/queries.server.ts';
import { keysFor, readers } from '#domain/review/readers.ts';
import { isOnTeam } from '#domain/review/roles.ts';
import type { Context } from '#platform/context.ts';
import { fileNameOf, type PrintedAs, type PrintedFile } from '#platform/print/file-name.ts';
import { paperAsPdf } from '#platform/print/paper-as-pdf.server.ts';
import { paperAsWord } from '#platform/print/paper-as-word.server.ts';
import type { Paper } from '#platform/print/paper.ts';
import { factsOf } from '../report-paper.ts';
import { insertLook } from '../report-store.server.ts';
import { recordPaper } from './record.ts';
import { ofReview } from '../of-review.ts';

/** The evidence record (CSC-11) for the bound team and for whoever else reads this review's evidence; null for others. */
export async function recordAsPage(ctx: Context, reviewId: string): Promise<Paper | null> {
	return (await recordFor(ctx, reviewId, 'read'))?.paper ?? null;
}

/** The same as a file. That it was read or taken away is written down. */
export async function printRecord(
	ctx: Context,
	reviewId: string,
	as: PrintedAs,
): Promise<PrintedFile | null> {
	const record = await recordFor(ctx, reviewId, 'printed');
	if (!record) return null;
	const { review, paper } = record;
	const fileName = fileNameOf('evidence', review.hostName, review.facts.firstDay ?? 'undated', as);
	return { fileName, as, bytes: as === 'pdf' ? paperAsPdf(paper) : await paperAsWord(paper) };
}

/** Whether there is one for the actor: what the team has shown of what is kept apart makes nobody else its reader. */
export const readsRecord = async (ctx: Context, review: OpenReview): Promise<boolean> =>
	isOnTeam(review.roles) ? review.bound : opensWith(ctx, keysFor('evidence', review));

async function recordFor(
	ctx: Context,
	reviewId: string,
	to: 'read' | 'printed',
): Promise<{ review: OpenReview; paper: Paper } | null> {
	const review = await openReview(ctx, reviewId);
	if (!review || ctx.actor.kind !== 'person' || !(await readsRecord(ctx, review))) return null;
	const { protocol, hostName, focus, facts } = review;
	const paper = recordPaper({
		protocol,
		host: hostName,
		facts: factsOf({ focus, firstDay: facts.firstDay, lastDay: facts.lastDay }),
		readers: readers(review, 'evidence').now,
		lines: await lines(ctx, review),
		evidence: (await evidenceOf(ctx, review)).toReversed(),
		forTeam: isOnTeam(review.roles),
	});
	if (!paper) return null;
	const of = ofReview(review);
	await insertLook(ctx, of, to, ctx.actor.id, 'evidence');
	return { review, paper };
}
