import { printingFor, sharedWith } from '#domain/report/linked-report.server.ts';
import { latestEdition } from '#domain/report/queries.server.ts';
import { reportPaper } from '#domain/report/report-paper.ts';
import type { Packable } from '#domain/review/input.ts';
import type { OpenedLink } from '#domain/review/opened-link.server.ts';
import type { Context } from '#platform/context.ts';
import { fileNameOf, type PrintedFile } from '#platform/print/file-name.ts';
import { paperAsPdf } from '#platform/print/paper-as-pdf.server.ts';
import type { Paper } from '#platform/print/paper.ts';
import { toldImpact } from '../impact/queries.server.ts';
import { actionsOf, progressReports } from '../queries.server.ts';
import { onOneSide } from '../summary/summary.server.ts';
import { packPaper } from './pack.ts';

/** What a pack holds today, for whoever holds its link; null where nothing of it may be shown any more. */
export async function packAsPage(ctx: Context, link: OpenedLink): Promise<Paper | null> {
	const holds = (one: Packable) => link.contents.includes(one);
	const edition = holds('report') || holds('summary') ? await latestEdition(ctx, link) : null;
	const actions = holds('actions') ? await actionsOf(ctx, link) : [];
	const impact = holds('actions') ? await toldImpact(ctx, link) : [];
	const { protocol } = link;
	return packPaper({
		...link,
		shared: sharedWith(link),
		report: edition && holds('report') ? reportPaper(await printingFor(ctx, link, edition)) : null,
		summary:
			edition && holds('summary')
				? onOneSide({ protocol, body: edition.body, lines: [], actions, impact }).paper
				: null,
		followed: holds('actions') ? { actions, reports: await progressReports(ctx, link), impact } : null,
	});
}

/** The same as a tagged PDF, with the reader's name, the last day and what it says at the foot of each page. */
export async function printPack(ctx: Context, link: OpenedLink): Promise<PrintedFile | null> {
	const paper = await packAsPage(ctx, link);
	if (!paper) return null;
	const fileName = fileNameOf('pack', link.host, link.heldFrom ?? 'undated', 'pdf');
	return { fileName, as: 'pdf', bytes: paperAsPdf(paper) };
}
