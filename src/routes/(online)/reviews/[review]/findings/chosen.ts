/** Which pieces of evidence the board shows, as its address says: '' is any. */
export interface Chosen {
	/** Also what is in a finding already. */
	show: '' | 'all';
	/** The id of a line of enquiry; 'none' for pieces on no line. */
	line: string;
	source: string;
	kind: string;
}

export const chosenIn = (search: Pick<URLSearchParams, 'get'>): Chosen => ({
	show: search.get('show') === 'all' ? 'all' : '',
	line: search.get('line') ?? '',
	source: search.get('source') ?? '',
	kind: search.get('kind') ?? '',
});

export const isShown = (
	{ show, line, source, kind }: Chosen,
	piece: { citedBy: number; lineId: string | null; source: string; kind: string },
): boolean =>
	(show === 'all' || piece.citedBy === 0) &&
	['', piece.lineId ?? 'none'].includes(line) &&
	['', piece.source].includes(source) &&
	['', piece.kind].includes(kind);
