import { tests, type TestWeek } from '../test-ages.ts';

const { phonics, tables, ks2, exams } = tests;

/**
 * Dates as published. Primary: GOV.UK, “Primary assessments: future dates” (Standards and Testing Agency), as it stood in
 * November 2023 and October 2024. Exams of 2024: the common timetable of the Joint Council for Qualifications, from the first
 * exam to the contingency day. Whatever is missing goes by the rule of test-weeks.ts and is said to be supposed: of the exams
 * of 2025 and 2026 we know the last day (25 and 24 June, as the rule has it) and have not seen the first in print.
 */
export const publishedTestWeeks: Readonly<Record<string, readonly TestWeek[]>> = {
	'2023-24': [
		{ test: exams, from: '2024-05-09', to: '2024-06-26' },
		{ test: ks2, from: '2024-05-13', to: '2024-05-16' },
		{ test: tables, from: '2024-06-03', to: '2024-06-14' },
		{ test: phonics, from: '2024-06-10', to: '2024-06-14' },
	],
	'2024-25': [
		{ test: ks2, from: '2025-05-12', to: '2025-05-15' },
		{ test: tables, from: '2025-06-02', to: '2025-06-13' },
		{ test: phonics, from: '2025-06-09', to: '2025-06-13' },
	],
	'2025-26': [
		{ test: ks2, from: '2026-05-11', to: '2026-05-14' },
		{ test: tables, from: '2026-06-01', to: '2026-06-12' },
		{ test: phonics, from: '2026-06-08', to: '2026-06-12' },
	],
};
