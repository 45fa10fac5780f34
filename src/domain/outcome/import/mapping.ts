import { kindOf, measureKeys, type MeasureKey, type PupilGroup } from '../measures.ts';
import type { SchoolYear } from '../year.ts';
import { countIn, figureIn, groupIn, measureIn, sameWords, saysFew, urnIn, yearOfCell } from './cells.ts';
import { measureUnder } from './performance-tables.ts';
import type { Sheet } from './sheet.ts';
import { finding, Gathering, type Reader, type Reading } from './statements.ts';

/** What a column can be besides the figures of one measure. 'measure' and 'figure' go together: a row for each figure. */
export const columnParts = ['urn', 'school', 'year', 'group', 'pupils', 'measure', 'figure'] as const;
type ColumnPart = (typeof columnParts)[number];

/** What one column is, and of which pupils; nothing for one that is left out. */
export interface ColumnUse {
	what: ColumnPart | MeasureKey | '';
	group: PupilGroup;
}

/** What the columns of a spreadsheet are, in their order. */
export interface Mapping {
	columns: ColumnUse[];
	/** Percentages are written as parts of one: 0.63 for 63 %. */
	parts: boolean;
}

export const mostMappedColumns = 60;
const isMeasure = (what: string): what is MeasureKey => (measureKeys as readonly string[]).includes(what);

const usual: readonly [RegExp, ColumnPart][] = [
	[/^(urn|school urn|school number)$/, 'urn'],
	[/^(school|school name|name|name of school|establishment|establishment name)$/, 'school'],
	[/^(year|academic year|school year|time period|results year|summer)$/, 'year'],
	[/^(pupil group|group|pupils group|breakdown|characteristic|subgroup)$/, 'group'],
	[/^(pupils|cohort|number of pupils|no of pupils|eligible pupils|pupil count|count|n)$/, 'pupils'],
	[/^(measure|indicator|assessment)$/, 'measure'],
	[/^(figure|value|result|percent|percentage)$/, 'figure'],
];

/** What columns seem to be by their headings, for somebody to put right. */
export function guessed(sheet: Sheet): Mapping {
	const taken = new Set<string>();
	const columns = sheet.headings.map((heading): ColumnUse => {
		const words = sameWords(heading);
		const what =
			usual.find(([known]) => known.test(words))?.[1] ?? measureIn(heading) ?? measureUnder(heading) ?? '';
		if (what === '' || taken.has(what)) return { what: '', group: 'all' };
		taken.add(what);
		return { what, group: 'all' };
	});
	return { columns, parts: areParts(sheet, columns) };
}

/** Whether the percentages of a sheet are parts of one. One file may write them so and the next under the same headings not. */
export function areParts({ rows }: Sheet, columns: readonly ColumnUse[]): boolean {
	const measureAt = columns.findIndex(({ what }) => what === 'measure');
	const figures = rows.flatMap(({ cells }) =>
		columns.flatMap(({ what }, at) => {
			const measure = what === 'figure' ? measureIn(cells[measureAt] ?? '') : isMeasure(what) ? what : null;
			const said = figureIn(cells[at] ?? '');
			const counts = measure !== null && kindOf(measure).unit === 'percent' && said.is === 'figure';
			return counts && !said.isPercent ? [said.value] : [];
		}),
	);
	return figures.some((value) => value > 0 && value < 1) && figures.every((value) => value <= 1);
}

/** Figures and counts are told apart by their pupils as well; of whatever else a column is, there is one. */
const nameOf = ({ what, group }: ColumnUse) =>
	what === 'pupils' || isMeasure(what) ? `${what} ${group}` : what;

