import { weekday, type Day } from '#domain/calendar/day.ts';
import { schoolDaysBetween, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import type { Span } from '#domain/calendar/school-year.ts';
import { unsuitableKinds, type UnsuitableDay } from '../days/days.ts';
import type { PersonHere } from '../people.ts';

/** What somebody says of one day. */
export const dayAnswers = ['suits', ...unsuitableKinds] as const;
export type DayAnswer = (typeof dayAnswers)[number];

/** Eight weeks of school days; more, and people answer without looking. */
export const mostDays = 40;

/** More are no longer one conversation. */
export const mostPeople = 500;

/** As far ahead as a calendar is known. */
export const furthestAhead = 366;

/** Somebody who was asked. */
export interface PollPerson {
	personId: string;
	name: string;
	/** Null until they answer. */
	answeredAt: Date | null;
	/** What they added to their answer. */
	words: string;
}

/** Which of some days suit some people: asked once, answered by each for themselves. */
export interface Poll {
	id: string;
	title: string;
	words: string;
	/** In order, each once. */
	days: Day[];
	/** By when answers are wished; later ones count as well. */
	untilDay: Day;
	askedBy: string;
	askedByName: string;
	closedAt: Date | null;
	/** By name. */
	people: PollPerson[];
}

/** Whether people are still waited for: nobody has closed it and one of its days is to come. */
export const isOpen = ({ closedAt, days }: Pick<Poll, 'closedAt' | 'days'>, today: Day): boolean =>
	closedAt === null && days.at(-1)! >= today;

/** The days that may be asked about between two: school days that are one of the weekdays (1 for Monday). */
export const daysToAskFor = (
	calendar: SchoolCalendar,
	{ from, to }: Span,
	weekdays: readonly number[],
): Day[] =>
	from > to ? [] : schoolDaysBetween(calendar, from, to).filter((day) => weekdays.includes(weekday(day)));

/** Whom a group's lead may ask: the people of its schools. */
interface Group {
	members: readonly { id: string }[];
	lead: { personId: string } | null;
}

/** Whom somebody may ask: everybody where they organise, those at the schools of a group they lead; nobody else. */
export function askable(
	people: readonly PersonHere[],
	groups: readonly Group[],
	asker: { personId: string; organises: boolean },
): PersonHere[] {
	if (asker.organises) return [...people];
	const led = groups.filter(({ lead }) => lead?.personId === asker.personId);
	const schools = new Set(led.flatMap(({ members }) => members.map(({ id }) => id)));
	return people.filter(({ memberIds }) => memberIds.some((id) => schools.has(id)));
}

/** How a day suits those who were asked. */
export interface DayCount {
	day: Day;
	/** Names, in the order of the poll; of whoever has not answered yet, with that. */
	by: Record<DayAnswer, string[]>;
	/** On no day to come are fewer who can't, nor as few with fewer who come only if need be. None is where all are alike, or nobody has answered. */
	best: boolean;
}

/**
 * Counts a poll day by day, by what planning reads: what somebody said last of a day, here or elsewhere. Of whoever has not answered and
 * said nothing elsewhere, nothing is counted.
 */
export function countedByDay(
	{ days, people }: Pick<Poll, 'days' | 'people'>,
	unsuitable: readonly UnsuitableDay[],
	today: Day,
): DayCount[] {
	const said = new Map(unsuitable.map(({ personId, day, kind }) => [`${personId} ${day}`, kind]));
	const counted = days.map((day) => {
		const by: DayCount['by'] = { suits: [], 'if need be': [], cannot: [] };
		for (const { personId, name, answeredAt } of people) {
			const answer = said.get(`${personId} ${day}`) ?? (answeredAt ? 'suits' : null);
			if (answer) by[answer].push(answeredAt ? name : `${name} (not answered yet)`);
		}
		return { day, by };
	});
	const cost = ({ by }: Pick<DayCount, 'by'>) =>
		by.cannot.length * (people.length + 1) + by['if need be'].length;
	const costs = counted.filter(({ day }) => day >= today).map(cost);
	const least = Math.min(...costs);
	const differ = people.some(({ answeredAt }) => answeredAt) && costs.some((one) => one > least);
	return counted.map((one) => ({ ...one, best: differ && one.day >= today && cost(one) === least }));
}

/** Those who have not answered, by name. */
export const waitedFor = ({ people }: Pick<Poll, 'people'>): PollPerson[] =>
	people.filter(({ answeredAt }) => answeredAt === null);

/** Of each day what somebody answers, where that is not what holds anyhow: `own` is what they say of their days elsewhere, `now` what holds. */
export const saidHere = (
	answers: ReadonlyMap<Day, DayAnswer>,
	own: ReadonlyMap<Day, DayAnswer>,
	now: ReadonlyMap<Day, DayAnswer>,
): Record<DayAnswer, Day[]> => {
	const kept: Record<DayAnswer, Day[]> = { suits: [], 'if need be': [], cannot: [] };
	for (const [day, answer] of answers)
		if (answer !== (own.get(day) ?? 'suits') || answer !== (now.get(day) ?? 'suits')) kept[answer].push(day);
	return kept;
};
