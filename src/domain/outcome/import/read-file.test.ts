import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { readFile, type ReadFile } from './read-file.ts';
import type { Reading } from './statements.ts';

// The files are DfE's, a few rows of each, as they are: mark, line ends and all.

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const schools = [
	['Anstey Junior School', 115851],
	['Micheldever CofE Primary School', 133292],
	['Hyde Church of England Primary School', 116294],
	['Henry Tyndale School', 131559],
	['Moulsham Junior School', 137971],
	['Suppressed in 2016', 139837],
].map(([name, urn]) => ({ id: String(name), name: String(name), urns: [Number(urn)] }));

const read = (bytes: Uint8Array, fileName = 'file.csv', year: '2018-19' | null = null): Promise<ReadFile> =>
	readFile({ bytes, fileName, year, reader: { schools, today: '2026-11-30' } }, () => undefined);
const text = (words: string) => Buffer.from(words);
async function readingOf(bytes: Uint8Array, fileName?: string): Promise<Reading> {
	const told = await read(bytes, fileName);
	if (told.is !== 'read') throw new Error(JSON.stringify(told));
	return told.reading;
}
const figures = ({ statements }: Reading, school: string, measure = 'ks2 rwm expected') =>
	statements
		.filter((one) => one.schoolId === school && one.measure === measure)
		.map(({ group, value, pupils }) => `${group} ${value} of ${pupils}`);

describe('CSC-8 a file of DfE’s in its own layout', () => {
	test('has each school’s figures by pupil group, with how many pupils', async () => {
		const reading = await readingOf(fixture('ks2-850-2018-19.csv'));
		expect(figures(reading, 'Anstey Junior School')).toEqual([
			'all 63 of 60',
			'girls 61 of 28',
			'boys 66 of 32',
			'disadvantaged 61 of 18',
			'not disadvantaged 64 of 42',
			'EAL null of 1',
			'not mobile 63 of 59',
		]);
		expect(figures(reading, 'Anstey Junior School', 'ks2 writing progress').slice(0, 3)).toEqual([
			'all -2.8 of 60',
			'girls -2.2 of 28',
			'boys -3.4 of 32',
		]);
		// Anybody can write these headings: whoever brings it says that it is DfE’s.
		expect(reading).toMatchObject({ publisher: 'school', marked: true });
		expect(new Set(reading.statements.map(({ year }) => year))).toEqual(new Set(['2018-19']));
	});

	test('keeps SUPP as held back, a true nought as nought, and takes special schools too', async () => {
		const reading = await readingOf(fixture('ks2-850-2018-19.csv'));
		expect(figures(reading, 'Micheldever CofE Primary School').slice(0, 3)).toEqual([
			'all 80 of 15',
			'girls null of 5',
			'boys 90 of 10',
		]);
		expect(figures(reading, 'Hyde Church of England Primary School')).toContain('all null of 2');
		expect(figures(reading, 'Henry Tyndale School')[0]).toBe('all 0 of 7');
	});

	test('leaves out totals and schools of others, and says which rows', async () => {
		const reading = await readingOf(fixture('ks2-850-2018-19.csv'));
		expect(reading.leftOut).toEqual([
			{ why: 'total', count: 3, rows: '7–9' },
			{ why: 'not yours', count: 1, rows: '3' },
		]);
		expect(reading.rows).toBe(8);
	});

	test('needs its year from its name or from whoever gives it, where its headings do not tell', async () => {
		const bare = text('RECTYPE,URN,TELIG,PTRWM_EXP\r\n1,115851,60,63%\r\n');
		expect(await read(bare)).toMatchObject({ is: 'refused', because: expect.stringContaining('which year') });
		for (const told of [await read(bare, '2018-2019_850_ks2final.csv'), await read(bare, 'x.csv', '2018-19')])
			expect(told).toMatchObject({
				is: 'read',
				reading: { statements: [{ year: '2018-19', value: 63 }] },
			});
	});
});

test.each([
	[['144882,,,,,2017', '115930,52,52%,10%,63%,2017']],
	[['115930,52,52%,10%,63%,2017', '144882,,,,,2017']],
])(
	'CSC-8 in the year in which a school took another number, its figures under the former are taken: %j',
	async (rows) => {
		const told = await readFile(
			{
				...{ fileName: 'file.csv', year: null },
				bytes: text(
					['URN,KS2 Pupils,Overall Meet Std,Overall Exceed Std,Maths Meet Std,Academic Year', ...rows].join(
						'\n',
					),
				),
				reader: {
					schools: [{ id: 'Sun Hill', name: 'Sun Hill', urns: [144882, 115930] }],
					today: '2026-11-30',
				},
			},
			() => undefined,
		);
		if (told.is !== 'read') throw new Error(JSON.stringify(told));
		expect(figures(told.reading, 'Sun Hill')).toEqual(['all 52 of 52']);
		expect(told.reading.leftOut).toMatchObject([{ why: 'other number', count: 1 }]);
	},
);

test('CSC-8 published copies say their year, and leave blank what was suppressed', async () => {
	const of2016 = await readingOf(fixture('ks2-2016.csv'));
	expect(figures(of2016, 'Moulsham Junior School')).toEqual(['all 52 of 150']);
	expect(figures(of2016, 'Moulsham Junior School', 'ks2 writing expected')).toEqual(['all 72 of 150']);
	expect(figures(of2016, 'Suppressed in 2016')).toEqual(['all null of null']);
	expect(of2016.leftOut).toEqual([{ why: 'not yours', count: 2, rows: '4–5' }]);
	const later = await readingOf(fixture('ks2-2024-2025.csv'));
	expect(later.statements.map(({ year, measure, value }) => `${year} ${measure} ${value}`)).toContain(
		'2024-25 ks2 gps score 107',
	);
	expect(later.leftOut).toEqual([{ why: 'no school', count: 1, rows: '4' }]);
});

