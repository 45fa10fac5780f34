import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { MeasureKey, PupilGroup } from '../measures.ts';
import { readFile } from './read-file.ts';

// Twenty schools of Hampshire as they stand in the five published files, byte for byte, with a few rows of others and the totals. What
// is expected is taken from the same cells by cutting lines at commas, and nothing else of the product's.

const urns = [
	...[116285, 116000, 116331, 115889, 115915, 135885, 115935, 116315, 115899, 131116],
	...[116067, 115881, 115926, 116362, 116353, 115913, 116146, 115932, 138139, 116356],
];
const schools = urns.map((urn) => ({ id: String(urn), name: `School ${urn}`, urns: [urn] }));

type Columns = Record<string, readonly [MeasureKey, PupilGroup]>;
const all = (measure: MeasureKey) => [measure, 'all'] as const;
const published: Columns = {
	'Reading Progress': all('ks2 reading progress'),
	'Reading Score': all('ks2 reading score'),
	'Reading Meet Std': all('ks2 reading expected'),
	'Writing Progress': all('ks2 writing progress'),
	'Writing Meet Std': all('ks2 writing expected'),
	'Maths Progress': all('ks2 maths progress'),
	'Maths Score': all('ks2 maths score'),
	'Maths Meet Std': all('ks2 maths expected'),
	'Overall Meet Std': all('ks2 rwm expected'),
	'Overall Exceed Std': all('ks2 rwm higher'),
};
const later: Columns = {
	rwm_exp: all('ks2 rwm expected'),
	rwm_high: all('ks2 rwm higher'),
	read_score: all('ks2 reading score'),
	maths_score: all('ks2 maths score'),
	gps_score: all('ks2 gps score'),
};
const original: Columns = {
	PTRWM_EXP: all('ks2 rwm expected'),
	PTRWM_HIGH: all('ks2 rwm higher'),
	PTREAD_EXP: all('ks2 reading expected'),
	READ_AVERAGE: all('ks2 reading score'),
	MAT_AVERAGE: all('ks2 maths score'),
	READPROG: all('ks2 reading progress'),
	PTRWM_EXP_G: ['ks2 rwm expected', 'girls'],
	PTRWM_EXP_B: ['ks2 rwm expected', 'boys'],
	PTRWM_EXP_FSM6CLA1A: ['ks2 rwm expected', 'disadvantaged'],
	PTRWM_EXP_EAL: ['ks2 rwm expected', 'EAL'],
};

test.each([
	['ks2-2016.csv', published, 200],
	['ks2-2017.csv', published, 200],
	['ks2-2018.csv', published, 200],
	// Two of them are in it for one of its two years.
	['ks2-2024-2025.csv', later, 190],
	['ks2-850-2018-19.csv', original, 200],
] as const)(
	'CSC-8 %s: every figure of twenty schools is the file’s, and every row is told of',
	async (name, columns, cells) => {
		const bytes = readFileSync(new URL(`fixtures/twenty/${name}`, import.meta.url));
		const given = { bytes, fileName: name, year: null, reader: { schools, today: '2026-11-30' } };
		const told = await readFile(given, () => undefined);
		if (told.is !== 'read') throw new Error(JSON.stringify(told));
		const { statements, rows, leftOut } = told.reading;

		const lines = bytes.toString('utf8').replace('\uFEFF', '').trimEnd().split(/\r?\n/);
		const [headings, ...data] = lines.map((line) => line.split(','));
		const cellIn = (line: readonly string[], heading: string) =>
			line[headings!.indexOf(heading)]?.trim() ?? '';
		let compared = 0;
		for (const line of data) {
			const urn = cellIn(line, 'URN') || cellIn(line, 'urn');
			if (!urns.includes(Number(urn))) continue;
			const summer = cellIn(line, 'Academic Year') || cellIn(line, 'year').slice(5) || '2019';
			for (const [heading, [measure, group]] of Object.entries(columns)) {
				const cell = cellIn(line, heading);
				const figure = /^-?\d/.test(cell) ? Number(cell.replace('%', '')) : null;
				const statement = statements.find(
					(one) =>
						one.schoolId === urn &&
						one.measure === measure &&
						one.group === group &&
						one.year.endsWith(summer.slice(2)),
				);
				expect(statement?.value ?? null, `${urn}, ${heading}, ${summer}: “${cell}”`).toBe(figure);
				compared++;
			}
		}
		expect(compared).toBe(cells);
		expect(rows).toBe(data.length);
		const left = leftOut.reduce((sum, { count }) => sum + count, 0);
		expect(left).toBe(
			data.filter((line) => !urns.includes(Number(cellIn(line, 'URN') || cellIn(line, 'urn')))).length,
		);
	},
);
