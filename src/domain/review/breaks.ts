import { minutesOf, type WallTime } from '#domain/calendar/clock.ts';
import { asPeopleSay } from '#domain/calendar/day.ts';

interface Busy {
	day: string;
	starts: WallTime;
	ends: WallTime;
	people: readonly { id: string; name: string }[];
}

/** A pause shorter than this is walking from one room to the next. */
const pause = 10;

/**
 * Who goes on for longer than `longest` minutes without a break, a sentence each, with the day where there are several: advice for whoever makes the timetable,
 * not a refusal. An activity of the kind 'break' is left out by the caller.
 */
export function withoutBreak(activities: readonly Busy[], longest: number): string[] {
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
