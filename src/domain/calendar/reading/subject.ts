import type { Said } from './said.ts';

/** What a label is about: a thing to enter, or one that need not be (`leaveOut` says why). */
export type Subject = { what: Said['what']; name: string | null } | { leaveOut: string };

const inset =
	/\b(inset|in-set|(staff|teacher)s?('|’)? (training|development)|training days?|non[- ]pupil|pupil[- ]free|occasional day|professional development|disaggregated)\b/i;
const halfTerm = /\bhalf[\s-]*term\b/i;
const bankHoliday =
	/\b(bank holidays?|good friday|easter (sunday|monday)|may day|boxing day|(christmas|new year[’']?s?) day)\b/i;
const bankHolidaysKnown =
	'England’s bank holidays are known already. If your schools are open on them, say so below and enter this day with the INSET days.';
const holiday = /\b(holidays?|vacations?|christmas|easter|closed)\b/i;
const term = /\bterms?\b/i;
const season = /\b(autumn|spring|summer)\b/i;
const begins = /\b(starts?|begins?|(re-?)?opens?|returns?|first day|from)\b/i;
const ends = /\b(ends?|closes?|finish(es)?|breaks? up|last day)\b/i;
const numbered = /\bterm\s+([1-6])\b/i;
const noName = /\b(day|days|of|the|start|starts|end|ends|school|begins?|half|this|dates?|each)\b/;

/** What a label such as 'Autumn half term' or 'Training day' is about; null where it is about nothing we know. */
export function subjectOf(label: string): Subject | null {
	if (inset.test(label)) return { what: 'inset', name: null };
	if (halfTerm.test(label)) return { what: 'half-term holiday', name: null };
	if (bankHoliday.test(label)) return { leaveOut: bankHolidaysKnown };
	if (holiday.test(label) && !term.test(label))
		return { leaveOut: 'Holidays between terms follow from the terms.' };
	const [begun, ended] = [begins.test(label), ends.test(label)];
	if (!term.test(label) && !season.test(label) && !begun && !ended) return null;
	const what = begun === ended ? 'term' : begun ? 'term begins' : 'term ends';
	return { what, name: termName(label) };
}

// Where the year has six terms, two of them are one of the three that others have.
const ofSix = ['autumn', 'autumn', 'spring', 'spring', 'summer', 'summer'];

function termName(label: string): string | null {
	const found = season.exec(label)?.[1];
	if (found) return found.toLowerCase();
	const number = numbered.exec(label)?.[1];
	if (number) return ofSix[Number(number) - 1]!;
	const given = /^\W*([a-z][a-z’' -]*?)\s+term\b/i.exec(label)?.[1]?.toLowerCase();
	return given && !noName.test(given) ? given : null;
}
