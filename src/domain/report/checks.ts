import type { Protocol } from '#domain/protocol/schema.ts';
import { findingsOfKinds } from '#domain/protocol/words/phrases.ts';
import { beginning } from './beginning.ts';
import type { EditionHeading, WrittenFinding } from './body.ts';

/** Something that stands between the report and its signatures, and the heading or finding it is about. */
export interface Check {
	about: { heading: string } | { finding: string };
	words: string;
}

/**
 * What must be put right before the report is signed; empty when it can be. Every heading of the protocol's proforma says
 * something (CSC-14), areas for development keep to the agreed number (KSA-15), every finding rests on evidence that stands.
 */
export function checksBeforeSigning(
	protocol: Protocol,
	findings: readonly WrittenFinding[],
	headings: readonly EditionHeading[],
): Check[] {
	return [...emptyHeadings(headings), ...tooManyDevelopments(protocol, findings), ...adrift(findings)];
}

function emptyHeadings(headings: readonly EditionHeading[]): Check[] {
	return headings
		.filter(({ blocks }) => blocks.length === 0)
		.map(({ key, label }) => ({
			about: { heading: key },
			words: `Nothing stands under ‘${label}’ yet. If there is nothing to say, say so there.`,
		}));
}

function tooManyDevelopments(protocol: Protocol, findings: readonly WrittenFinding[]): Check[] {
	const { developments, headings } = protocol.report;
	const isOne = (kind: string) => developments.kinds.includes(kind);
	const count = findings.filter(({ kind }) => isOne(kind)).length;
	if (developments.atMost === undefined || count <= developments.atMost) return [];
	const heading = headings.find(({ kinds }) => kinds.some(isOne))?.key ?? '';
	return [
		{
			about: { heading },
			words: `There are ${count} ${findingsOfKinds(protocol, developments.kinds)}; you agreed on ${developments.atMost} at most. Bring some together or leave some out.`,
		},
	];
}

function adrift(findings: readonly WrittenFinding[]): Check[] {
	return findings
		.filter(({ restsOn }) => restsOn.cites > 0 && restsOn.standing === 0)
		.map(({ id, seen }) => ({
			about: { finding: id },
			words: `‘${beginning(seen)}’ rests on no evidence any more. Cite some that stands, or withdraw the finding.`,
		}));
}
