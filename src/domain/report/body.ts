import { isKeptApart } from '#domain/evidence/model.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import type { Block } from './document/blocks.ts';

/** The report as one edition holds it, whole: what is signed, published and printed. */
export interface EditionBody {
	host: string;
	kind: string;
	focus: string;
	firstDay: string | null;
	lastDay: string | null;
	team: { name: string; role: string }[];
	headings: EditionHeading[];
}

export interface EditionHeading {
	key: string;
	label: string;
	/** What is written under it, findings among it where the writers put them; those they put nowhere come last. */
	blocks: EditionBlock[];
}

export type EditionBlock = Exclude<Block, { is: 'finding' }> | { is: 'finding'; finding: EditionFinding };

export interface EditionFinding {
	id: string;
	seen: string;
	effect: string;
	/** The letter of the line of enquiry it answers, where it answers one. */
	letter: string | null;
	/** How many pieces of evidence it rests on, and from which sources, in words. */
	evidence: number;
	sources: string[];
	/** Something it rests on differs from the host's own view (CSC-13). */
	contradictsHost: boolean;
	/** All it rests on lies outside the focus (CSC-26); left out of the many that lie within. */
	outsideFocus?: true;
	/** Pupils' words among its evidence, quoted with the year group alone (CEN-5); none that are kept apart (CSC-26). */
	pupils: { words: string; year: string }[];
}

/** A finding as it is being written, with what it rests on. */
export interface WrittenFinding {
	id: string;
	kind: string;
	seen: string;
	effect: string;
	letter: string | null;
	/** Those pieces that it rests on and that its reader may read. */
	evidence: CitedEvidence[];
	restsOn: RestsOn;
}

/** What a finding rests on, without a word of it: the same for everybody who reads the finding. */
export interface RestsOn {
	/** How many pieces it cites, and how many of them are not withdrawn; the rest tells of those. */
	cites: number;
	standing: number;
	sources: string[];
	contradictsHost: boolean;
	/** There are some, and all of them lie there. */
	outsideFocus: boolean;
}

export interface CitedEvidence {
	seen: string;
	pupilYear: string;
	pupilWords: boolean;
	outsideFocus: boolean;
	withdrawn: boolean;
}

/**
 * Brings together what is written under the protocol's headings, in its order. A finding stands once, where it was put first,
 * else at the end of the heading for its kind. Withdrawn evidence counts for nothing.
 */
export function headingsOf(
	protocol: Protocol,
	findings: readonly WrittenFinding[],
	parts: ReadonlyMap<string, readonly Block[]>,
): EditionHeading[] {
	const left = new Map(findings.map((finding) => [finding.id, finding]));
	const take = (finding: WrittenFinding): EditionBlock => {
		left.delete(finding.id);
		return { is: 'finding', finding: asPrinted(protocol, finding) };
	};
	const headings = protocol.report.headings.map(({ key, label, kinds }) => ({
		key,
		label,
		kinds,
		blocks: (parts.get(key) ?? []).flatMap((block): EditionBlock[] => {
			if (block.is !== 'finding') return [block];
			const finding = left.get(block.id);
			return finding ? [take(finding)] : [];
		}),
	}));
	return headings.map(({ key, label, kinds, blocks }) => ({
		key,
		label,
		blocks: [...blocks, ...[...left.values()].filter(({ kind }) => kinds.includes(kind)).map(take)],
	}));
}

/** Each finding with the heading under whose words it stands where the writers put it nowhere else. */
export const findingsAtHome = (
	protocol: Protocol,
	findings: readonly WrittenFinding[],
): { heading: string; finding: EditionFinding }[] =>
	headingsOf(protocol, findings, new Map()).flatMap((heading) =>
		findingsIn(heading).map((finding) => ({ heading: heading.key, finding })),
	);

/** The findings among what is written under a heading. */
export const findingsIn = ({ blocks }: EditionHeading): EditionFinding[] =>
	blocks.flatMap((block) => (block.is === 'finding' ? [block.finding] : []));

/** A body as it was kept before the report was a joint document: findings first, then words, a line a paragraph. */
export interface EarlierHeading {
	key: string;
	label: string;
	words: string;
	findings: EditionFinding[];
}

export const inBlocks = (heading: EditionHeading | EarlierHeading): EditionHeading =>
	'blocks' in heading
		? heading
		: {
				key: heading.key,
				label: heading.label,
				blocks: [
					...heading.findings.map((finding): EditionBlock => ({ is: 'finding', finding })),
					...heading.words
						.split('\n')
						.filter((words) => words.trim() !== '')
						.map((words): EditionBlock => ({ is: 'paragraph', runs: [{ words }] })),
				],
			};

function asPrinted(protocol: Protocol, { restsOn, ...finding }: WrittenFinding): EditionFinding {
	return {
		id: finding.id,
		seen: finding.seen,
		effect: finding.effect,
		letter: finding.letter,
		evidence: restsOn.standing,
		sources: protocol.evidence.sources
			.filter(({ key }) => restsOn.sources.includes(key))
			.map(({ label }) => label),
		contradictsHost: restsOn.contradictsHost,
		...(restsOn.outsideFocus && { outsideFocus: true }),
		pupils: finding.evidence
			// What is kept apart is the team's, piece by piece, also where a finding rests on it.
			.filter((piece) => piece.pupilWords && !piece.withdrawn && !isKeptApart(piece, protocol.evidence))
			.map(({ seen, pupilYear }) => ({ words: withoutMarks(seen), year: pupilYear })),
	};
}

/** Screen and print set the quotation marks. */
const withoutMarks = (words: string) => words.replace(/^[“‘"']([^“”"]*)[”’"']$/u, '$1');

/** The kinds of finding that have a heading to stand under; others never reach the report and are not offered. */
export const findingKinds = (protocol: Protocol): { key: string; label: string }[] =>
	protocol.evidence.kinds.filter(({ key }) =>
		protocol.report.headings.some(({ kinds }) => kinds.includes(key)),
	);
