import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asPeopleSay } from '#domain/calendar/day.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { openReview } from '#domain/review/open.server.ts';
import type { Signing } from '#domain/review/stage.ts';
import type { Context } from '#platform/context.ts';
import { londonDay } from '#platform/day.ts';
import { pdfFileName, type PrintedFile } from '#platform/print/file-name.ts';
import { printPdf } from '#platform/print/pdf.server.ts';
import { projectRoot } from '#platform/project-root.ts';
import type { EditionFinding } from './body.ts';
import { latestEdition, remarksOf, type EditionRow, type RemarkRow } from './queries.server.ts';
import { insertLook } from './report-store.server.ts';
import { signingState, type SigningRow } from './signing.ts';

/** The latest edition the actor may read, as a tagged PDF (PDF/UA). Null where there is none for them. Printing is written down. */
export async function printReport(ctx: Context, reviewId: string): Promise<PrintedFile | null> {
	const review = await openReview(ctx, reviewId);
	if (!review || ctx.actor.kind !== 'person') return null;
	const edition = await latestEdition(ctx, review);
	if (!edition) return null;
	await insertLook(ctx, { partnershipId: review.partnershipId, reviewId }, 'printed', ctx.actor.id);
	const remarks = await remarksOf(ctx, review);
	return print({ protocol: review.protocol, signing: review.facts, edition, remarks, restriction });
}

const restriction =
	'Restricted to those it was shared with; not exempt from the law on access to information.';

/** What is printed: an edition with the remarks its reader may see, and the sentence at the foot of each page. */
export interface Printing {
	protocol: Protocol;
	signing: Signing;
	edition: EditionRow;
	remarks: RemarkRow[];
	restriction: string;
}

/** Sets an edition as a tagged PDF. What the host told the writers is not printed. */
export function print(printing: Printing): PrintedFile {
	const template = readFileSync(join(projectRoot, 'src/domain/report/report.typ'), 'utf8');
	return { fileName: fileName(printing.edition), pdf: printPdf(template, printed(printing)) };
}

function printed({ protocol, signing, edition, remarks: all, restriction }: Printing) {
	const remarks = all.filter(({ kind }) => kind !== 'host context');
	const { body } = edition;
	const labels = new Map(protocol.report.remarks.map(({ key, label }) => [key, label]));
	return {
		title: `Peer review at ${body.host}`,
		kicker: body.kind,
		facts: [
			{ term: 'Focus', words: body.focus },
			{ term: 'When', words: when(body.firstDay, body.lastDay) },
			{ term: 'Team', words: body.team.map(({ name, role }) => `${name} (${role})`).join(', ') },
			{ term: 'Edition', words: `${edition.number}, ${london(edition.madeAt)}` },
		],
		team: body.team,
		standing: edition.publishedAt
			? ''
			: 'Not yet published. The words may still change until everyone who signs has signed.',
		headings: body.headings.map(({ label, blocks }) => ({
			label,
			blocks: blocks.map((block) =>
				block.is === 'finding' ? { is: block.is, ...printedFinding(block.finding) } : block,
			),
		})),
		remarks: remarks.map((remark) => ({
			label: labels.get(remark.heading ?? '') ?? 'Comment',
			words: remark.words,
			by: `${remark.author}, ${remark.authorRole}, ${london(remark.writtenAt)}`,
		})),
		signatures: signingState(protocol, signing, edition).map((row) => ({
			name: row.name,
			as: row.as,
			words: signed(row),
		})),
		restriction,
	};
}

const printedFinding = (finding: EditionFinding) => ({
	seen: finding.seen,
	effect: finding.effect,
	pupils: finding.pupils.map(({ words, year }) => ({ words, by: `A pupil, ${year}` })),
	ground: ground(finding),
});

function ground({ letter, evidence, sources, contradictsHost, outsideFocus }: EditionFinding): string {
	const pieces = evidence === 1 ? 'one piece of evidence' : `${evidence} pieces of evidence`;
	const from = sources.length > 0 ? ` (${sources.join(', ')})` : '';
	return `${letter ? `Line ${letter}. ` : ''}Rests on ${pieces}${from}.${outsideFocus ? ' Outside the focus.' : ''}${contradictsHost ? ' The school’s own view differs.' : ''}`;
}

function signed({ signOff }: SigningRow): string {
	if (signOff === null) return 'Not yet';
	return signOff.cannotSignBecause ? `Cannot sign: ${signOff.cannotSignBecause}` : london(signOff.signedAt);
}

const when = (first: string | null, last: string | null): string =>
	first === null
		? 'No day set'
		: last === null || last === first
			? asPeopleSay(first)
			: `${asPeopleSay(first)} to ${asPeopleSay(last)}`;

const london = (instant: Date): string => asPeopleSay(londonDay(instant));

const fileName = ({ number, body }: EditionRow): string =>
	pdfFileName('peer-review', body.host || 'report', `${body.firstDay ?? 'undated'}-edition-${number}`);
