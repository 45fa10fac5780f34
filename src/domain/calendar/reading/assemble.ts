import { addDays, asPeopleSay, daysBetween, weekday } from '../day.ts';
import type { Day } from '../day.ts';
import { schoolYearName, within } from '../school-year.ts';
import type { SchoolYear, Span, Term } from '../school-year.ts';
import type { Reading, Remark, Said } from './said.ts';

/** School years as a text gives them, to be checked by a person, and the lines that did not become part of one. */
export type TermDatesRead = { years: SchoolYear[]; leftOut: Remark[]; notUnderstood: Remark[] };

/** No half-term holiday in England is longer; it is the half of a term then, or a mistake. */
const longestBreak = 23;

/** Puts what was said together: first and last days to terms, holidays and INSET days into the terms they lie in. */
export function assemble({ said, ...reading }: Reading): TermDatesRead {
	const leftOut = [...reading.leftOut];
	const notUnderstood = [...reading.notUnderstood];
	const refuse = ({ line, text }: Said, why: string) => notUnderstood.push({ line, text, why });
	const terms = termsOf(said, refuse);
	for (const one of said.filter(({ what }) => what === 'half-term holiday')) {
		const { from, to } = one;
		const term = terms.find((candidate) => candidate.from < from && to < candidate.to);
		if (from > to) refuse(one, 'The last day lies before the first.');
		else if (daysBetween(from, to) > longestBreak) refuse(one, 'That is too long for a half-term holiday.');
		else if (!term) refuse(one, 'It lies in none of the terms given.');
		else if (term.break && (term.break.from !== from || term.break.to !== to))
			refuse(
				one,
				`The ${term.name} term has a half-term holiday already, from ${asPeopleSay(term.break.from)}.`,
			);
		else term.break = { from, to };
	}
	const inset = new Set<Day>();
	for (const one of said.filter(({ what }) => what === 'inset')) {
		if (terms.some((term) => within(one.from, term))) inset.add(one.from);
		else
			leftOut.push({
				line: one.line,
				text: one.text,
				why: 'Pupils are away on this day in any case: it lies in no term.',
			});
	}
	const years = Map.groupBy(terms, ({ from }) => schoolYearName(from));
	const byLine = (one: Remark, other: Remark) => one.line - other.line;
	return {
		years: [...years]
			.map(([name, own]) => ({
				name,
				terms: own,
				inset: [...inset].filter((day) => own.some((term) => within(day, term))).toSorted(),
			}))
			.toSorted((one, other) => one.name.localeCompare(other.name)),
		leftOut: leftOut.toSorted(byLine),
		notUnderstood: notUnderstood.toSorted(byLine),
	};
}

type Refuse = (said: Said, why: string) => void;

function termsOf(said: readonly Said[], refuse: Refuse): Term[] {
	const whole = [...said.filter(({ what }) => what === 'term'), ...pairs(said, refuse)];
	const terms: Term[] = [];
	for (const one of whole.toSorted((a, b) => a.from.localeCompare(b.from))) {
		const { from, to, name = null } = one;
		if (from >= to) refuse(one, 'The last day lies before the first.');
		else if (schoolYearName(from) !== schoolYearName(to)) refuse(one, 'A term lies within one school year.');
		else take({ name: name ?? seasonOf(from), from, to, break: null }, one);
	}
	return terms;

	function take(term: Term, one: Said): void {
		const before = terms.at(-1);
		const same = before?.name === term.name && schoolYearName(before.from) === schoolYearName(term.from);
		if (before && before.to >= term.from) {
			if (before.from !== term.from || before.to !== term.to)
				refuse(one, `It overlaps the ${before.name} term from ${asPeopleSay(before.from)}.`);
		} else if (same) terms[terms.length - 1] = { ...term, from: before!.from, break: between(before!, term) };
		else terms.push(term);
	}
}

/** Two halves of one term leave the weekdays between them as its holiday. */
function between(first: Span, second: Span): Span | null {
	let [from, to] = [addDays(first.to, 1), addDays(second.from, -1)];
	while (from <= to && weekday(from) > 5) from = addDays(from, 1);
	while (from <= to && weekday(to) > 5) to = addDays(to, -1);
	return from <= to ? { from, to } : null;
}

/** 'Autumn term starts …' with the 'ends …' that follows it. */
function pairs(said: readonly Said[], refuse: Refuse): Said[] {
	const open: Said[] = [];
	const found: Said[] = [];
	const marks = said.filter(({ what }) => what === 'term begins' || what === 'term ends');
	for (const one of marks.toSorted((a, b) => a.from.localeCompare(b.from))) {
		if (one.what === 'term begins') {
			open.push(one);
			continue;
		}
		const begun = open.at(-1);
		if (!begun || (begun.name ?? one.name) !== (one.name ?? begun.name))
			refuse(one, 'The first day of this term is missing.');
		else {
			open.pop();
			found.push({ ...begun, what: 'term', name: begun.name ?? one.name, to: one.to });
		}
	}
	for (const one of open) refuse(one, 'The last day of this term is missing.');
	return found;
}

const seasonOf = (from: Day): string => {
	const month = Number(from.slice(5, 7));
	return month >= 8 ? 'autumn' : month <= 2 ? 'spring' : 'summer';
};
