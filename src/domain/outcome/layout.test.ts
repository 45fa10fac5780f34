import { describe, expect, test } from 'vitest';
import { readResults } from './layout.ts';

const official = [
	'\ufeffRECTYPE,LEA,ESTAB,URN,SCHNAME,TELIG,PTRWM_EXP,PTRWM_HIGH,READPROG,READ_AVERAGE,MAT_AVERAGE',
	'1,850,2001,115851,Anstey Junior School,60,63%,13%,-0.4,105,104',
	'1,850,2002,115852,A Small School,4,SUPP,SUPP,SUPP,SUPP,SUPP',
	'1,850,2003,115853,A School Without Scores,20,70%,0%,LOWCOV,NA,',
	'3,850,,,,14000,66%,11%,,105,105',
	'5,,, ,,600000,65%,11%,,104,105',
].join('\r\n');

describe("results in DfE's own layout", () => {
	const results = readResults(official, '2018-19');

	test('are the schools alone', () =>
		expect(results.map(({ urn }) => urn)).toEqual([115851, 115852, 115853]));
	test('are figures of the year', () =>
		expect(results[0]).toEqual({
			urn: 115851,
			year: '2018-19',
			pupils: 60,
			suppressed: false,
			rwmExpected: 63,
			rwmHigher: 13,
			readingScore: 105,
			mathsScore: 104,
			readingProgress: -0.4,
			writingProgress: null,
			mathsProgress: null,
		}));
	test('that were suppressed are no figures', () =>
		expect(results[1]).toMatchObject({ suppressed: true, rwmExpected: null }));
	test('tell a true nought from what is not known', () =>
		expect(results[2]).toMatchObject({
			suppressed: false,
			rwmHigher: 0,
			readingProgress: null,
			readingScore: null,
		}));
	test('need their year', () => expect(() => readResults(official)).toThrow('does not say which year'));
	test('that are something else are refused', () =>
		expect(() => readResults('URN,SCHNAME\n1,x', '2018-19')).toThrow(
			'the file has no column “PTRWM_EXP”, “PTRWM_HIGH”.',
		));
});

test('results in the layout of a published copy say their year themselves', () => {
	expect(readResults('year,urn,rwm_exp,rwm_high\n2023-2024,137971,58.0,6.0')).toMatchObject([
		{ year: '2023-24', rwmExpected: 58 },
	]);
	expect(
		readResults('URN,Overall Meet Std,Overall Exceed Std,Academic Year\n137971,52%,6%,2016'),
	).toMatchObject([{ year: '2015-16', rwmExpected: 52 }]);
});
