import { asPeopleSay } from '#domain/calendar/day.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import type { Signing } from '#domain/review/stage.ts';
import { londonDay } from '#platform/day.ts';
import {
	heading,
	type Paper,
	type PaperBlock,
	type PaperCell,
	paragraphs,
	aside,
} from '#platform/print/paper.ts';
import type { EditionBlock, EditionBody, EditionFinding, EditionHeading } from './body.ts';
import type { EditionRow, RemarkRow } from './queries.server.ts';
import { fingerprint, signingState, type SigningRow } from './signing.ts';

/** What is printed: an edition with the remarks its reader may see, and the sentence at the foot of each page. */
export interface Printing {
	protocol: Protocol;
	signing: Signing;
	edition: EditionRow;
	remarks: readonly RemarkRow[];
	restriction: string;
}

export const restricted =
	'Restricted to those it was shared with; not exempt from the law on access to information.';

/** An edition as a paper: what was written, what was added, who signed. What the host told the writers is not printed. */
export function reportPaper({ protocol, signing, edition, remarks, restriction }: Printing): Paper {
	const { body } = edition;
	const labels = new Map(protocol.report.remarks.map(({ key, label }) => [key, label]));
	return {
		title: `Peer review at ${body.host}`,
		kicker: body.kind,
		authors: body.team.map(({ name }) => name),
		restriction,
		blocks: [
			{
				is: 'facts',
				facts: [
					...factsOf(body),
					{ term: 'Team', words: body.team.map(({ name, role }) => `${name} (${role})`).join(', ') },
					{ term: 'Edition', words: `${edition.number}, ${london(edition.madeAt)}` },
					...(edition.corrects === null
						? []
						: [{ term: `Corrects edition ${edition.corrects}`, words: edition.reason ?? '' }]),
					{ term: 'Fingerprint of its words', words: fingerprint(edition.digest) },
				],
			},
			...(edition.publishedAt ? [] : [notYetPublished]),
			...body.headings.flatMap(written),
			...remarks
				.filter(({ kind }) => kind !== 'host context')
				.flatMap((remark) => [
					heading(1, labels.get(remark.heading ?? '') ?? 'Comment'),
					...paragraphs(remark.words),
					aside(`${remark.author}, ${remark.authorRole}, ${london(remark.writtenAt)}`),
				]),
			heading(1, 'Signatures'),
			{
				is: 'table',
				columns: [
					{ label: 'Name', share: 2 },
					{ label: 'As', share: 2 },
					{ label: 'Signed', share: 3 },
				],
				rows: signingState(protocol, signing, edition).map((row) => [
					cell(row.name),
					cell(row.as),
					cell(signed(row)),
				]),
			},
		],
	};
}

/** What a review was about and when, as it stands at the head of what is printed of its report. */
export const factsOf = (
	body: Pick<EditionBody, 'focus' | 'firstDay' | 'lastDay'>,
): { term: string; words: string }[] => [
	{ term: 'Focus', words: body.focus },
	{ term: 'When', words: when(body.firstDay, body.lastDay) },
];

const notYetPublished: PaperBlock = {
	is: 'notice',
	words: 'Not yet published. The words may still change until everyone who signs has signed.',
};

const written = ({ label, blocks }: EditionHeading): PaperBlock[] => [
	heading(1, label),
	...(blocks.length > 0 ? blocks.flatMap(printedBlock) : [aside('Nothing stands here.')]),
];

function printedBlock(block: EditionBlock): PaperBlock[] {
	switch (block.is) {
		case 'finding':
			return printedFinding(block.finding);
		case 'subheading':
			return [{ is: 'heading', level: 2, runs: block.runs }];
		default:
			return [block];
	}
}

const printedFinding = (finding: EditionFinding): PaperBlock[] => [
	...paragraphs(finding.seen),
	...paragraphs(finding.effect),
	...finding.pupils.map(({ words, year }): PaperBlock => ({
		is: 'quote',
		paragraphs: [[{ words }]],
		by: `A pupil, ${year}`,
	})),
	aside(ground(finding)),
];

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

const cell = (words: string): PaperCell => paragraphs(words);
