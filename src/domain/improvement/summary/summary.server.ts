import { takeEdition } from '#domain/report/print.server.ts';
import { lines } from '#domain/review/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { fileNameOf, type PrintedFile } from '#platform/print/file-name.ts';
import { paperOnSides } from '#platform/print/paper-as-pdf.server.ts';
import type { Paper } from '#platform/print/paper.ts';
import { toldImpact } from '../impact/queries.server.ts';
import { actionsOf } from '../queries.server.ts';
import { longestList, type Summarised, summaryPaper } from './summary.ts';

/** The summary of a published report, for whoever reads that; null for others. That it was read is written down. */
export async function summaryAsPage(ctx: Context, reviewId: string): Promise<Paper | null> {
	const summarised = await summarisedFor(ctx, reviewId, 'read');
	return summarised && onOneSide(summarised).paper;
}

/** The same as a tagged PDF of one side. */
export async function printSummary(ctx: Context, reviewId: string): Promise<PrintedFile | null> {
	const summarised = await summarisedFor(ctx, reviewId, 'printed');
	if (!summarised) return null;
	const { host, firstDay } = summarised.body;
	const fileName = fileNameOf('summary', host, firstDay ?? 'undated', 'pdf');
	return { fileName, as: 'pdf', bytes: onOneSide(summarised).bytes };
}

async function summarisedFor(
	ctx: Context,
	reviewId: string,
	to: 'read' | 'printed',
): Promise<Summarised | null> {
	const taken = await takeEdition(ctx, reviewId, to, 'published');
	if (!taken) return null;
	const { review, edition } = taken;
	return {
		protocol: review.protocol,
		body: edition.body,
		lines: await lines(ctx, review),
		actions: await actionsOf(ctx, review),
		impact: await toldImpact(ctx, review),
	};
}

const steps = [12, 10, 8, 7, 6, 5, 4, 3, 2, 1];

/** With as many entries in each list as one side holds. */
export function onOneSide(summarised: Summarised): {
	paper: Paper;
	bytes: Uint8Array<ArrayBuffer>;
	sides: number;
} {
	const whole = longestList(summarised);
	const tries = [whole, ...steps.filter((most) => most < whole)];
	for (const most of tries) {
		const paper = summaryPaper(summarised, most);
		const { pdf, sides } = paperOnSides(1, paper);
		if (sides === 1 || most === tries.at(-1)) return { paper, bytes: pdf, sides };
	}
	throw new Error('A summary has at least one try.');
}
