import type { Protocol } from '#domain/protocol/schema.ts';
import { findingsOfKinds } from '#domain/protocol/words/phrases.ts';
import { beginning } from '../beginning.ts';
import type { EditionHeading, WrittenFinding } from '../body.ts';
import type { Entry } from './entry.ts';

/** A comment as it matters here. */
export interface Said {
	id: string;
	heading: string;
	words: string;
	author: string;
	settled: object | null;
}

/**
 * What must be put right before the report is signed; empty when it can be. Every heading of the protocol's proforma says
 * something (CSC-14), areas for development keep to the agreed number (KSA-15), every finding rests on evidence that stands. And
 * every comment is settled: whoever made it would sign with it unanswered, and anybody who writes can settle it.
 */
export const standsBetween = (
	protocol: Protocol,
	findings: readonly WrittenFinding[],
	headings: readonly EditionHeading[],
	comments: readonly Said[],
): Entry[] => [
	...emptyHeadings(headings),
	...tooManyDevelopments(protocol, findings),
	...adrift(findings),
	...unsettled(headings, comments),
];

const emptyHeadings = (headings: readonly EditionHeading[]): Entry[] =>
	headings
		.filter(({ blocks }) => blocks.length === 0)
		.map(({ key, label }) => ({
			place: { heading: key },
			words: `Nothing stands under ‘${label}’ yet. If there is nothing to say, say so there.`,
		}));

function tooManyDevelopments(protocol: Protocol, findings: readonly WrittenFinding[]): Entry[] {
	const { developments, headings } = protocol.report;
	const isOne = (kind: string) => developments.kinds.includes(kind);
	const count = findings.filter(({ kind }) => isOne(kind)).length;
	if (developments.atMost === undefined || count <= developments.atMost) return [];
	const heading = headings.find(({ kinds }) => kinds.some(isOne))?.key ?? '';
	return [
		{
			place: { heading },
			words: `There are ${count} ${findingsOfKinds(protocol, developments.kinds)}; you agreed on ${developments.atMost} at most. Bring some together or leave some out.`,
		},
	];
}

const adrift = (findings: readonly WrittenFinding[]): Entry[] =>
	findings
		.filter(({ restsOn }) => restsOn.cites > 0 && restsOn.standing === 0)
		.map(({ id, seen }) => ({
			place: { finding: id },
			words: `‘${beginning(seen)}’ rests on no evidence any more. Cite some that stands, or withdraw the finding.`,
		}));

/** Of headings that there are: what is said about another is shown nowhere, and nobody could settle it. */
const unsettled = (headings: readonly EditionHeading[], comments: readonly Said[]): Entry[] =>
	comments
		.filter(({ settled, heading }) => settled === null && headings.some(({ key }) => key === heading))
		.map(({ id, words, author }) => ({
			place: { comment: id },
			words: `${author}’s comment is not settled: ‘${beginning(words)}’`,
		}));
