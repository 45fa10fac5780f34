import { addDays, type Day } from './day.ts';
import { halvesOf, yearNamed, type SchoolCalendar } from './school-calendar.ts';
import { schoolYearFrom, schoolYearStart, type Span } from './school-year.ts';

/** What a school year is planned in. */
export type PartUnit = 'half-terms' | 'terms';

/**
 * A term, or half of one, with the holiday after it; the first of a school year begins with the year. So the parts of a calendar
 * follow one another without a gap, and every day lies in one.
 */
export interface PartOfYear extends Span {
	/** '1st half of autumn term', 'autumn term' */
	name: string;
	schoolYear: string;
}

/** All parts that a span touches, in order. */
export function partsIn(calendar: SchoolCalendar, span: Span, unit: PartUnit): PartOfYear[] {
	const parts: PartOfYear[] = [];
	for (let start = schoolYearStart(span.from); start <= schoolYearStart(span.to); start += 1)
		parts.push(...partsOfYear(calendar, start, unit));
	return parts.filter(({ from, to }) => from <= span.to && to >= span.from);
}

/** The part in which a day lies. */
export const partAt = (calendar: SchoolCalendar, day: Day, unit: PartUnit): PartOfYear =>
	partsIn(calendar, { from: day, to: day }, unit)[0]!;

/** How many parts lie between the part of one day and that of a later one: 0 in the same, 1 in the next. */
export const partsApart = (calendar: SchoolCalendar, one: Day, later: Day, unit: PartUnit): number =>
	partsIn(calendar, { from: one, to: later }, unit).length - 1;

function partsOfYear(calendar: SchoolCalendar, start: number, unit: PartUnit): PartOfYear[] {
	const schoolYear = schoolYearFrom(start);
	const begun = yearNamed(calendar, schoolYear).terms.flatMap((term) =>
		unit === 'terms'
			? [{ name: `${term.name} term`, from: term.from }]
			: halvesOf(term).map(({ from }, half) => ({
					name: `${half === 0 ? '1st' : '2nd'} half of ${term.name} term`,
					from,
				})),
	);
	return begun.map(({ name, from }, index) => ({
		name,
		schoolYear,
		from: index === 0 ? `${start}-08-01` : from,
		to: index === begun.length - 1 ? `${start + 1}-07-31` : addDays(begun[index + 1]!.from, -1),
	}));
}
