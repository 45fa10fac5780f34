import { describe, expect, test } from 'vitest';
import { areParts, guessed, mappingFault, readMapped, type ColumnUse, type Mapping } from './mapping.ts';
import { sheetOf } from './sheet.ts';

const schools = [
	{ id: 'oak', name: 'Oak Hill Primary School', urns: [100001, 100002] },
	{ id: 'st', name: 'St. John’s C of E School', urns: [] },
	{ id: 'twin 1', name: 'Twin School', urns: [] },
	{ id: 'twin 2', name: 'Twin School', urns: [] },
];
const sheet = (...rows: string[]) => sheetOf(rows.map((row) => row.split('|')))!;
const use = (what: ColumnUse['what'], group: ColumnUse['group'] = 'all'): ColumnUse => ({ what, group });
const read = (
	columns: ColumnUse[],
	rows: string[],
	said: Parameters<typeof readMapped>[3] = { year: null, schoolId: null },
	parts = false,
) => readMapped(sheet('a|b', ...rows), { columns, parts }, { schools, today: '2026-11-30' }, said);
const told = ({ statements }: ReturnType<typeof read>) =>
	statements.map(
		({ schoolId, year, measure, group, value, pupils }) =>
			`${schoolId} ${year} ${measure}/${group} ${value} of ${pupils}`,
	);

describe('CSC-8 a spreadsheet of any shape', () => {
	test('wide, a column for each measure and group', () =>
		expect(
			told(
				read(
					[
						use('school'),
						use('year'),
						use('pupils'),
						use('phonics expected'),
						use('pupils', 'EAL'),
						use('phonics expected', 'EAL'),
					],
					['ST JOHNS C OF E SCHOOL|2024/25|30|81.5%|9|78', 'oak hill primary school|2024|28|SUPP|-|'],
				),
			),
		).toEqual([
			'st 2024-25 phonics expected/all 81.5 of 30',
			'st 2024-25 phonics expected/EAL 78 of 9',
			'oak 2023-24 phonics expected/all null of 28',
		]));

	test('long, a row for each figure', () =>
		expect(
			told(
				read(
					[use('urn'), use('year'), use('measure'), use('group'), use('pupils'), use('figure')],
					[
						'100002|202425|Phonics check passed (Year 1)|Girls|14|0.9',
						'100001|2025|early years gld|PP|7|0.5714',
					],
					undefined,
					true,
				),
			),
		).toEqual([
			'oak 2024-25 phonics expected/girls 90 of 14',
			'oak 2024-25 early years gld/disadvantaged 57.14 of 7',
		]));

	test('of one school and year, said with the file', () =>
		expect(
			told(read([use('y5 reading expected'), use('')], ['71|Ann'], { year: '2024-25', schoolId: 'oak' })),
		).toEqual(['oak 2024-25 y5 reading expected/all 71 of null']));

	test('leaves out what it cannot place, and says why', () => {
		const { leftOut, statements } = read(
			[use('school'), use('year'), use('group'), use('phonics expected'), use('pupils')],
			[
				'Elm|2025||80|30',
				'|2025||80|30',
				'Twin School|2025||80|30',
				'Oak Hill Primary School|soon||80|30',
				'Oak Hill Primary School|2031||80|30',
				'Oak Hill Primary School|2020||80|30',
				'Oak Hill Primary School|2025|left-handed|80|30',
				'Oak Hill Primary School|2025|girls|80|',
				'Oak Hill Primary School|2025||lots|30',
			],
		);
		expect(statements).toEqual([]);
		expect(leftOut.map(({ why, rows }) => `${why}: ${rows}`)).toEqual([
			'no school: 3',
			'not yours: 2',
			'two of that name: 4',
			'no year: 5',
			'year to come: 6',
			'no tests: 7',
			'no number: 10',
			'unknown group: 8',
			'no count: 9',
		]);
	});
});

