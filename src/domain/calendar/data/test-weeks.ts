import type { TestWeek } from '../phase.ts';

const ks2 = 'the Key Stage 2 tests';
const tables = 'the multiplication tables check';
const phonics = 'the phonics check';
const exams = 'GCSE and A level exams';

/**
 * Dates as published: GOV.UK, “Primary assessments: future dates” (Standards and Testing Agency) and the Joint Council for
 * Qualifications’ key dates, first common exam to contingency day. School years that are missing go by the rule of
 * test-weeks.ts.
 */
export const publishedTestWeeks: Readonly<Record<string, readonly TestWeek[]>> = {
	'2023-24': [
		{ name: exams, phase: 'secondary', from: '2024-05-09', to: '2024-06-26' },
		{ name: ks2, phase: 'primary', from: '2024-05-13', to: '2024-05-16' },
		{ name: tables, phase: 'primary', from: '2024-06-03', to: '2024-06-14' },
		{ name: phonics, phase: 'primary', from: '2024-06-10', to: '2024-06-14' },
	],
	'2024-25': [
		{ name: exams, phase: 'secondary', from: '2025-05-08', to: '2025-06-25' },
		{ name: ks2, phase: 'primary', from: '2025-05-12', to: '2025-05-15' },
		{ name: tables, phase: 'primary', from: '2025-06-02', to: '2025-06-13' },
		{ name: phonics, phase: 'primary', from: '2025-06-09', to: '2025-06-13' },
	],
	'2025-26': [
		{ name: exams, phase: 'secondary', from: '2026-05-07', to: '2026-06-24' },
		{ name: ks2, phase: 'primary', from: '2026-05-11', to: '2026-05-14' },
		{ name: tables, phase: 'primary', from: '2026-06-01', to: '2026-06-12' },
		{ name: phonics, phase: 'primary', from: '2026-06-08', to: '2026-06-12' },
	],
};
