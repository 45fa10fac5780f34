import { minutesOf, type WallTime } from '#domain/calendar/clock.ts';
import { asPeopleSay } from '#domain/calendar/day.ts';
import type { Protocol } from '#domain/protocol/schema.ts';

interface Busy {
	kind: string;
	day: string;
	starts: WallTime;
	ends: WallTime;
	people: readonly { id: string; name: string }[];
}

/** A pause shorter than this is walking from one room to the next. */
const pause = 10;

/**
 * Who goes on for longer than the protocol advises without a break, be it an activity of a kind that is one or nothing at
 * all; a sentence each, with the day where there are several. Advice for whoever makes the timetable, not a refusal.
 */
export function withoutBreak(
	timetable: readonly Busy[],
	{ breaks, longestWithoutBreak: longest }: Pick<Protocol['day'], 'breaks' | 'longestWithoutBreak'>,
): string[] {
	const activities = timetable.filter(({ kind }) => !breaks.includes(kind));
	const onSeveral = new Set(activities.map(({ day }) => day)).size > 1;
	const byPerson = new Map<string, (Busy & { name: string })[]>();
	for (const activity of activities)
		for (const { id, name } of activity.people) {
			const key = `${id} ${activity.day}`;
			byPerson.set(key, [...(byPerson.get(key) ?? []), { ...activity, name }]);
		}
	return [...byPerson.values()].flatMap((own) =>
		stretches(own)
			.filter(([from, to]) => minutesOf(to) - minutesOf(from) > longest)
			.map(([from, to]) => {
				const on = onSeveral ? ` on ${asPeopleSay(own[0]!.day)}` : '';
				return `${own[0]!.name} has no break between ${from} and ${to}${on}.`;
			}),
	);
}

function stretches(busy: readonly { starts: WallTime; ends: WallTime }[]): [WallTime, WallTime][] {
	const found: [WallTime, WallTime][] = [];
	for (const { starts, ends } of busy.toSorted((one, other) => one.starts.localeCompare(other.starts))) {
		const last = found.at(-1);
		if (last && minutesOf(starts) - minutesOf(last[1]) < pause) last[1] = ends > last[1] ? ends : last[1];
		else found.push([starts, ends]);
	}
	return found;
}