describe('what cells say', () => {
	const own = (cells: string, columns: ColumnUse[], parts = false) =>
		told(read(columns, [cells], { year: '2024-25', schoolId: 'oak' }, parts));
	test.each(['+1.9', '1.9', '1,9'])('a number: %s', (cell) =>
		expect(own(cell, [use('ks2 reading progress')])).toEqual([
			'oak 2024-25 ks2 reading progress/all 1.9 of null',
		]),
	);
	test('a part of one without its nought, and a percent sign that makes it none', () => {
		expect(own('.5', [use('phonics expected')], true)).toEqual([
			'oak 2024-25 phonics expected/all 50 of null',
		]);
		expect(own('63%', [use('phonics expected')], true)).toEqual([
			'oak 2024-25 phonics expected/all 63 of null',
		]);
	});
	test.each(['<5', '< 6', 'fewer than 5', 'SUPP', 'few', '1-5', '*', 'x'])('few pupils: %s', (cell) => {
		const { statements } = read([use('phonics expected', 'girls'), use('pupils', 'girls')], [`80|${cell}`], {
			...{ year: '2024-25', schoolId: 'oak' },
		});
		expect(statements).toMatchObject([{ value: 80, pupils: null, few: true }]);
	});
	test.each(['n/a', '-', '30ish'])('no number of pupils, few or not: %s', (cell) => {
		const { statements } = read([use('phonics expected'), use('pupils')], [`80|${cell}`], {
			...{ year: '2024-25', schoolId: 'oak' },
		});
		expect(statements).toMatchObject([{ value: 80, pupils: null, few: false }]);
	});
});

test('CSC-8 pupils of the group of a row and of another of its column are left out, and that is said', () => {
	const columns = [
		use('school'),
		use('year'),
		use('group'),
		use('pupils', 'EAL'),
		use('phonics expected', 'EAL'),
	];
	const { statements, leftOut } = read(columns, [
		'Oak Hill Primary School|2025|Girls|9|80',
		'Oak Hill Primary School|2025|EAL|9|70',
		'Oak Hill Primary School|2024||9|60',
	]);
	expect(statements.map(({ group, value }) => `${group} ${value}`)).toEqual(['EAL 70', 'EAL 60']);
	expect(leftOut).toEqual([{ why: 'two groups', count: 1, rows: '2' }]);
});

test('headings of DfE’s are guessed in a school’s own sheet, and parts of one are judged by each file', () => {
	const columns = guessed(sheet('URN|rwm_exp|PTRWM_HIGH', '1|63|12')).columns.map(({ what }) => what);
	expect(columns).toEqual(['urn', 'ks2 rwm expected', 'ks2 rwm higher']);
	const uses = [use('urn'), use('phonics expected')];
	expect(areParts(sheet('URN|Phonics', '1|0.63', '2|1'), uses)).toBe(true);
	expect(areParts(sheet('URN|Phonics', '1|0.63', '2|63'), uses)).toBe(false);
	expect(areParts(sheet('URN|Phonics', '1|0.5%', '2|1%'), uses)).toBe(false);
	const said = { year: '2024-25', schoolId: null } as const;
	const parts = sheet('URN|Phonics', '1|0.63', '2|1');
	expect(mappingFault({ columns: uses, parts: false }, said, parts)).toContain('parts of one');
	expect(mappingFault({ columns: uses, parts: true }, said, parts)).toBe(null);
});

test('headings are guessed, for somebody to put right', () => {
	const given = sheet(
		'URN|School Name|Academic year|Cohort|Phonics check passed (Year 1)|Teacher',
		'1|x|2025|30|0.8|Ms',
	);
	expect(guessed(given)).toEqual({
		columns: ['urn', 'school', 'year', 'pupils', 'phonics expected', ''].map((what) => ({
			what,
			group: 'all',
		})),
		parts: true,
	});
});

describe('what cannot be read is refused in a sentence', () => {
	const none = { year: null, schoolId: null };
	const fault = (...columns: ColumnUse[]) =>
		mappingFault({ columns, parts: false } satisfies Mapping, none, sheet('a|b', '1|2'));
	test.each([
		[fault(use('year'), use('phonics expected')), 'URN or its name'],
		[fault(use('urn'), use('phonics expected')), 'which column has the year'],
		[fault(use('urn'), use('year')), 'which column has figures'],
		[fault(use('urn'), use('year'), use('measure')), 'needs one with the figure'],
		[fault(use('urn'), use('urn', 'girls'), use('year'), use('phonics expected')), 'the same'],
		[fault(use('urn'), use('year'), use('phonics expected'), use('phonics expected')), 'the same'],
	])('%s', (said, words) => expect(said).toContain(words));
	test('the same measure of two groups is none', () =>
		expect(fault(use('urn'), use('year'), use('phonics expected'), use('phonics expected', 'EAL'))).toBe(
			null,
		));
});
