import { inSeries, kindLabel } from '#domain/protocol/model.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { findingKinds, type RestsOn } from './body.ts';

/** Something to talk about before a finding is agreed. It stands in nobody's way. */
export interface Flag {
	label: string;
	/** What to ask each other. */
	talk: string;
}

interface Flagged {
	kind: string;
	restsOn: RestsOn;
	/** As far as its reader may read it. */
	evidence: readonly { kind: string; withdrawn: boolean }[];
}

/**
 * What to talk about under a finding: that all of it comes from one source (NFS-19), that some of it differs from the host's own
 * view (CSC-13), that its pieces were noted as different things, or that none of them stands any more.
 */
export function flagsOf(protocol: Protocol, finding: Flagged): Flag[] {
	const { cites, standing, sources, contradictsHost } = finding.restsOn;
	const flags: Flag[] = [];
	if (cites > 0 && standing === 0)
		flags.push({
			label: 'Its evidence is withdrawn',
			talk: 'Nothing under it stands any more. Put other evidence under it, or withdraw it.',
		});
	const [source] = sources;
	if (source !== undefined && sources.length === 1) {
		const label = protocol.evidence.sources.find(({ key }) => key === source)?.label ?? source;
		flags.push({
			label: 'One source only',
			talk: `All of it comes from ‘${label}’. What would another source say? If nobody has looked, say so when you speak of it.`,
		});
	}
	if (contradictsHost)
		flags.push({
			label: 'Differs from the school’s view',
			talk: 'Somebody saw something that differs from what the school says of itself. Say both, and ask the school how it explains the difference.',
		});
	const differs = notedDifferently(protocol, finding);
	if (differs) flags.push(differs);
	return flags;
}

/** Pieces noted as saying what could be better, beside pieces noted as another kind of finding. */
function notedDifferently(protocol: Protocol, { evidence }: Flagged): Flag | null {
	const said = new Set(findingKinds(protocol).map(({ key }) => key));
	const noted = evidence.filter(({ kind, withdrawn }) => !withdrawn && said.has(kind));
	const better = noted.filter(({ kind }) => protocol.report.developments.kinds.includes(kind));
	if (better.length === 0 || better.length === noted.length) return null;
	const counts = [...new Set(noted.map(({ kind }) => kind))].map(
		(kind) => `‘${kindLabel(protocol, kind)}’ (${noted.filter((piece) => piece.kind === kind).length})`,
	);
	return {
		label: 'Its evidence says different things',
		talk: `Its pieces were noted as ${inSeries(counts)}. Where was each seen, and does the finding hold for all of it?`,
	};
}
