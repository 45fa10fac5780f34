import type { Protocol } from '#domain/protocol/schema.ts';

/** Evidence about pupils, and their own words, go by the year group and nothing that says who they are. */
export const yearGroups = [
	'Nursery',
	'Reception',
	'Year 1',
	'Year 2',
	'Year 3',
	'Year 4',
	'Year 5',
	'Year 6',
	'Year 7',
	'Year 8',
	'Year 9',
	'Year 10',
	'Year 11',
	'Year 12',
	'Year 13',
] as const;

/** Whether a piece stands apart from the lines, as the protocol wants of what lies outside the focus (CSC-26). */
export const isKeptApart = (
	{ outsideFocus }: { outsideFocus: boolean },
	rules: Pick<Protocol['evidence'], 'outsideFocus'>,
): boolean => outsideFocus && rules.outsideFocus === 'kept apart';

/** What triangulation looks at in a piece of evidence. */
export interface Ground {
	lineId: string | null;
	source: string;
	contradictsHost: boolean;
}

/** How well one line stands: how many pieces from each source, and what to talk about before anything is concluded. */
export interface Standing {
	/** Null gathers what belongs to no line. */
	lineId: string | null;
	total: number;
	/** As many as there are sources, in their order; a source without evidence counts 0. */
	counts: { source: string; count: number }[];
	/** All there is comes from one source: ask what another would say (NFS-19). */
	singleSource: boolean;
	/** Something seen differs from the host's own view: both stay in sight (CSC-13). */
	contradicted: boolean;
}

/**
 * Lays evidence out over lines and sources (NFS-19). Every line appears, also one with no evidence yet; pieces of no line
 * come last, where there are any.
 */
export function triangulate(
	evidence: readonly Ground[],
	lineIds: readonly string[],
	sources: readonly string[],
): Standing[] {
	const standings = [...lineIds, null].map((lineId) => standing(lineId, evidence, sources));
	return standings.filter(({ lineId, total }) => lineId !== null || total > 0);
}

function standing(lineId: string | null, evidence: readonly Ground[], sources: readonly string[]): Standing {
	const pieces = evidence.filter((piece) => piece.lineId === lineId);
	const counts = sources.map((source) => ({
		source,
		count: pieces.filter((piece) => piece.source === source).length,
	}));
	return {
		lineId,
		total: pieces.length,
		counts,
		singleSource: pieces.length > 0 && new Set(pieces.map(({ source }) => source)).size === 1,
		contradicted: pieces.some(({ contradictsHost }) => contradictsHost),
	};
}