describe('of one school, year and measure', () => {
	const rows = (...cells: string[]) =>
		readingOf(text(['RECTYPE,URN,TELIG,TELIG_18,PTRWM_EXP', ...cells].join('\n')));
	test('two rows that differ are both left out', async () => {
		const { statements, leftOut } = await rows('1,115851,60,60,63%', '1,115851,60,60,64%');
		expect(statements).toEqual([]);
		expect(leftOut).toEqual([{ why: 'two say otherwise', count: 2, rows: '2–3' }]);
	});
	test('the same said twice is taken once', async () => {
		const { statements, leftOut } = await rows('1,115851,60,60,63%', '1,115851,60,60,63%');
		expect(statements).toHaveLength(1);
		expect(leftOut).toEqual([{ why: 'said twice', count: 1, rows: '3' }]);
	});
	test('what cannot be is left out: over 100, words, formulas, script', async () => {
		const { statements, leftOut } = await rows(
			'1,115851,60,60,104%',
			'1,133292,15,15,=SUM(A1:A9)',
			'1,116294,20,20,<script>alert(1)</script>',
			'1,131559,20,20,🎉',
			'1,137971,20,20,@cmd',
		);
		expect(statements).toEqual([]);
		expect(leftOut).toEqual([
			{ why: 'out of range', count: 1, rows: '2' },
			{ why: 'no number', count: 4, rows: '3–6' },
		]);
	});
});

test.each([
	'URN,rwm_exp\n115851,63',
	'URN,Overall Meet Std,Year\n115851,63,2025',
	'URN,PTRWM_EXP,TELIG\n115851,63,60',
	'RECTYPE,URN,PTRWM_EXP\n1,115851,63',
])('CSC-8 a school’s own sheet with some headings like DfE’s is a sheet: %s', async (cells) =>
	expect(await read(text(cells))).toMatchObject({ is: 'sheet' }),
);

test('SUPP or “<5” where the number of pupils stands says that they are few', async () => {
	const { statements } = await readingOf(
		text('RECTYPE,URN,TELIG,TELIG_18,PTRWM_EXP\n1,115851,<5,9,50%\n1,133292,SUPP,9,SUPP\n1,116294,20,9,50%'),
	);
	expect(statements.map(({ pupils, few }) => [pupils, few])).toEqual([
		[null, true],
		[null, true],
		[20, false],
	]);
});

describe('any other file', () => {
	test('is a sheet, in either encoding and with any separator', async () => {
		const cp1252 = Buffer.from('School;Year;Phonics\nSt John\x92s;2025;81\n', 'latin1');
		expect(await read(cp1252)).toEqual({
			is: 'sheet',
			sheet: {
				headings: ['School', 'Year', 'Phonics'],
				rows: [{ row: 2, cells: ['St John’s', '2025', '81'] }],
			},
		});
		expect(await read(text('\ufeffSchool\tYear\r\n\r\nA 🎈\t2025\r\n'))).toMatchObject({
			sheet: { rows: [{ row: 3, cells: ['A 🎈', '2025'] }] },
		});
	});

	test('may be Excel’s: a formula is what was worked out for it', async () => {
		const told = await read(await workbook(), 'figures.xlsx');
		expect(told).toEqual({
			is: 'sheet',
			sheet: {
				headings: ['School', 'Year', 'Phonics'],
				rows: [{ row: 2, cells: ['Anstey Junior School', '2025', '0.81'] }],
			},
		});
	});

	test.each([
		['empty', text(''), 'empty'],
		['nothing but a heading', text('URN,PTRWM_EXP\n'), 'no table'],
		['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'could not be read'],
		['a locked Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'password'],
		['a broken Excel file', Buffer.from('PK\u0003\u0004 and nothing'), 'could not be read'],
		['more columns than can be named', text(`${'a,'.repeat(80)}b\n${'1,'.repeat(80)}2\n`), '81 columns'],
		['more rows than can be read', text(`a,b\n${'1,2\n'.repeat(60_001)}`), '60,001 rows'],
	])('is refused where it is %s', async (_, bytes, because) =>
		expect(await read(bytes)).toMatchObject({ is: 'refused', because: expect.stringContaining(because) }),
	);
});

/** A workbook as Excel saves it, as small as can be, with a formula. */
function workbook(): Promise<Uint8Array> {
	const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
	const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
	const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	const packed = 'http://schemas.openxmlformats.org/package/2006';
	const cell = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
	const zip = new JSZip();
	zip.file(
		'[Content_Types].xml',
		`${head}<Types xmlns="${packed}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
	);
	zip.file(
		'_rels/.rels',
		`${head}<Relationships xmlns="${packed}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	);
	zip.file(
		'xl/_rels/workbook.xml.rels',
		`${head}<Relationships xmlns="${packed}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
	);
	zip.file(
		'xl/workbook.xml',
		`${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Figures" sheetId="1" r:id="r1"/></sheets></workbook>`,
	);
	zip.file(
		'xl/worksheets/sheet1.xml',
		`${head}<worksheet xmlns="${main}"><sheetData><row r="1">${cell('A1', 'School')}${cell('B1', 'Year')}${cell('C1', 'Phonics')}</row><row r="2">${cell('A2', 'Anstey Junior School')}<c r="B2"><v>2025</v></c><c r="C2"><f>81/100</f><v>0.81</v></c></row></sheetData></worksheet>`,
	);
	return zip.generateAsync({ type: 'uint8array' });
}
