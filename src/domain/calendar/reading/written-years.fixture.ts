import { addDays, asPeopleSay, dayAndMonth } from '../day.ts';
import type { Day } from '../day.ts';
import type { SchoolYear, Span } from '../school-year.ts';

// The same school year as different people would write it down.

/** 'full' gives every date its year; 'lean' leaves out those a reader knows from what stands around. */
export type Manner = 'full' | 'lean';

const without = (day: Day) => asPeopleSay(day).replace(/ \d{4}$/, '');
const span = ({ from, to }: Span, manner: Manner) =>
	`${manner === 'full' ? asPeopleSay(from) : without(from)} to ${asPeopleSay(to)}`;

/** As a council puts it on its page. */
export function asProse({ name, terms, inset }: SchoolYear, manner: Manner): string {
	const lines = [`Term dates ${name.slice(0, 4)}/${name.slice(5)}`, ''];
	for (const term of terms) {
		lines.push(`${term.name[0]!.toUpperCase()}${term.name.slice(1)} term: ${span(term, manner)}`);
		if (term.break)
			lines.push(
				manner === 'full'
					? `Half term: ${span(term.break, manner)}`
					: `Half term – ${dayAndMonth(term.break.from)} – ${dayAndMonth(term.break.to)}`,
			);
	}
	if (inset.length > 0) lines.push(`INSET days: ${inset.map(asPeopleSay).join(', ')}`);
	lines.push('Bank holiday: Monday 3 May 2027');
	return lines.join('\n');
}

/** As a table saved from a spreadsheet, its columns in the order given. */
export function asCsv(year: SchoolYear, order: readonly number[], written: (day: Day) => string): string {
	const rows = eventsOf(year).map(({ kind, name, from, to }) => [
		kind,
		name,
		written(from),
		written(to),
		'x',
	]);
	return [['Kind', 'Name', 'Start', 'End', 'Note'], ...rows]
		.map((row) => order.map((place) => row[place]).join(','))
		.join('\r\n');
}

export const isoDay = (day: Day): string => day;
export const dayFirst = (day: Day): string => `${Number(day.slice(8))}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** As a calendar program exports it: days without times, each event ending before its DTEND. */
export function asICalendar(year: SchoolYear): string {
	const plain = (day: Day) => day.replaceAll('-', '');
	const events = eventsOf(year).map(({ kind, name, from, to }, index) =>
		[
			'BEGIN:VEVENT',
			`UID:${index}@example`,
			`DTSTART;VALUE=DATE:${plain(from)}`,
			`DTEND;VALUE=DATE:${plain(addDays(to, 1))}`,
			`SUMMARY:${`${name} ${kind}`.trim()}`,
			'END:VEVENT',
		].join('\r\n'),
	);
	return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');
}

const eventsOf = ({ terms, inset }: SchoolYear) => [
	...terms.map((term) => ({ kind: 'term', ...term })),
	...terms.flatMap((term) => (term.break ? [{ kind: 'half-term', name: '', ...term.break }] : [])),
	...inset.map((day) => ({ kind: 'INSET', name: '', from: day, to: day })),
];
