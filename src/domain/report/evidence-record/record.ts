import { isKeptApart } from '#domain/evidence/model.ts';
import type { EvidenceRow } from '#domain/evidence/queries.server.ts';
import { kindLabel } from '#domain/protocol/model.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import {
	aside,
	heading,
	type Paper,
	type PaperBlock,
	type PaperCell,
	paragraphs,
} from '#platform/print/paper.ts';

type Piece = Pick<
	EvidenceRow,
	| 'lineId'
	| 'kind'
	| 'source'
	| 'activity'
	| 'seen'
	| 'soWhat'
	| 'pupilYear'
	| 'pupilWords'
	| 'contradictsHost'
	| 'outsideFocus'
	| 'withdrawn'
> & { photos: readonly { description: string }[] };

/** What a record is made of: the evidence its reader may read, oldest first. */
export interface Recorded {
	protocol: Pick<Protocol, 'evidence'>;
	host: string;
	facts: readonly { term: string; words: string }[];
	/** Who reads evidence of this review, as a sentence. */
	readers: string;
	lines: readonly { id: string; letter: string; question: string }[];
	evidence: readonly Piece[];
	/** The team's own copy, with what lies outside the focus and is kept apart (CSC-26). Nobody else's has it. */
	forTeam: boolean;
}

/**
 * All evidence in two columns (CSC-11), line by line: what was seen, and what the reviewer made of it with kind and source. Nobody
 * is named, neither who was seen nor who saw. Null where nothing stands.
 */
export function recordPaper({
	protocol,
	host,
	facts,
	readers,
	lines,
	evidence,
	forTeam,
}: Recorded): Paper | null {
	const standing = evidence.filter(({ withdrawn }) => withdrawn === null);
	const isApart = (piece: Piece) => isKeptApart(piece, protocol.evidence);
	const within = standing.filter((piece) => !isApart(piece));
	const apart = forTeam ? standing.filter(isApart) : [];
	if (within.length + apart.length === 0) return null;
	const table = (pieces: readonly Piece[]) => tabled(protocol, pieces);
	const none = within.filter(({ lineId }) => !lines.some(({ id }) => id === lineId));
	return {
		title: `What was seen at ${host}`,
		kicker: 'Evidence record',
		authors: [],
		restriction: `${readers} Not exempt from the law on access to information.`,
		blocks: [
			{ is: 'facts', facts },
			...lines.flatMap(({ id, letter, question }): PaperBlock[] => [
				heading(1, `${letter}: ${question}`),
				...table(within.filter(({ lineId }) => lineId === id)),
			]),
			...(none.length > 0
				? [heading(1, lines.length > 0 ? 'On no line of enquiry' : 'What was seen'), ...table(none)]
				: []),
			...(apart.length > 0 ? [heading(1, 'Outside the focus, kept apart'), ...table(apart)] : []),
		],
	};
}

function tabled(protocol: Recorded['protocol'], pieces: readonly Piece[]): PaperBlock[] {
	if (pieces.length === 0) return [aside('Nothing was written down.')];
	const { columns } = protocol.evidence;
	return [
		{
			is: 'table',
			columns: [
				{ label: columns.seen, share: 1 },
				{ label: columns.soWhat, share: 1 },
			],
			rows: pieces.map((piece) => [seen(piece), soWhat(protocol, piece)]),
		},
	];
}

const seen = (piece: Piece): PaperCell => [
	...paragraphs(piece.seen),
	...(piece.pupilYear ? [aside(piece.pupilWords ? `A pupil, ${piece.pupilYear}` : piece.pupilYear)] : []),
	...piece.photos.map(({ description }) => aside(description ? `Photo: ${description}` : 'With a photo')),
];

const soWhat = ({ evidence }: Recorded['protocol'], piece: Piece): PaperCell => [
	...paragraphs(piece.soWhat),
	aside(
		[
			kindLabel({ evidence }, piece.kind),
			evidence.sources.find(({ key }) => key === piece.source)?.label ?? piece.source,
			...(piece.activity ? [piece.activity] : []),
		].join(', ') +
			(piece.contradictsHost ? '. The school’s own view differs.' : '') +
			(piece.outsideFocus ? '. Outside the focus.' : ''),
	),
];
