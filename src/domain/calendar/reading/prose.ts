import { addDays, daysBetween, weekday } from '../day.ts';
import type { Day } from '../day.ts';
import { schoolYearName, startOf } from '../school-year.ts';
import { emptyReading, type Reading, type Said } from './said.ts';
import { subjectOf, type Subject } from './subject.ts';
import { daysIn, startYearIn, type FoundDay } from './written-days.ts';

/** What the lines above have said: it holds for a line that leaves it out. */
type Heading = { startYear: number | null; subject: Subject | null; term: string | null };

/** More than any line of dates, and little enough to be searched for them. */
const longestLine = 1_000;

const range = /\b(to|until|till|through|ends?|closes?)\b|[-–—]/i;

/** Reads dates as councils and schools publish them in words, a line or a table's row each, under headings or without. */
export function readProse(text: string): Reading {
	const reading = emptyReading();
	const lines = text.split(/\r\n?|\n/);
	const heading: Heading = { startYear: firstYearOf(lines), subject: null, term: null };
	for (const [index, line] of lines.entries()) {
		const number = index + 1;
		if (line.length > longestLine) {
			const why = 'This line is too long to be about dates.';
			reading.notUnderstood.push({ line: number, text: `${line.slice(0, 80)}…`, why });
		} else for (const part of partsOf(line)) readPart(part, number, line.trim(), heading, reading);
	}
	return reading;
}

/** A line may say several things: in cells, in brackets, or with its half-term behind the term. */
function partsOf(line: string): string[] {
	const parts: string[] = [];
	for (const piece of line.replaceAll(/\(e?s\)/gi, '').split(/[|\t;()•]|,?\s*(?=\bhalf[\s-]*term\b)/i)) {
		const before = parts.at(-1);
		const openLabel = before !== undefined && !/\d/.test(before) && /half[\s-]*term/i.test(piece);
		if (openLabel) parts[parts.length - 1] = `${before} ${piece}`;
		else parts.push(piece);
	}
	return parts.map((part) => part.trim()).filter((part) => /\w/.test(part));
}

function readPart(part: string, line: number, text: string, heading: Heading, reading: Reading): void {
	const remark = (why: string) => ({ line, text, why });
	heading.startYear = startYearIn(part) ?? heading.startYear;
	const days = daysIn(part, heading.startYear);
	if ('why' in days) return void reading.notUnderstood.push(remark(days.why));
	const own = subjectOf(labelOf(part, days));
	if (own && 'name' in own && own.name) heading.term = own.name;
	if (days.length === 0) {
		if (own) heading.subject = own;
		else if (startYearIn(part) === null) reading.notUnderstood.push(remark('There is no date in this line.'));
		return;
	}
	heading.startYear = startOf(schoolYearName(days.at(-1)!.day));
	const subject = own ?? heading.subject;
	if (!subject) return void reading.notUnderstood.push(remark('It does not say what these dates are.'));
	if ('leaveOut' in subject) return void reading.leftOut.push(remark(subject.leaveOut));
	const name = subject.name ?? (subject.what.startsWith('term') ? heading.term : null);
	const spans = subject.what === 'inset' ? singleDays(part, days) : spanOf(days);
	if (spans === null)
		return void reading.notUnderstood.push(remark('There are more dates than a first and a last day.'));
	if (subject.what === 'term' && days.length === 1)
		return void reading.notUnderstood.push(remark('This is one date only: is it the first day or the last?'));
	const what = subject.what.startsWith('term') && days.length === 2 ? 'term' : subject.what;
	reading.said.push(...spans.map((span): Said => ({ line, text, what, name, ...span })));
}

/** What stands beside the dates. */
const labelOf = (part: string, days: readonly FoundDay[]): string =>
	days.reduceRight((label, { at, end }) => `${label.slice(0, at)} # ${label.slice(end)}`, part);

const spanOf = (days: readonly FoundDay[]): { from: Day; to: Day }[] | null =>
	days.length > 2 ? null : [{ from: days[0]!.day, to: days.at(-1)!.day }];

/** INSET days are listed one by one; 'to' between two of them means the weekdays from one to the other. */
function singleDays(part: string, days: readonly FoundDay[]): { from: Day; to: Day }[] {
	return days.flatMap(({ day, at }, index) => {
		const before = days[index - 1];
		const many = before && range.test(part.slice(before.end, at)) ? daysBetween(before.day, day) - 1 : 0;
		const between = Array.from({ length: Math.max(0, Math.min(many, 14)) }, (_, count) =>
			addDays(before!.day, count + 1),
		).filter((one) => weekday(one) <= 5);
		return [...between, day].map((one) => ({ from: one, to: one }));
	});
}

/** The first year the text tells, for the lines above it. */
function firstYearOf(lines: readonly string[]): number | null {
	for (const line of lines.filter(({ length }) => length <= longestLine)) {
		const named = startYearIn(line);
		if (named !== null) return named;
		const days = daysIn(line, null);
		if (Array.isArray(days) && days[0]) return startOf(schoolYearName(days[0].day));
	}
	return null;
}
