import { isBankHoliday } from '#domain/calendar/bank-holidays.ts';
import { londonTime } from '#platform/day.ts';
import { addDays, daysBetween, mondayOf, weekday, type Day } from '#domain/calendar/day.ts';

export const choices = ['daily', 'weekly', 'none'] as const;
/** How often a person wants to be reminded at most. */
export type Choice = (typeof choices)[number];

export type Kind = 'due soon' | 'overdue' | 'still overdue';

/** A thing that is somebody's to do, as far as reminding goes. */
export interface Item {
	/** The id of the review, the promise or the event it belongs to. */
	about: string;
	/** The step of the protocol. */
	key: string;
	due: Day | null;
	state: string;
	/** Of what a school set itself: told of by its own rhythm alone, and no more than so often. */
	paced?: { quietUntil: Day | null } | undefined;
}

/** What a person was told before. */
export interface Told {
	about: string;
	key: string;
	due: Day;
	kind: Kind;
	on: Day;
}

export type Telling<I extends Item> = I & { due: Day; kind: Kind };

/** Days before something is due on which it may be told first; and days after which what stays overdue is told again. */
const ahead = 7;
const again = 7;
/** Letters about a day of an action that has passed: the first, and one a week for three weeks. From then on it stands on Home. */
const mostOverdue = 4;

const opens = '07:00';
const closes = '18:00';

/** Whether letters that remind may go out at this instant: a working day in London, from seven until six. */
export function mayRemind(now: Date): boolean {
	const { day, time } = londonTime(now);
	return isWorkingDay(day) && time >= opens && time < closes;
}

/**
 * What a reminder says at this instant, the whole of what is overdue or due within a week; empty when none is to go. One goes
 * where something in it is new, newly overdue, or overdue and not told of for a week: what is done is in `items` no more and
 * so ends. One a day, or one a week on its first working day for those who want that. What is paced stands in a letter only where it
 * is new itself, and ends by itself; whoever has told of it is left in peace for a while.
 *
 * @param told everything the person was told before of what `items` are about
 */
export function toTell<I extends Item>(
	items: readonly I[],
	told: readonly Told[],
	now: Date,
	choice: Choice,
): Telling<I>[] {
	const today = londonTime(now).day;
	if (!mayRemind(now) || choice === 'none' || told.some(({ on }) => on >= today)) return [];
	if (choice === 'weekly' && today !== firstWorkingDay(today)) return [];
	const telling = items.flatMap((item) => {
		const kind = kindOf(item, today);
		if (kind === null || item.due === null) return [];
		if (item.paced?.quietUntil && today < item.paced.quietUntil) return [];
		const before = told.filter((one) => one.key === item.key && one.about === item.about);
		const known = before.filter((one) => one.due === item.due && phase(one.kind) === kind);
		const last = known
			.map(({ on }) => on)
			.sort()
			.at(-1);
		// A bank holiday moves one weekly letter by a day; the next comes a day sooner.
		const stale = last !== undefined && daysBetween(last, today) >= (choice === 'weekly' ? again - 1 : again);
		const fresh = last === undefined || (kind === 'overdue' && stale);
		if (item.paced && (!fresh || (kind === 'overdue' && known.length >= mostOverdue))) return [];
		const said: Kind = kind === 'overdue' && last !== undefined ? 'still overdue' : kind;
		return [{ item: { ...item, due: item.due, kind: said }, fresh }];
	});
	return telling.some(({ fresh }) => fresh) ? telling.map(({ item }) => item) : [];
}

/** What of a letter is to be kept as told: a thing due soon stays told however often it stands in a letter. */
export function newlyTold<I extends Item>(
	telling: readonly Telling<I>[],
	told: readonly Told[],
): Telling<I>[] {
	return telling.filter(
		(one) =>
			one.kind !== 'due soon' ||
			!told.some(
				({ kind, key, about, due }) =>
					kind === 'due soon' && key === one.key && about === one.about && due === one.due,
			),
	);
}

function kindOf({ state, due }: Item, today: Day): 'due soon' | 'overdue' | null {
	if (due === null) return null;
	if (state === 'overdue') return 'overdue';
	return state === 'due' && due >= today && daysBetween(today, due) <= ahead ? 'due soon' : null;
}

const phase = (kind: Kind) => (kind === 'due soon' ? 'due soon' : 'overdue');

const isWorkingDay = (day: Day) => weekday(day) <= 5 && !isBankHoliday(day);

/** The Monday of the week, or the day after where it is a bank holiday. */
function firstWorkingDay(day: Day): Day {
	let first = mondayOf(day);
	while (!isWorkingDay(first)) first = addDays(first, 1);
	return first;
}
