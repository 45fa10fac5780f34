import { asPeopleSay } from '#domain/calendar/day.ts';
import type { OpenedLink } from '#domain/review/opened-link.server.ts';
import type { Context } from '#platform/context.ts';
import type { PrintedFile } from '#platform/print/file-name.ts';
import { print } from './print.server.ts';
import { latestEdition, remarksOf } from './queries.server.ts';
import { signingState } from './signing.ts';

/** The newest published edition, for whoever holds a link to it; null where the link opens none. */
export async function linkedReport(ctx: Context, link: OpenedLink) {
	const edition = await latestEdition(ctx, link);
	if (!edition) return null;
	const labels = new Map(link.protocol.report.remarks.map(({ key, label }) => [key, label]));
	return {
		edition,
		remarks: (await remarksOf(ctx, link)).map((remark) => ({
			...remark,
			label: labels.get(remark.heading ?? '') ?? 'Comment',
		})),
		signatures: signingState(link.protocol, link, edition),
	};
}

/** The same as a tagged PDF, with the reader's name and the last day at the foot of each page. */
export async function printLinked(ctx: Context, link: OpenedLink): Promise<PrintedFile | null> {
	const edition = await latestEdition(ctx, link);
	if (!edition) return null;
	const { protocol, forWhom, host, lastDay } = link;
	const restriction = `Shared with ${forWhom} by the head of ${host} until ${asPeopleSay(lastDay)}. Restricted, not exempt from the law on access to information.`;
	const remarks = await remarksOf(ctx, link);
	return print({ protocol, signing: link, edition, remarks, restriction }, 'pdf');
}
