import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { costOf, releaseDaysTable } from './release-days.ts';

const day = {
	day: '2026-11-19',
	name: 'Priya Lanternby',
	school: 'Quillhaven',
	hostName: 'Fernmarsh',
	as: 'reviewer',
};
const read = (table: string) => Papa.parse<string[]>(table.replace(/^\uFEFF/, '').trim()).data;

test('CSC-19 release days go into a spreadsheet by day, with a cost where a school releases somebody and one is set', () => {
	const guest = { ...day, day: '2026-10-01', name: 'Guest', school: '' };
	expect(read(releaseDaysTable([day, guest], 210, null))).toEqual([
		['Day', 'Person', 'School', 'Review at', 'As', 'Cost (£)'],
		['2026-10-01', 'Guest', '', 'Fernmarsh', 'reviewer', ''],
		['2026-11-19', 'Priya Lanternby', 'Quillhaven', 'Fernmarsh', 'reviewer', '210'],
	]);
	expect(read(releaseDaysTable([day], null, null))[0]).toEqual([
		'Day',
		'Person',
		'School',
		'Review at',
		'As',
	]);
	expect(read(releaseDaysTable([day], null, 'There may be others.')).slice(0, 2)).toEqual([
		['There may be others.'],
		['Day', 'Person', 'School', 'Review at', 'As'],
	]);
	expect(costOf([{ memberId: 'a' }, { memberId: null }, { memberId: 'a' }], 210)).toBe(420);
});

test('no name is taken for a formula, and none breaks out of its cell', () => {
	const names = ['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '\t=1', 'A "B", C\nD'];
	const cells = read(
		releaseDaysTable(
			names.map((name) => ({ ...day, name })),
			1,
			null,
		),
	).slice(1);
	expect(cells).toHaveLength(names.length);
	for (const [, name] of cells) expect(name).not.toMatch(/^[=+\-@\t\r]/);
	expect(cells.map(([, name]) => name)).toContain('A "B", C\nD');
});
