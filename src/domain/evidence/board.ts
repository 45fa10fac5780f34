import { type Day, type DayActivity, type DayLine, labelled, type LabelledPiece } from './day.ts';
import { triangulate } from './model.ts';

interface Named {
	value: string;
	label: string;
}

/** A source that says nothing on a line yet, though it could. */
export interface Gap {
	source: Named;
	/** On how many of the other lines it has said something. */
	elsewhere: number;
	/** Still to come for this line, of a kind that brings such evidence; null where nothing is. */
	filledBy: DayActivity | null;
}

/** What stands under one line of enquiry, or about one year group where a review has no lines. */
export interface BoardRow {
	key: string;
	/** Null gathers what belongs to no line. */
	line: DayLine | null;
	/** Which pupils it is about, where rows are year groups; else null. */
	yearGroup: string | null;
	total: number;
	/** One by source of the board, in their order. */
	cells: { source: Named; pieces: LabelledPiece[] }[];
	/** Kinds of evidence that are there, with how many pieces. */
	kinds: { label: string; count: number }[];
	/** All comes from one source: ask what another would say (NFS-19). */
	singleSource: boolean;
	/** Something differs from the host's own view (CSC-13). */
	contradicted: boolean;
	/** At most three, the most telling first: what most other lines have, then what nothing to come will bring. */
	gaps: Gap[];
	/** Activities for this line that have not begun. */
	toCome: DayActivity[];
}

/** Lines against sources: what the team has, and what to look for while there is time. */
export interface Board {
	rows: BoardRow[];
	/** Sources that have said something, in the protocol's order. */
	sources: Named[];
	/** Sources of the protocol from which there is nothing at all. */
	silent: Named[];
	/** Outside the focus and kept apart (CSC-26). */
	parked: LabelledPiece[];
}

const mostGaps = 3;

/**
 * The board of a review's day. A session without lines and timetable (CSC-28) is laid out by the year groups that it is about.
 * @param now what walls at the school show
 */
export function boardOf(day: Day, now: { day: string; time: string }): Board {
	const standing = day.evidence
		.filter(({ withdrawn }) => withdrawn === null)
		.map((piece) => labelled(day, piece));
	const counted = standing.filter(({ apart }) => !apart);
	const used = new Set(counted.map(({ source }) => source));
	const known = new Set(day.sources.map(({ value }) => value));
	const sources = [
		...day.sources.filter(({ value }) => used.has(value)),
		...[...used].filter((value) => !known.has(value)).map((value) => ({ value, label: value })),
	];
	const rows = rowsOf(day, counted, sources);
	const lined = rows.filter(({ line }) => line !== null);
	return {
		rows: rows.map((row) => {
			if (!row.line) return row;
			const toCome = toComeFor(row.line, day.activities, now);
			return { ...row, toCome, gaps: gapsOf(row, { day, lined, toCome, brings: bringing(day, counted) }) };
		}),
		sources,
		silent: day.sources.filter(({ value }) => !used.has(value)),
		parked: standing.filter(({ apart }) => apart),
	};
}

function rowsOf(day: Day, counted: readonly LabelledPiece[], sources: readonly Named[]): BoardRow[] {
	const byYear = day.lines.length === 0;
	// A line dropped since has no letter: what was seen for it belongs to none.
	const keyOf = (piece: LabelledPiece): string | null =>
		byYear ? piece.pupilYear || null : piece.letter === null ? null : piece.lineId;
	const keyed = counted.map((piece) => ({ ...piece, lineId: keyOf(piece) }));
	const keys = byYear ? yearsIn(keyed) : day.lines.map(({ id }) => id);
	const standings = triangulate(
		keyed,
		keys,
		sources.map(({ value }) => value),
	);
	return standings.map(({ lineId: key, total, singleSource, contradicted }) => {
		const own = counted.filter((piece) => keyOf(piece) === key);
		return {
			key: key ?? 'none',
			line: day.lines.find(({ id }) => id === key) ?? null,
			yearGroup: byYear ? key : null,
			total,
			cells: sources.map((source) => ({
				source,
				pieces: own.filter((piece) => piece.source === source.value),
			})),
			kinds: day.kinds.flatMap(({ value, label }) => {
				const count = own.filter(({ kind }) => kind === value).length;
				return count > 0 ? [{ label, count }] : [];
			}),
			singleSource,
			contradicted,
			gaps: [],
			toCome: [],
		};
	});
}

const yearsIn = (pieces: readonly { lineId: string | null }[]): string[] =>
	[...new Set(pieces.map(({ lineId }) => lineId))]
		.filter((year) => year !== null)
		.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));

const toComeFor = (
	{ id }: DayLine,
	activities: readonly DayActivity[],
	now: { day: string; time: string },
): DayActivity[] =>
	activities.filter(
		({ day, starts, lines }) =>
			lines.some((line) => line.id === id) && (day > now.day || (day === now.day && starts > now.time)),
	);

/** Whether an activity brings evidence from a source: others of its kind have, or the two go by one key. */
function bringing(day: Day, counted: readonly LabelledPiece[]) {
	const kinds = new Map(day.activities.map(({ id, kind }) => [id, kind]));
	const seen = new Set(
		counted.flatMap(({ activityId, source }) => {
			const kind = activityId === null ? undefined : kinds.get(activityId);
			return kind === undefined ? [] : [`${kind} ${source}`];
		}),
	);
	return ({ kind }: DayActivity, source: string): boolean => kind === source || seen.has(`${kind} ${source}`);
}

/** Sources that other lines have, or that an activity still to come brings, and this line lacks. One without anything yet needs no list. */
function gapsOf(
	row: BoardRow,
	{
		day,
		lined,
		toCome,
		brings,
	}: {
		day: Day;
		lined: readonly BoardRow[];
		toCome: readonly DayActivity[];
		brings: (activity: DayActivity, source: string) => boolean;
	},
): Gap[] {
	if (row.total === 0) return [];
	const has = ({ cells }: BoardRow, source: string) =>
		cells.some((cell) => cell.source.value === source && cell.pieces.length > 0);
	return day.sources
		.filter(({ value }) => !has(row, value))
		.map((source) => ({
			source,
			elsewhere: lined.filter((other) => other.key !== row.key && has(other, source.value)).length,
			filledBy: toCome.find((activity) => brings(activity, source.value)) ?? null,
		}))
		.filter(({ elsewhere, filledBy }) => elsewhere > 0 || filledBy !== null)
		.toSorted(
			(a, b) => b.elsewhere - a.elsewhere || Number(a.filledBy !== null) - Number(b.filledBy !== null),
		)
		.slice(0, mostGaps);
}
