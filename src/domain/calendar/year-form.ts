import { schoolYearSchema } from './input.ts';
import type { SchoolYear } from './school-year.ts';
import { filledRows, typedYear, yearField, type YearForm } from './year-rows.ts';

/**
 * A school year from a plain form: a row is a term, `inset.0`, `inset.1` … the INSET days. Empty rows are left out; a
 * half-term holiday left empty is none. Refused as `schoolYearSchema` refuses, each sentence under its field's name.
 */
export function postedYear(
	name: string,
	form: YearForm,
): { ok: true; year: SchoolYear } | { ok: false; fields: Record<string, string> } {
	const read = schoolYearSchema.safeParse(typedYear(name, form));
	if (read.success)
		return { ok: true, year: { ...read.data, inset: [...new Set(read.data.inset)].toSorted() } };
	const rows = filledRows(form);
	const fields: Record<string, string> = {};
	for (const { path, message } of read.error.issues) fields[fieldAt(path)] ??= message;
	return { ok: false, fields };

	function fieldAt([list, index, ...within]: readonly PropertyKey[]): string {
		if (list === 'inset' && typeof index === 'number') return yearField('inset', rows.inset[index]!);
		if (list !== 'terms' || typeof index !== 'number') return '';
		const place =
			within.length === 0
				? ['from']
				: within[0] === 'break' && within.length === 1
					? ['break', 'from']
					: within;
		return yearField('terms', rows.terms[index]!, ...place.map(String));
	}
}
