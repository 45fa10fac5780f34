import { addDays, daysBetween, weekday, type Day } from '#domain/calendar/day.ts';
import { isSchoolDay, yearAt, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import type { Span } from '#domain/calendar/school-year.ts';
import { unsuitableKinds, type UnsuitableDay } from '../days/days.ts';
import type { PersonHere } from '../people.ts';

/** What somebody says of one day. */
export const dayAnswers = ['suits', ...unsuitableKinds] as const;
export type DayAnswer = (typeof dayAnswers)[number];

/** Eight weeks of school days; more, and people answer without looking. */
export const mostDays = 40;

/** As far ahead as a calendar is known. */
export const furthestAhead = 366;

/** Somebody who was asked. */
export interface PollPerson {
	personId: string;
	name: string;
	/** When the last letter about it went to them. */
	toldAt: Date;
	/** Null until they answer. */
	repliedAt: Date | null;
	/** What they added to their answer. */
	words: string;
}

/** Which of some days suit some people: asked once, answered by each for themselves. */
export interface Poll {
	id: string;
	title: string;
	note: string;
	/** In order, each once. */
	days: Day[];
	/** By when answers are wished; later ones count as well. */
	untilDay: Day;
	askedBy: string;
	askedByName: string;
	askedAt: Date;
	closedAt: Date | null;
	/** By name. */
	people: PollPerson[];
}

/** Whether it can still be answered: nobody has closed it and one of its days is to come. */
export const isOpen = ({ closedAt, days }: Pick<Poll, 'closedAt' | 'days'>, today: Day): boolean =>
	closedAt === null && days.at(-1)! >= today;

/** The days that may be asked about between two: weekdays in term, INSET days among them, that are one of the weekdays (1 for Monday). */
export const daysToAskFor = (
	calendar: SchoolCalendar,
	{ from, to }: Span,
	weekdays: readonly number[],
): Day[] =>
	Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, count) => addDays(from, count)).filter(
		(day) =>
			weekdays.includes(weekday(day)) &&
			(isSchoolDay(calendar, day) || yearAt(calendar, day).inset.includes(day)),
	);

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
export interface DayTally {
	day: Day;
	/** Names, in the order of the poll. */
	by: Record<DayAnswer, string[]>;
	/** Of the days to come none suits more people; where all suit alike, or nobody has answered, none is. */
	best: boolean;
}

/**
 * Counts a poll day by day. What somebody says of their days elsewhere counts where they have not answered, or said it later: the same
 * as planning reads. Of whoever has not answered and said nothing, nothing is counted.
 */
export function tally(
	{ days, people }: Pick<Poll, 'days' | 'people'>,
	unsuitable: readonly UnsuitableDay[],
	today: Day,
): DayTally[] {
	const said = new Map(unsuitable.map(({ personId, day, kind }) => [`${personId} ${day}`, kind]));
	const counted = days.map((day) => {
		const by: DayTally['by'] = { suits: [], 'if need be': [], cannot: [] };
		for (const { personId, name, repliedAt } of people) {
			const answer = said.get(`${personId} ${day}`) ?? (repliedAt ? 'suits' : null);
			if (answer) by[answer].push(name);
		}
		return { day, by };
	});
	const cost = ({ by }: { by: DayTally['by'] }) =>
		by.cannot.length * (people.length + 1) + by['if need be'].length;
	const ahead = counted.filter(({ day }) => day >= today);
	const costs = ahead.map(cost);
	const least = Math.min(...costs);
	const differ = people.some(({ repliedAt }) => repliedAt) && costs.some((one) => one > least);
	return counted.map((one) => ({ ...one, best: differ && one.day >= today && cost(one) === least }));
}

/** Those who have not answered, by name. */
export const silent = ({ people }: Pick<Poll, 'people'>): PollPerson[] =>
	people.filter(({ repliedAt }) => repliedAt === null);