/** Why a mapping cannot be read by, in a sentence; null where it can. */
export function mappingFault(
	{ columns, parts }: Mapping,
	said: { year: SchoolYear | null; schoolId: string | null },
	sheet: Sheet,
): string | null {
	const has = (what: string) => columns.some((column) => column.what === what);
	const uses = columns.filter(({ what }) => what !== '').map(nameOf);
	if (new Set(uses).size < uses.length)
		return 'Two columns are said to be the same. Leave one of them out, or give it another pupil group.';
	if (!has('urn') && !has('school') && said.schoolId === null)
		return 'Say which column has the school’s URN or its name, or choose the school of all its rows.';
	if (!has('year') && said.year === null)
		return 'Say which column has the year, or give the year of all its rows.';
	if (has('measure') !== has('figure')) return 'A column that names the measure needs one with the figure.';
	if (!has('figure') && !columns.some(({ what }) => isMeasure(what)))
		return 'Say which column has figures, and what they measure.';
	if (!parts && areParts(sheet, columns))
		return 'All percentages in this file lie between 0 and 1. Say that they are parts of one.';
	return null;
}

/** Reads a spreadsheet by what somebody said of its columns. Figures of a pupil group need how many pupils they are about. */
export function readMapped(
	sheet: Sheet,
	mapping: Mapping,
	{ schools, today }: Reader,
	said: { year: SchoolYear | null; schoolId: string | null },
): Reading {
	const gathering = new Gathering(today);
	const { leaving } = gathering;
	const find = finding(schools, leaving);
	const placeOf = (what: ColumnPart) => mapping.columns.findIndex((column) => column.what === what);
	const at = Object.fromEntries(columnParts.map((part) => [part, placeOf(part)])) as Record<
		ColumnPart,
		number
	>;
	const figures = mapping.columns.flatMap(({ what, group }, place) =>
		what === 'figure' || isMeasure(what) ? [{ what, group, place }] : [],
	);
	for (const { row, cells } of sheet.rows) {
		const cell = (place: number) => (place < 0 ? '' : (cells[place] ?? ''));
		const urn = urnIn(cell(at.urn));
		const named = at.urn >= 0 || at.school >= 0;
		const schoolId = named ? find(row, urn, cell(at.school)) : said.schoolId;
		if (schoolId === null) continue;
		const year = cell(at.year) === '' ? said.year : yearOfCell(cell(at.year));
		if (!gathering.isYear(year, row)) continue;
		const groupOfRow = groupIn(cell(at.group));
		if (groupOfRow === null) {
			leaving.out('unknown group', row);
			continue;
		}
		for (const { what, group: groupOfColumn, place } of figures) {
			const figure = figureIn(cell(place));
			if (figure.is === 'nothing') continue;
			const measure = what === 'figure' ? measureIn(cell(at.measure)) : what;
			const group: PupilGroup = groupOfColumn === 'all' ? groupOfRow : groupOfColumn;
			const isOfBoth = groupOfRow !== 'all' && group !== groupOfRow;
			const value =
				figure.is !== 'figure' || measure === null
					? null
					: asPercent(measure, figure.value, mapping.parts && !figure.isPercent);
			const pupilsAt = mapping.columns.findIndex(
				(column) => column.what === 'pupils' && column.group === groupOfColumn,
			);
			const [pupils, few] = [countIn(cell(pupilsAt)), saysFew(cell(pupilsAt))];
			if (figure.is === 'no number') leaving.out('no number', row);
			else if (measure === null) leaving.out('unknown measure', row);
			else if (isOfBoth) leaving.out('two groups', row);
			else if (group !== 'all' && pupils === null && !few && value !== null) leaving.out('no count', row);
			else gathering.add({ row, schoolId, urn: null, measure, group, year, value, pupils, few });
		}
	}
	const { length: rows } = sheet.rows;
	return { layout: 'A spreadsheet', publisher: 'school', marked: false, rows, ...gathering.done() };
}

const asPercent = (measure: MeasureKey, value: number, parts: boolean) =>
	Math.round((parts && kindOf(measure).unit === 'percent' ? 100 * value : value) * 100) / 100;
