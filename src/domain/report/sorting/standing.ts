import type { FieldErrors } from '#platform/outcome.ts';

/** How a finding stands, as far as sorting changes it. Withdrawn ones are kept and stand no longer; they may stand again. */
export interface Standing {
	id: string;
	stands: boolean;
	kind: string;
	lineId: string | null;
	seen: string;
	effect: string;
	/** Its place among all findings of the review; nothing but the order counts. */
	position: number;
	version: number;
	/** Ids of what it cites, each once, in their order. */
	evidence: readonly string[];
}

/** What a deed makes of the findings: those that are otherwise afterwards, none where nothing changes; or why it cannot. */
export type Sorted = { after: Standing[] } | { refused: FieldErrors };

export const gone = 'Somebody has taken this finding out meanwhile. The board shows how it stands now.';
const lastPiece =
	'A finding rests on evidence, and nothing would be left under this one. Put another piece in first, or withdraw the finding.';
const mostPieces = 100;
export const longestWords = 4000;

const refuse = (words: string): Sorted => ({ refused: { '': words } });
const standingAt = (all: readonly Standing[], id: string) => all.find((one) => one.id === id && one.stands);

/** Each once, in their order. */
export const eachOnce = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

/**
 * Takes pieces out of one finding, puts them into another, or both. What somebody else has moved meanwhile is not moved again:
 * `from` is where they were seen, `'loose'` in no finding at all; null where it does not matter, since one piece may bear on several.
 */
export function placed(
	all: readonly Standing[],
	pieces: readonly string[],
	from: string | 'loose' | null,
	into: string | null,
): Sorted {
	if (from === into) return { after: [] };
	const source = from === null || from === 'loose' ? null : standingAt(all, from);
	const target = into === null ? null : standingAt(all, into);
	if (source === undefined || target === undefined) return refuse(gone);
	const citedIn = (one: Standing) => pieces.filter((piece) => one.evidence.includes(piece));
	// Sent again, or two who did the same.
	const arrived = target === null || citedIn(target).length === pieces.length;
	const left = source === null || citedIn(source).length === 0;
	if (arrived && left) return { after: [] };
	const moved = source
		? citedIn(source).length < pieces.length
		: from === 'loose' && all.some((one) => one.stands && citedIn(one).length > 0);
	if (moved) return refuse('Somebody has moved this evidence meanwhile. The board shows where it is now.');
	const after: Standing[] = [];
	if (source) {
		const evidence = source.evidence.filter((piece) => !pieces.includes(piece));
		if (evidence.length === 0) return refuse(lastPiece);
		after.push({ ...source, evidence });
	}
	if (target && !arrived) {
		const evidence = eachOnce([...target.evidence, ...pieces]);
		if (evidence.length > mostPieces) return refuse(`A finding cites ${mostPieces} pieces at most.`);
		after.push({ ...target, evidence });
	}
	return { after };
}

/** Puts a finding before another, or last of all, and among those of a kind. */
export function arranged(all: readonly Standing[], id: string, kind: string, before: string | null): Sorted {
	const finding = standingAt(all, id);
	if (!finding) return refuse(gone);
	if (before === id) return { after: [] };
	const alike = inOrder(all).filter((one) => one.stands && one.kind === kind && one.id !== id);
	const next = alike.find((one) => one.id === before);
	const follows = inOrder(all).find(
		(one) => one.stands && one.kind === kind && one.position > finding.position,
	);
	if (finding.kind === kind && follows?.id === next?.id) return { after: [] };
	return { after: between(all, { ...finding, kind }, next ?? null) };
}

