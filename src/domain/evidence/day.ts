import type { HeldAs } from '#domain/protocol/of-kind.ts';
import type { Line, TimetableEntry } from '#domain/review/queries.server.ts';
import type { Readers } from '#domain/review/readers.ts';
import type { DayPhoto } from './photo.ts';

interface Named {
	value: string;
	label: string;
}

export type DayLine = Line;
export type DayActivity = TimetableEntry;

/** A piece of evidence as the day's screens show it. */
export interface DayPiece {
	id: string;
	authorId: string;
	author: string;
	activityId: string | null;
	lineId: string | null;
	source: string;
	kind: string;
	seen: string;
	soWhat: string;
	contradictsHost: boolean;
	outsideFocus: boolean;
	pupilYear: string;
	/** What was seen is what a pupil said, word for word. */
	pupilWords: boolean;
	/** When it was written down, as an ISO instant. */
	recordedAt: string;
	version: number;
	/** Null while the piece stands. */
	withdrawn: { by: string; reason: string } | null;
	/** How many standing findings rest on it. */
	citedBy: number;
	/** Who of the team let the host read what is kept apart, and when, as an ISO instant; null while nobody has. */
	shown: { by: string; at: string } | null;
	/** It was shown until its words or photos changed. */
	changedSinceShown: boolean;
	photos: DayPhoto[];
}

/** How far a day is behind its timetable, by the word of one of the team. */
export interface SaidPace {
	/** 'YYYY-MM-DD'. */
	day: string;
	minutesBehind: number;
	by: string;
	/** When it was said, as an ISO instant. */
	saidAt: string;
}

/** All of a review that its day needs: what the server gives, and what a device keeps to work without it. */
export interface Day {
	reviewId: string;
	/** How often it had changed when it was read: what tells a device whether what it keeps is the latest. */
	news: number;
	/** Whose view of it this is. */
	personId: string;
	hostName: string;
	focus: string;
	heldAs: HeldAs;
	/** The partnership's own words, as its protocol explains them. */
	vocabulary: readonly { term: string; means: string }[];
	firstDay: string | null;
	lastDay: string | null;
	/** A joint session need have no lines and no timetable. */
	plans: boolean;
	columns: { seen: string; soWhat: string };
	kinds: Named[];
	sources: Named[];
	lines: DayLine[];
	activities: DayActivity[];
	team: { id: string; name: string; role: string }[];
	/** What the protocol says on evidence outside the focus and on suggestions, in sentences. */
	bounds: string[];
	readers: Readers;
	/** Whether photos may hang on a piece. */
	takesPhotos: boolean;
	outsideFocusAllowed: boolean;
	/** What lies outside the focus stands apart from the lines (CSC-26). */
	keepsApart: boolean;
	/** How many days what a device has sent stays on it, and this day after its last. */
	daysOnDevice: number;
	/** Whether this person may let the host read a piece that is kept apart, or take that back. */
	shows: boolean;
	/** They are not among the readers of this review's evidence: of it they read what the team has shown them, and nothing else. */
	onlyShown: boolean;
	/** Whether this person may write evidence down now; `closed` says why nobody can. */
	captures: boolean;
	closed: string | null;
	/** What the team has said on how far the day is behind its timetable, a word a day at most: the last. */
	pace: SaidPace[];
	evidence: DayPiece[];
}

/** A piece in words: what its keys stand for in this review. */
export interface LabelledPiece extends DayPiece {
	letter: string | null;
	activity: string | null;
	kindLabel: string;
	sourceLabel: string;
	/** Outside the focus, where the protocol keeps that apart. */
	apart: boolean;
}

const labelOf = (named: readonly Named[], key: string): string =>
	named.find(({ value }) => value === key)?.label ?? key;

/** Names what a piece names by key; a line dropped since has no letter any more. */
export const labelled = (
	day: Pick<Day, 'lines' | 'activities' | 'kinds' | 'sources' | 'keepsApart'>,
	piece: DayPiece,
): LabelledPiece => ({
	...piece,
	letter: day.lines.find(({ id }) => id === piece.lineId)?.letter ?? null,
	activity: day.activities.find(({ id }) => id === piece.activityId)?.title ?? null,
	kindLabel: labelOf(day.kinds, piece.kind),
	sourceLabel: labelOf(day.sources, piece.source),
	apart: piece.outsideFocus && day.keepsApart,
});

/** What is on at a moment, as walls at the school show it; a person's own activity before others'. */
export function activityNow(
	activities: readonly DayActivity[],
	{ day, time }: { day: string; time: string },
	personId: string,
): DayActivity | undefined {
	const on = activities.filter(
		(activity) => activity.day === day && activity.starts <= time && time < activity.ends,
	);
	return on.find(({ people }) => people.some(({ id }) => id === personId)) ?? on[0];
}
