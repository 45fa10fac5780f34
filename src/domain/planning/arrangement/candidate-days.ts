import { addDays, daysBetween, type Day } from '#domain/calendar/day.ts';
import { offset } from '#domain/calendar/offset.ts';
import type { PartOfYear } from '#domain/calendar/parts-of-year.ts';
import { isSchoolDay, schoolDaysBetween, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { within, type Span } from '#domain/calendar/school-year.ts';
import type { Ages } from '#domain/calendar/test-ages.ts';
import { testWeekAt } from '#domain/calendar/test-weeks.ts';
import { kindOf } from '#domain/calendar/year-view.ts';
import type { Candidate, DayMark } from '../dating/model.ts';

/** What decides when a review may be. */
export interface When {
	/** In which it may begin and end. */
	span: Span;
	/** How many days it takes, one after the other. */
	days: number;
	calendar: SchoolCalendar;
	ages: readonly Ages[];
	/** The day it has now, which stays possible. */
	agreed: Day | null;
	/** When the cadence would have it; null where it would have it at any time. */
	slot: Span | null;
	/** What would fall badly after days like these, a sentence each. */
	badlyAfter: (days: readonly Day[]) => string[];
}

/** The parts of the year by which people’s days are counted, the same for all schools. */
interface Parts {
	terms: readonly PartOfYear[];
	halfTerms: readonly PartOfYear[];
}

/** Every day on which a review could begin at its host, with what is against each before anybody is asked (HEP-12, KSA-2). */
export function candidateDays(when: When, parts: Parts): Candidate[] {
	const { span, agreed } = when;
	const all = Array.from({ length: Math.max(0, daysBetween(span.from, span.to) + 1) }, (_, count) =>
		addDays(span.from, count),
	).flatMap((day) => candidate(day, when, parts) ?? []);
	if (agreed === null || all.some(({ days }) => days[0] === agreed)) return all;
	return [described(daysFrom(agreed, when), when, parts), ...all];
}

/** A week of school: what takes longer goes on after a weekend. */
const aWeek = 5;

function candidate(first: Day, when: When, parts: Parts): Candidate | null {
	const { calendar, days: length, span } = when;
	if (!isSchoolDay(calendar, first)) return null;
	const days = daysFrom(first, when);
	const inOneGo = length > aWeek || daysBetween(first, days.at(-1)!) === length - 1;
	return inOneGo && days.at(-1)! <= span.to ? described(days, when, parts) : null;
}

/** The days of a review that begins on one: it, and school days of its host after it, as `proposeReview` counts them. */
function daysFrom(first: Day, { calendar, days: length }: When): Day[] {
	if (length === 1) return [first];
	const last = offset(first, { amount: length - 1, unit: 'school days' }, calendar).day;
	return [...new Set([first, ...schoolDaysBetween(calendar, first, last)])];
}

function described(days: Day[], { calendar, ages, slot, badlyAfter }: When, parts: Parts): Candidate {
	const first = days[0]!;
	const badly = badlyAfter(days);
	const nameAt = (list: readonly PartOfYear[]) => {
		const part = list.find((one) => within(first, one));
		return part ? `${part.name} ${part.schoolYear}` : '';
	};
	const units: Partial<Record<DayMark, number>> = {
		'test week': days.filter((day) => testWeekAt(day, ages) !== null).length,
		'heads’ meeting': days.filter((day) => calendar.meetings.includes(day)).length,
		// Only one that was agreed before somebody entered the INSET day begins on it.
		'INSET day': days.filter((day) => kindOf(day, calendar) === 'INSET day').length,
		'what follows': badly.length,
		'off the slot': slot === null ? 0 : weeksFrom(slot, first),
	};
	return {
		days,
		halfTerm: nameAt(parts.halfTerms),
		term: nameAt(parts.terms),
		marks: Object.entries(units)
			.filter(([, count]) => count > 0)
			.map(([mark, count]) => ({
				...{ mark: mark as DayMark, units: count },
				...(mark === 'what follows' && { why: badly }),
			})),
	};
}

/** Whole weeks and begun ones between a day and a stretch that it is not in. */
function weeksFrom({ from, to }: Span, day: Day): number {
	const days = day < from ? daysBetween(day, from) : day > to ? daysBetween(to, day) : 0;
	return Math.ceil(days / 7);
}