/** Brings findings together into one: nothing of their words is left out, and all they rest on is under it, once. */
export function merged(all: readonly Standing[], into: string, ids: readonly string[]): Sorted {
	const target = standingAt(all, into);
	const others = inOrder(all).filter((one) => one.stands && one.id !== into && ids.includes(one.id));
	const asked = new Set(ids.filter((id) => id !== into));
	if (!target || others.length < asked.size) return refuse(gone);
	if (others.length === 0) return refuse('Choose at least two findings to bring together.');
	const together = [target, ...others];
	const said = (words: (one: Standing) => string) => [...new Set(together.map(words))].join('\n\n');
	const after = {
		...target,
		lineId: target.lineId ?? others.find(({ lineId }) => lineId !== null)?.lineId ?? null,
		seen: said(({ seen }) => seen),
		effect: said(({ effect }) => effect),
		evidence: eachOnce(together.flatMap(({ evidence }) => evidence)),
	};
	if (after.seen.length > longestWords || after.effect.length > longestWords)
		return refuse('Together their words are too long for one finding. Shorten one of them first.');
	if (after.evidence.length > mostPieces) return refuse(`A finding cites ${mostPieces} pieces at most.`);
	return { after: [after, ...others.map((one) => ({ ...one, stands: false }))] };
}

/** Makes a finding of its own of some of what another rests on; it comes right after that one. */
export function split(
	all: readonly Standing[],
	id: string,
	parted: Pick<Standing, 'id' | 'kind' | 'seen' | 'effect'> & { evidence: readonly string[] },
): Sorted {
	const finding = standingAt(all, id);
	if (!finding) return refuse(gone);
	if (!parted.evidence.every((piece) => finding.evidence.includes(piece)))
		return { refused: { evidence: 'Some of it is not under this finding any more. Tick what is.' } };
	const evidence = finding.evidence.filter((piece) => !parted.evidence.includes(piece));
	if (evidence.length === 0)
		return { refused: { evidence: 'Leave at least one piece under the first finding.' } };
	const made = { ...finding, ...parted, version: 1 };
	const next = inOrder(all).find(({ position }) => position > finding.position);
	return { after: [{ ...finding, evidence }, ...between(all, made, next ?? null)] };
}

export function withdrawn(all: readonly Standing[], id: string): Sorted {
	const finding = all.find((one) => one.id === id);
	if (!finding) return refuse(gone);
	return { after: finding.stands ? [{ ...finding, stands: false }] : [] };
}

/** Puts findings back as they stood before a step. Where another has its place meanwhile, it comes right after that one. */
export function takenBack(
	all: readonly Standing[],
	before: readonly Omit<Standing, 'version'>[],
): Standing[] {
	return before.flatMap((earlier) => {
		const now = all.find(({ id }) => id === earlier.id);
		if (!now) return [];
		const finding = { ...now, ...earlier };
		const others = all.filter(({ id }) => id !== finding.id);
		const taken = others.some(({ stands, position }) => stands && position === finding.position);
		if (!finding.stands || !taken) return [finding];
		const next = inOrder(others).find(({ position }) => position > finding.position);
		return between(others, finding, next ?? null);
	});
}

const inOrder = (all: readonly Standing[]) =>
	all.toSorted((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));

export const afterAll = (all: readonly Standing[]): number =>
	Math.floor(Math.max(0, ...all.map(({ position }) => position))) + 1;

/** A finding put before another, or last; where two lie too close for anything between them all are spaced anew. */
function between(all: readonly Standing[], finding: Standing, next: Standing | null): Standing[] {
	const others = inOrder(all.filter(({ id }) => id !== finding.id));
	if (!next) return [{ ...finding, position: afterAll(others) }];
	const previous = others.filter(({ position }) => position < next.position).at(-1)?.position;
	const position = previous === undefined ? next.position - 1 : (previous + next.position) / 2;
	if (position < next.position && (previous === undefined || position > previous))
		return [{ ...finding, position }];
	const at = others.findIndex(({ id }) => id === next.id);
	const anew = others.toSpliced(at, 0, finding).map((one, index) => ({ ...one, position: index + 1 }));
	return anew.filter((one) => one.position !== all.find(({ id }) => id === one.id)?.position);
}
