import { asPeopleSay } from '#domain/calendar/day.ts';
import type { OpenedLink } from '#domain/review/opened-link.server.ts';
import type { Context } from '#platform/context.ts';
import type { PrintedFile } from '#platform/print/file-name.ts';
import { print } from './print.server.ts';
import type { Printing } from './report-paper.ts';
import { type EditionRow, latestEdition, remarksOf } from './queries.server.ts';
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
	return print(await printingFor(ctx, link, edition), 'pdf');
}

/** An edition as it is printed for whoever holds a link. */
export const printingFor = async (
	ctx: Context,
	link: OpenedLink,
	edition: EditionRow,
): Promise<Printing> => ({
	protocol: link.protocol,
	signing: link,
	edition,
	remarks: await remarksOf(ctx, link),
	restriction: sharedWith(link),
});

/** With whom and until when something is shared by a link, and that it is restricted. */
export const sharedWith = ({ forWhom, host, lastDay }: OpenedLink): string =>
	`Shared with ${forWhom} by the head of ${host} until ${asPeopleSay(lastDay)}. Restricted, not exempt from the law on access to information.`;
