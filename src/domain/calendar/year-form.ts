import { parseDay } from './day.ts';
import { schoolYearSchema } from './input.ts';
import type { SchoolYear } from './school-year.ts';

/** Rows a form may have; more terms than that no school year has. */
const mostTerms = 8;
const mostInset = 30;

/** The name of a field of the form, as its schema names the place: 'terms.0.break.from', 'inset.2'. */
export const yearField = (...path: (string | number)[]): string => path.join('.');

type Form = Readonly<Record<string, unknown>>;
const textIn = (form: Form, field: string): string => {
	const value = form[field];
	return typeof value === 'string' ? value.trim() : '';
};

/** Days as typed ('2026-09-01' or '1/9/2026'); what is no day stays as it is, for the schema to refuse. */
const dayIn = (form: Form, field: string): string => {
	const text = textIn(form, field);
	return parseDay(text) ?? text;
};

/**
 * A school year from a plain form: a row is a term, `inset.0`, `inset.1` … the INSET days. Empty rows are left out; a
 * half-term holiday left empty is none. Refused as `schoolYearSchema` refuses, each sentence under its field's name.
 */
export function postedYear(
	name: string,
	form: Form,
): { ok: true; year: SchoolYear } | { ok: false; fields: Record<string, string> } {
	const rows = Array.from({ length: mostTerms }, (_, row) => row).filter((row) =>
		['name', 'from', 'to', 'break.from', 'break.to'].some(
			(part) => textIn(form, yearField('terms', row, part)) !== '',
		),
	);
	const insetRows = Array.from({ length: mostInset }, (_, row) => row).filter(
		(row) => textIn(form, yearField('inset', row)) !== '',
	);
	const read = schoolYearSchema.safeParse({
		name,
		terms: rows.map((row) => termIn(form, row)),
		inset: insetRows.map((row) => dayIn(form, yearField('inset', row))),
	});
	if (read.success)
		return { ok: true, year: { ...read.data, inset: [...new Set(read.data.inset)].toSorted() } };
	const fields: Record<string, string> = {};
	for (const { path, message } of read.error.issues) fields[fieldAt(path)] ??= message;
	return { ok: false, fields };

	function fieldAt([list, index, ...within]: readonly PropertyKey[]): string {
		if (list === 'inset' && typeof index === 'number') return yearField('inset', insetRows[index]!);
		if (list !== 'terms' || typeof index !== 'number') return '';
		const place =
			within.length === 0
				? ['from']
				: within[0] === 'break' && within.length === 1
					? ['break', 'from']
					: within;
		return yearField('terms', rows[index]!, ...place.map(String));
	}
}

function termIn(form: Form, row: number) {
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

/** How many rows a form needs for what was typed into it before. */
export function rowsTyped(form: Form): { terms: number; inset: number } {
	const last = (list: string) =>
		Math.max(
			0,
			...Object.keys(form).flatMap((field) => {
				const [first, row] = field.split('.');
				return first === list && textIn(form, field) !== '' ? [Number(row) + 1] : [];
			}),
		);
	return { terms: Math.min(last('terms'), mostTerms), inset: Math.min(last('inset'), mostInset) };
}
