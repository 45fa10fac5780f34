import { partsIn } from '#domain/calendar/parts-of-year.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { schoolYearStart, type Span } from '#domain/calendar/school-year.ts';
import type { Protocol } from '#domain/protocol/protocol.ts';

/** Within its days every school is reviewed once. */
export interface Round extends Span {
	key: string;
	/** Empty where a cycle is one round. */
	title: string;
	/** The key of the one kind of review it is of; null where any that begins afresh is a school's turn. */
	kind: string | null;
}

/**
 * The rounds of a cycle. Where the protocol says of a kind of review in which term every school has one, each such kind is a round of
 * that term in each school year (an autumn visit, a summer return). Else the whole cycle is one, for any kind that begins afresh: a
 * follow-up is no school's turn.
 */
export function roundsOf({ kinds }: Pick<Protocol, 'kinds'>, cycle: Span, calendar: SchoolCalendar): Round[] {
	const placed = kinds.filter(({ term }) => term !== undefined);
	if (placed.length === 0) return [{ from: cycle.from, to: cycle.to, key: 'all', title: '', kind: null }];
	const years = Map.groupBy(partsIn(calendar, wholeYears(cycle), 'terms'), ({ schoolYear }) => schoolYear);
	return [...years].flatMap(([schoolYear, terms]) =>
		placed.flatMap(({ key, label, term }) => {
			const { from, to, name } = terms[Math.min(term!, terms.length) - 1]!;
			if (to < cycle.from || from > cycle.to) return [];
			return [{ from, to, key: `${schoolYear} ${key}`, title: `${label}, ${name} ${schoolYear}`, kind: key }];
		}),
	);
}

const wholeYears = ({ from, to }: Span): Span => ({
	from: `${schoolYearStart(from)}-08-01`,
	to: `${schoolYearStart(to) + 1}-07-31`,
});
