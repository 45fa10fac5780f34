import type { MeasureKey, PupilGroup } from '../measures.ts';
import { yearEnding, yearIn, type SchoolYear } from '../year.ts';
import { countIn, figureIn, saysFew, urnIn, yearOfCell } from './cells.ts';
import type { Sheet } from './sheet.ts';
import { finding, Gathering, type Reader, type Reading } from './statements.ts';

interface FigureColumn {
	at: number;
	measure: MeasureKey;
	group: PupilGroup;
	/** Where the number of those pupils stands; -1 where it does not. */
	pupilsAt: number;
}

/** A file of DfE's performance tables, by what its headings are. */
export interface PerformanceTable {
	words: string;
	/** The year of the whole file, where its headings tell. */
	year: SchoolYear | null;
	urnAt: number;
	recordAt: number;
	yearAt: number;
	columns: FigureColumn[];
	/** Where it says whether a school’s figures are shown at all. */
	mainAt: number;
}

const officialMeasures: Record<string, MeasureKey> = {
	PTRWM_EXP: 'ks2 rwm expected',
	PTRWM_HIGH: 'ks2 rwm higher',
	PTREAD_EXP: 'ks2 reading expected',
	PTWRITTA_EXP: 'ks2 writing expected',
	PTMAT_EXP: 'ks2 maths expected',
	PTGPS_EXP: 'ks2 gps expected',
	READ_AVERAGE: 'ks2 reading score',
	MAT_AVERAGE: 'ks2 maths score',
	GPS_AVERAGE: 'ks2 gps score',
	READPROG: 'ks2 reading progress',
	WRITPROG: 'ks2 writing progress',
	MATPROG: 'ks2 maths progress',
};
/** What DfE adds to a heading for a pupil group, the group, and where it says how many they are. */
const officialGroups: readonly [string, PupilGroup, string][] = [
	['', 'all', 'TELIG'],
	['_G', 'girls', 'GELIG'],
	['_B', 'boys', 'BELIG'],
	['_FSM6CLA1A', 'disadvantaged', 'TFSM6CLA1A'],
	['_NotFSM6CLA1A', 'not disadvantaged', 'TNotFSM6CLA1A'],
	['_EAL', 'EAL', 'TEALGRP2'],
	['_MOBN', 'not mobile', 'TMOBN'],
];

const copiedMeasures: Record<string, MeasureKey> = {
	'Overall Meet Std': 'ks2 rwm expected',
	'Overall Exceed Std': 'ks2 rwm higher',
	'Reading Meet Std': 'ks2 reading expected',
	'Writing Meet Std': 'ks2 writing expected',
	'Maths Meet Std': 'ks2 maths expected',
	'Reading Score': 'ks2 reading score',
	'Maths Score': 'ks2 maths score',
	'Reading Progress': 'ks2 reading progress',
	'Writing Progress': 'ks2 writing progress',
	'Maths Progress': 'ks2 maths progress',
	rwm_exp: 'ks2 rwm expected',
	rwm_high: 'ks2 rwm higher',
	read_score: 'ks2 reading score',
	maths_score: 'ks2 maths score',
	gps_score: 'ks2 gps score',
};

/** The measure under a heading of DfE's or of a published copy, in whoever's file. */
export const measureUnder = (heading: string): MeasureKey | null =>
	officialMeasures[heading] ?? copiedMeasures[heading] ?? null;

/** What all files of a layout have besides their figures, and hardly a sheet of a school's own. */
const marks = {
	official: ['RECTYPE', 'URN', 'TELIG', 'PTRWM_EXP'],
	copied: [
		['URN', 'KS2 Pupils', 'Academic Year', 'Overall Meet Std', 'Overall Exceed Std'],
		['urn', 'lea', 'year', 'rwm_exp', 'rwm_high', 'read_score'],
	],
};

/**
 * Knows a file of DfE’s performance tables, or a published copy of one, by marks among its headings. Null where it is neither. That it is
 * published, whoever brings it says: anybody can write the same headings.
 */
