import { headingsOf, readColumns, WrongFile, type Headings, type Row } from '#domain/register/columns.ts';
import type { PublishedResult } from './published.ts';
import { yearEnding, yearIn } from './year.ts';

// DfE's own headings first (school performance tables), then those of published copies.
const resultHeadings = {
	urn: ['URN', 'urn'],
	record: ['RECTYPE'],
	year: ['Academic Year', 'year'],
	pupils: ['TELIG', 'KS2 Pupils'],
	rwmExpected: ['PTRWM_EXP', 'Overall Meet Std', 'rwm_exp'],
	rwmHigher: ['PTRWM_HIGH', 'Overall Exceed Std', 'rwm_high'],
	readingScore: ['READ_AVERAGE', 'Reading Score', 'read_score'],
	mathsScore: ['MAT_AVERAGE', 'Maths Score', 'maths_score'],
	readingProgress: ['READPROG', 'Reading Progress'],
	writingProgress: ['WRITPROG', 'Writing Progress'],
	mathsProgress: ['MATPROG', 'Maths Progress'],
} as const satisfies Headings<string>;

type Name = keyof typeof resultHeadings;

export const looksLikeResults = (headings: readonly string[]): boolean =>
	resultHeadings.rwmExpected.some((heading) => headings.includes(heading));

/**
 * Key stage 2 results in a file of DfE's performance tables. Rows for authorities and for England, which have no URN, are
 * passed over; SUPP, LOWCOV, NA and blanks are never a figure.
 * @param yearOfFile the school year ('2018-19'), needed where the file itself does not say it, as DfE's own does not
 * @throws WrongFile naming the missing columns, or the missing year
 */
export function readResults(text: string, yearOfFile?: string): PublishedResult[] {
	if (!yearOfFile && !resultHeadings.year.some((heading) => headingsOf(text).includes(heading)))
		throw new WrongFile(
			'the file does not say which year its results are for. Give it after the file’s name, as in FILE=2018-19.',
		);
	return readColumns(text, resultHeadings, ['urn', 'rwmExpected', 'rwmHigher']).flatMap((row) =>
		published(row, yearOfFile),
	);
}

function published(row: Row<Name>, yearOfFile: string | undefined): PublishedResult[] {
	const year = yearOfFile ?? summerOrYear(row.year ?? '');
	if (!/^\d{6}$/.test(row.urn ?? '') || !year) return [];
	const pupils = figure(row.pupils);
	const rwmExpected = figure(row.rwmExpected);
	return [
		{
			urn: Number(row.urn),
			year,
			pupils,
			suppressed: rwmExpected === null,
			rwmExpected,
			rwmHigher: figure(row.rwmHigher),
			readingScore: figure(row.readingScore),
			mathsScore: figure(row.mathsScore),
			readingProgress: figure(row.readingProgress),
			writingProgress: figure(row.writingProgress),
			mathsProgress: figure(row.mathsProgress),
		},
	];
}

const summerOrYear = (text: string) => (/^\d{4}$/.test(text) ? yearEnding(Number(text)) : yearIn(text));

function figure(text: string | undefined): number | null {
	return text && /^-?\d+(\.\d+)?%?$/.test(text) ? Number.parseFloat(text) : null;
}
