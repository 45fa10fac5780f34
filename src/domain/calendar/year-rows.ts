import { parseDay } from './day.ts';
import type { SchoolYear } from './school-year.ts';

// The form of a school year, row by row. The browser reads it too, so nothing here needs a schema.

/** Rows a form may have; more terms than that no school year has. */
const mostTerms = 8;
const mostInset = 30;

/** The name of a field of the form, as its schema names the place: 'terms.0.break.from', 'inset.2'. */
export const yearField = (...path: (string | number)[]): string => path.join('.');

export type YearForm = Readonly<Record<string, unknown>>;

/** The rows in which something was typed, by their number in the form. */
export const filledRows = (form: YearForm): { terms: number[]; inset: number[] } => ({
	terms: upTo(mostTerms).filter((row) =>
		['name', 'from', 'to', 'break.from', 'break.to'].some(
			(part) => textIn(form, yearField('terms', row, part)) !== '',
		),
	),
	inset: upTo(mostInset).filter((row) => textIn(form, yearField('inset', row)) !== ''),
});

/** How many rows a form needs for what was typed into it before. */
export function rowsTyped(form: YearForm): { terms: number; inset: number } {
	const { terms, inset } = filledRows(form);
	return { terms: (terms.at(-1) ?? -1) + 1, inset: (inset.at(-1) ?? -1) + 1 };
}

/** The school year as it stands in a form, unchecked. Empty rows are left out; a half-term holiday left empty is none. */
export function typedYear(name: string, form: YearForm): SchoolYear {
	const { terms, inset } = filledRows(form);
	return {
		name,
		terms: terms.map((row) => termIn(form, row)),
		inset: inset.map((row) => dayIn(form, yearField('inset', row))),
		...(form['bankHolidays'] === 'open' ? { bankHolidays: 'open' as const } : {}),
	};
}

function termIn(form: YearForm, row: number) {
	const field = (part: string) => yearField('terms', row, part);
	const [from, to] = [dayIn(form, field('break.from')), dayIn(form, field('break.to'))];
	return {
		name: termName(textIn(form, field('name'))),
		from: dayIn(form, field('from')),
		to: dayIn(form, field('to')),
		break: from === '' && to === '' ? null : { from, to },
	};
}

/** 'Autumn term' is called 'autumn' here, as where it was supposed. */
function termName(typed: string): string {
	const name = typed.replace(/\s+term$/i, '');
	return /^(autumn|spring|summer)$/i.test(name) ? name.toLowerCase() : name;
}

const upTo = (most: number): number[] => Array.from({ length: most }, (_, row) => row);

const textIn = (form: YearForm, field: string): string => {
	const value = form[field];
	return typeof value === 'string' ? value.trim() : '';
};

/** Days as typed ('2026-09-01' or '1/9/2026'); what is no day stays as it is, for the schema to refuse. */
const dayIn = (form: YearForm, field: string): string => {
	const text = textIn(form, field);
	return parseDay(text) ?? text;
};
