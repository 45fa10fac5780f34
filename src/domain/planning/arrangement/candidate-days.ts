import { addDays, daysBetween, later, type Day } from '#domain/calendar/day.ts';
import type { PartOfYear } from '#domain/calendar/parts-of-year.ts';
import { isSchoolDay, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { within, type Span } from '#domain/calendar/school-year.ts';
import type { Ages } from '#domain/calendar/test-ages.ts';
import { testWeekAt } from '#domain/calendar/test-weeks.ts';
import type { Candidate, DayMark } from '../dating/model.ts';

/** What decides when a review may be. */
interface When {
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
}

/** The parts of the year by which people’s days are counted, the same for all schools. */
interface Parts {
	terms: readonly PartOfYear[];
	halfTerms: readonly PartOfYear[];
}

/** Every day on which a review could begin at its host, with what is against each before anybody is asked (HEP-12, KSA-2). */
export function candidateDays(when: When, parts: Parts): Candidate[] {
	const { span, agreed } = when;
	const first = agreed !== null && agreed < span.from ? [agreed] : [];
	const all = Array.from({ length: Math.max(0, daysBetween(span.from, span.to) + 1) }, (_, count) =>
		addDays(span.from, count),
	);
	return [...first, ...all].flatMap((day) => candidate(day, when, parts) ?? []);
}

function candidate(
	first: Day,
	{ span, days: length, calendar, ages, slot }: When,
	parts: Parts,
): Candidate | null {
	const days = Array.from({ length }, (_, count) => addDays(first, count));
	if (!days.every((day) => isSchoolDay(calendar, day)) || days.at(-1)! > later(span.to, first)) return null;
	const nameAt = (list: readonly PartOfYear[]) => {
		const part = list.find((one) => within(first, one));
		return part ? `${part.name} ${part.schoolYear}` : '';
	};
	const units: Partial<Record<DayMark, number>> = {
		'test week': days.filter((day) => testWeekAt(day, ages) !== null).length,
		'heads’ meeting': days.filter((day) => calendar.meetings.includes(day)).length,
		'off the slot': slot === null ? 0 : weeksFrom(slot, first),
	};
	return {
		days,
		halfTerm: nameAt(parts.halfTerms),
		term: nameAt(parts.terms),
		marks: Object.entries(units)
			.filter(([, count]) => count > 0)
			.map(([mark, count]) => ({ mark: mark as DayMark, units: count })),
	};
}

/** Whole weeks and begun ones between a day and a stretch that it is not in. */
function weeksFrom({ from, to }: Span, day: Day): number {
	const days = day < from ? daysBetween(day, from) : day > to ? daysBetween(to, day) : 0;
	return Math.ceil(days / 7);
}