export function performanceTable({ headings }: Pick<Sheet, 'headings'>): PerformanceTable | null {
	const at = (heading: string) => headings.indexOf(heading);
	const has = (all: readonly string[]) => all.every((heading) => headings.includes(heading));
	const urnAt = Math.max(at('URN'), at('urn'));
	if (has(marks.official))
		return {
			words: 'The layout of DfE’s key stage 2 performance tables',
			year: yearOfColumns(headings),
			...{ urnAt, recordAt: at('RECTYPE'), yearAt: -1, mainAt: at('PTRWM_EXP') },
			columns: Object.entries(officialMeasures).flatMap(([heading, measure]) =>
				officialGroups.flatMap(([suffix, group, counted]) =>
					at(heading + suffix) < 0
						? []
						: [{ at: at(heading + suffix), measure, group, pupilsAt: at(counted) }],
				),
			),
		};
	if (!marks.copied.some(has)) return null;
	const mainAt = Math.max(at('Overall Meet Std'), at('rwm_exp'));
	return {
		words: 'The layout of a published copy of DfE’s key stage 2 results',
		year: null,
		...{ urnAt, recordAt: -1, yearAt: Math.max(at('Academic Year'), at('year')), mainAt },
		columns: Object.entries(copiedMeasures).flatMap(([heading, measure]) =>
			at(heading) < 0
				? []
				: [{ at: at(heading), measure, group: 'all' as const, pupilsAt: at('KS2 Pupils') }],
		),
	};
}

/** DfE repeats the two years before under headings such as TELIG_18: the file is for the year after the latest. */
function yearOfColumns(headings: readonly string[]): SchoolYear | null {
	const before = headings.flatMap((heading) => /^TELIG_(\d\d)$/.exec(heading)?.[1] ?? []).map(Number);
	return before.length === 0 ? null : yearEnding(2000 + Math.max(...before) + 1);
}

/** 'ks2-850-2018-19.csv', '2018-2019_850_ks2final.csv' → '2018-19'. */
export function yearOfName(fileName: string): SchoolYear | null {
	const [found] = /(?<!\d)20\d\d[-_](20)?\d\d(?!\d)/.exec(fileName) ?? [];
	return found === undefined ? null : yearIn(found.replace('_', '-'));
}

/** Which year the rows are for: what the headings say, else what was said with the file. Null where each row says it itself. */
export function readTable(
	sheet: Sheet,
	table: PerformanceTable,
	{ schools, today }: Reader,
	saidYear: SchoolYear | null,
	tell: (rows: number) => void = () => undefined,
): Reading {
	const gathering = new Gathering(today);
	const find = finding(schools, gathering.leaving);
	const yearOfAll = table.year ?? saidYear;
	for (const [place, { row, cells }] of sheet.rows.entries()) {
		if (place % 1000 === 0) tell(place);
		const cell = (at: number) => cells[at] ?? '';
		// Schools are records of the kinds 1 and 2; the others are authorities and England.
		if (table.recordAt >= 0 && !/^[12]$/.test(cell(table.recordAt))) {
			gathering.leaving.out('total', row);
			continue;
		}
		const urn = urnIn(cell(table.urnAt));
		const schoolId = find(row, urn, '');
		if (schoolId === null) continue;
		const year = table.yearAt < 0 ? yearOfAll : yearOfCell(cell(table.yearAt));
		if (!gathering.isYear(year, row)) continue;
		// A published copy leaves blank what DfE suppressed.
		const blankIsHeld = table.recordAt < 0 && cell(table.mainAt) === '';
		for (const { at, measure, group, pupilsAt } of table.columns) {
			const said = figureIn(cell(at));
			if (said.is === 'no number') gathering.leaving.out('no number', row);
			if (said.is === 'no number' || (said.is === 'nothing' && !blankIsHeld)) continue;
			const value = said.is === 'figure' ? said.value : null;
			const [pupils, few] = [countIn(cell(pupilsAt)), saysFew(cell(pupilsAt))];
			gathering.add({ row, schoolId, urn, measure, group, year, value, pupils, few });
		}
	}
	const { length: rows } = sheet.rows;
	return { layout: table.words, publisher: 'school', marked: true, rows, ...gathering.done() };
}
