import { addMinutes, minutesOf } from '#domain/calendar/clock.ts';
import { type Day, type DayActivity, labelled, type LabelledPiece, type SaidPace } from './day.ts';

/** No day runs later than this; more is a slip of the pen. */
export const mostBehind = 240;

/** How far behind a day is where something planned for one time begins at another. What begins early is on time. */
export const behindBy = (planned: string, began: string): number =>
	Math.min(mostBehind, Math.max(0, minutesOf(began) - minutesOf(planned)));

/** An activity on the day as it now runs. */
export interface Running {
	activity: DayActivity;
	state: 'over' | 'now' | 'later';
	/** When it is expected, should the day stay as far behind as was last said. What is over keeps its planned times. */
	starts: string;
	ends: string;
}

/** How a review's day stands at a moment (NFS-3): what the chair keeps focus and time by. */
export interface Pace {
	/** The day of the review that it is, or else the next one, or else the last; null without a timetable. */
	day: string | null;
	/** The day shown is the one that it is. */
	today: boolean;
	/** What was last said of this day; null while nothing was. */
	said: SaidPace | null;
	running: Running[];
	/** What begins next, all that begin together, and in how many minutes. */
	next: { running: Running[]; inMinutes: number } | null;
	/** Each of the team: what they are at, and what comes next for them on this day. */
	people: { id: string; name: string; role: string; at: Running | null; following: Running | null }[];
	/** Seen outside the focus and kept apart: for later, or for the report to leave out. */
	parked: LabelledPiece[];
}

/** @param now what walls at the school show */
export function paceAt(day: Day, now: { day: string; time: string }): Pace {
	const days = [...new Set(day.activities.map((activity) => activity.day))].toSorted();
	const shown = days.find((one) => one >= now.day) ?? days.at(-1) ?? null;
	const today = shown === now.day;
	const said = day.pace.find((one) => one.day === shown) ?? null;
	const behind = said?.minutesBehind ?? 0;
	const running = day.activities
		.filter((activity) => activity.day === shown)
		.map((activity) => runningAt(activity, behind, now))
		.toSorted((a, b) => a.starts.localeCompare(b.starts) || a.ends.localeCompare(b.ends));
	const later = today ? running.filter(({ state }) => state === 'later') : [];
	const next = later.filter(({ starts }) => starts === later[0]!.starts);
	return {
		day: shown,
		today,
		said,
		running,
		next: next[0] ? { running: next, inMinutes: minutesOf(next[0].starts) - minutesOf(now.time) } : null,
		people: day.team.map((person) => ({
			...person,
			at: placeOf(person.id, today ? running.filter(({ state }) => state === 'now') : []),
			following: placeOf(person.id, later),
		})),
		parked: day.evidence
			.filter(({ withdrawn }) => withdrawn === null)
			.map((piece) => labelled(day, piece))
			.filter(({ apart }) => apart),
	};
}

function runningAt(activity: DayActivity, behind: number, now: { day: string; time: string }): Running {
	const starts = addMinutes(activity.starts, behind);
	const ends = addMinutes(activity.ends, behind);
	if (activity.day < now.day || (activity.day === now.day && ends <= now.time))
		return { activity, state: 'over', starts: activity.starts, ends: activity.ends };
	const on = activity.day === now.day && starts <= now.time;
	return { activity, state: on ? 'now' : 'later', starts, ends };
}

/** One's own before what is for everybody, which names nobody. */
const placeOf = (personId: string, running: readonly Running[]): Running | null =>
	running.find(({ activity }) => activity.people.some(({ id }) => id === personId)) ??
	running.find(({ activity }) => activity.people.length === 0) ??
	null;
