import Papa from 'papaparse';
import { emptyReading, type Reading, type Said } from './said.ts';
import { subjectOf } from './subject.ts';
import { daysIn } from './written-days.ts';

const columns = {
	kind: ['kind', 'type', 'what', 'event type', 'category'],
	name: ['name', 'term', 'title', 'event', 'description', 'subject', 'summary'],
	from: ['start', 'starts', 'start date', 'from', 'begins', 'first day', 'date', 'opens', 'start day'],
	to: ['end', 'ends', 'end date', 'to', 'until', 'last day', 'closes', 'finish', 'end day'],
} as const;
/** A longer cell is about something else. */
const longestCell = 200;

type Column = keyof typeof columns;

/** The place of each column by its heading; null where the row is no heading of ours. */
function headingIn(row: readonly string[]): Partial<Record<Column, number>> | null {
	const words = row.map((cell) => cell.trim().toLowerCase().replaceAll(/[_-]+/g, ' '));
	const found: Partial<Record<Column, number>> = {};
	for (const column of Object.keys(columns) as Column[]) {
		const place = words.findIndex((word) => (columns[column] as readonly string[]).includes(word));
		if (place >= 0) found[column] = place;
	}
	return found.from !== undefined && (found.kind !== undefined || found.name !== undefined) ? found : null;
}

const rowsOf = (text: string): string[][] => Papa.parse<string[]>(text).data;
const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/** Whether the first line that says anything is a heading such as 'term,from,to'. */
export function isCsv(text: string): boolean {
	const first = rowsOf(text.slice(0, 2_000)).find((row) => !isBlank(row));
	return first !== undefined && headingIn(first) !== null;
}

/** Reads a table with a heading: what (or which term), from, to, in any order; ISO dates or English ones, day first. */
export function readCsv(text: string): Reading {
	const reading = emptyReading();
	let heading: ReturnType<typeof headingIn> = null;
	let line = 1;
	for (const row of rowsOf(text)) {
		if (heading) readRow(row, line, heading, reading);
		else if (!isBlank(row)) heading = headingIn(row);
		line += 1 + row.join('').split('\n').length - 1;
	}
	return reading;
}

function readRow(
	row: readonly string[],
	line: number,
	heading: Partial<Record<Column, number>>,
	reading: Reading,
): void {
	if (isBlank(row)) return;
	const cell = (column: Column) => row[heading[column] ?? -1]?.trim().slice(0, longestCell) ?? '';
	const remark = (why: string) => ({ line, text: row.join(', '), why });
	const label = `${cell('name')} ${cell('kind')}`.trim();
	const subject = subjectOf(label) ?? (heading.kind === undefined ? subjectOf(`${label} term`) : null);
	if (!subject) return void reading.notUnderstood.push(remark('It does not say what these dates are.'));
	if ('leaveOut' in subject) return void reading.leftOut.push(remark(subject.leaveOut));
	const [from, to] = [daysIn(cell('from'), null), daysIn(cell('to') || cell('from'), null)];
	if ('why' in from) return void reading.notUnderstood.push(remark(from.why));
	if ('why' in to) return void reading.notUnderstood.push(remark(to.why));
	if (from.length !== 1 || to.length !== 1)
		return void reading.notUnderstood.push(remark('There is not one date in each place for one.'));
	const what: Said['what'] = subject.what.startsWith('term') && cell('to') ? 'term' : subject.what;
	reading.said.push({
		line,
		text: row.join(', '),
		what,
		name: subject.name,
		from: from[0]!.day,
		to: to[0]!.day,
	});
}
