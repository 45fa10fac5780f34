import { z } from 'zod';
import { isDay } from '#platform/day.ts';
import { hasSchoolDays } from './school-calendar.ts';
import { schoolYearName } from './school-year.ts';

export const daySchema = z
	.string()
	.refine(isDay, { error: 'Give a day that exists, such as 3 December 2026.', abort: true });

const spanSchema = z
	.object({ from: daySchema, to: daySchema })
	.refine(({ from, to }) => from <= to, { path: ['to'], error: 'The last day cannot be before the first.' });

const termSchema = z
	.object({
		name: z.string().trim().min(1, 'Name the term.').max(40),
		from: daySchema,
		to: daySchema,
		break: spanSchema.nullable(),
	})
	.refine(({ from, to }) => from < to, { path: ['to'], error: 'A term ends after it begins.' })
	.refine((term) => !term.break || (term.from < term.break.from && term.break.to < term.to), {
		path: ['break'],
		error: 'The half-term break lies inside its term.',
	});

/**
 * A school year as someone enters it (or as stored in `school_year`). Refused: terms out of order or overlapping, a term
 * outside the year's August to July, an INSET day outside every term, a year without a school day.
 */
export const schoolYearSchema = z
	.object({
		name: z.string().regex(/^\d{4}-\d\d$/, 'Name the school year like 2026-27.'),
		terms: z.array(termSchema).min(1, 'A school year has at least one term.').max(8),
		inset: z.array(daySchema).max(30),
		bankHolidays: z.literal('open').optional(),
	})
	.superRefine((year, check) => {
		const { name, terms, inset } = year;
		terms.forEach((term, index) => {
			const before = terms[index - 1];
			if (before && before.to >= term.from)
				refuse(['terms', index, 'from'], 'This term begins before the one before it has ended.');
			if (schoolYearName(term.from) !== name || schoolYearName(term.to) !== name)
				refuse(['terms', index], `This term does not lie in the school year ${name}.`);
		});
		inset.forEach((day, index) => {
			if (!terms.some((term) => term.from <= day && day <= term.to))
				refuse(['inset', index], 'This INSET day lies in no term.');
		});
		if (check.issues.length === 0 && !hasSchoolDays(year))
			refuse([], 'By these dates pupils would not be in school on any day of the year.');
		function refuse(path: PropertyKey[], message: string) {
			check.addIssue({ code: 'custom', path, message });
		}
	});
