import { addDays, asPeopleSay, weekday, type Day } from '#domain/calendar/day.ts';

export const unsuitableKinds = ['cannot', 'if need be'] as const;
export type UnsuitableKind = (typeof unsuitableKinds)[number];

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;

/** Days that do not suit somebody: all from one to another, or one weekday of each week between them. */
export interface Unsuitable {
	kind: UnsuitableKind;
	fromDay: Day;
	toDay: Day;
	/** 1 for Monday; null for every day. */
	weekday: number | null;
}

/** As their own person sees them. */
export interface OwnUnsuitable extends Unsuitable {
	id: string;
	words: string;
}

/** Whether two name the same days in the same way, whatever is noted beside them. */
export const areSame = (one: Unsuitable, other: Unsuitable): boolean =>
	one.kind === other.kind &&
	one.fromDay === other.fromDay &&
	one.toDay === other.toDay &&
	one.weekday === other.weekday;

/** More than anybody has; the next is refused with a sentence. */
export const mostUnsuitable = 300;

/** As far as a standing rule may reach: the rest of this school year and two more. */
export const furthestDays = 1100;

/** 'Every Monday from 7 September 2026 to 23 July 2027', 'Tuesday 4 May 2027', '4 to 6 May 2027' as full days. */
export function unsuitableInWords({ fromDay, toDay, weekday: each }: Unsuitable): string {
	const [from, to] = [asPeopleSay(fromDay), asPeopleSay(toDay)];
	if (each !== null) return `Every ${weekdayNames[each - 1] ?? 'weekend day'} from ${from} to ${to}`;
	return fromDay === toDay ? from : `${from} to ${to}`;
}

/** Whether a rule names a day at all: there may be no Friday between two days. */
export function namesADay({ fromDay, toDay, weekday: each }: Unsuitable): boolean {
	if (each === null) return true;
	for (let day = fromDay, left = 7; day <= toDay && left > 0; day = addDays(day, 1), left -= 1)
		if (weekday(day) === each) return true;
	return false;
}

/** What somebody's own entries say of some days; 'cannot' stands before 'if need be', and a day of which they say nothing is left out. */
export const kindsOn = (entries: readonly Unsuitable[], days: readonly Day[]): Map<Day, UnsuitableKind> =>
	new Map(
		days.flatMap((day) => {
			const kinds = entries
				.filter(
					({ fromDay, toDay, weekday: each }) =>
						fromDay <= day && day <= toDay && (each === null || each === weekday(day)),
				)
				.map(({ kind }) => kind);
			const worst = unsuitableKinds.find((kind) => kinds.includes(kind));
			return worst ? [[day, worst] as const] : [];
		}),
	);

/** Days of somebody that do not suit, as others learn them. */
export interface UnsuitableDay {
	personId: string;
	day: Day;
	kind: UnsuitableKind;
}

/** 'Can’t on Tuesday 4 May 2027.', 'Only if need be on …', the worse first; empty where all suit. */
export function clashesInWords(days: readonly Pick<UnsuitableDay, 'day' | 'kind'>[]): string[] {
	const said = { cannot: 'can’t on', 'if need be': 'only if need be on' };
	return unsuitableKinds.flatMap((kind) => {
		const own = days.filter((one) => one.kind === kind).map(({ day }) => asPeopleSay(day));
		return own.length === 0 ? [] : [`${said[kind]} ${own.join(' and ')}`];
	});
}
