import type { Context } from '#platform/context.ts';
import { fileNameOf, type PrintedFile } from '#platform/print/file-name.ts';
import { paperInLargeType } from '#platform/print/paper-as-pdf.server.ts';
import {
	aside,
	type Paper,
	type PaperBlock,
	type PaperParagraph,
	paragraphs,
} from '#platform/print/paper.ts';
import { speaking, type Hearers } from './feedback.ts';
import { feedbackScreen } from './feedback.server.ts';

type Set = NonNullable<Awaited<ReturnType<typeof feedbackScreen>>>['sets'][number];

/**
 * What the bound team says to one circle of hearers (NFS-9), in large type, as a tagged PDF. Null for everybody else, for hearers
 * to whom nobody speaks by the protocol, and while nothing is to be said.
 */
export async function printNotes(
	ctx: Context,
	reviewId: string,
	hearers: Hearers,
): Promise<PrintedFile | null> {
	const screen = await feedbackScreen(ctx, reviewId);
	const set = screen?.sets.find((one) => one.hearers === hearers);
	const paper = set && notesPaper(set, screen!.hostName);
	if (!paper) return null;
	const fileName = fileNameOf(`notes-${hearers}`, screen!.hostName, '', 'pdf');
	return { fileName, as: 'pdf', bytes: paperInLargeType(paper) };
}

function notesPaper({ hearers, spoken, words, names }: Set, host: string): Paper | null {
	const said = spoken.filter((finding) => finding.said);
	if (said.length === 0 && words === '') return null;
	const list: PaperBlock = {
		is: 'list',
		ordered: true,
		items: said.map(({ letter, kindLabel, seen, effect }) => [
			aside(`${letter ? `Line ${letter}, ` : ''}${kindLabel.toLowerCase()}`),
			lead('We saw', seen),
			lead('so', effect),
		]),
	};
	return {
		title: speaking[hearers].to,
		kicker: `Notes to speak from at ${host}`,
		authors: [],
		restriction: 'For the review team alone.',
		blocks: [
			{ is: 'notice', words: speaking[hearers].how },
			...names.map(({ found, why }): PaperBlock => ({
				is: 'notice',
				words: `“${found}” looks like ${why}. Say it so that nobody can be told from it.`,
			})),
			...(said.length > 0 ? [list] : []),
			...paragraphs(words),
		],
	};
}

const lead = (before: string, rest: string): PaperParagraph => ({
	is: 'paragraph',
	runs: [{ words: `${before} ${rest}` }],
});
