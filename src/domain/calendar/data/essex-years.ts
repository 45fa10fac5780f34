import type { SchoolYear } from '../school-year.ts';

/**
 * Term dates that Essex County Council published for its community schools, as quoted in local newspapers and on schools'
 * own pages (2020-21, 2021-22, 2024-25). Academies may set their own, so a partnership that has entered nothing sees them
 * as provisional. They are also what the rule of english-year.ts is tested against.
 */
export const essexYears: readonly SchoolYear[] = [
	{
		name: '2020-21',
		terms: [
			{ name: 'autumn', from: '2020-09-02', to: '2020-12-18', break: { from: '2020-10-26', to: '2020-10-30' } },
			{ name: 'spring', from: '2021-01-04', to: '2021-03-26', break: { from: '2021-02-15', to: '2021-02-19' } },
			{ name: 'summer', from: '2021-04-12', to: '2021-07-21', break: { from: '2021-05-31', to: '2021-06-04' } },
		],
		inset: [],
	},
	{
		name: '2021-22',
		terms: [
			{ name: 'autumn', from: '2021-09-01', to: '2021-12-17', break: { from: '2021-10-25', to: '2021-10-29' } },
			{ name: 'spring', from: '2022-01-04', to: '2022-04-01', break: { from: '2022-02-14', to: '2022-02-18' } },
			{ name: 'summer', from: '2022-04-19', to: '2022-07-22', break: { from: '2022-05-30', to: '2022-06-03' } },
		],
		inset: [],
	},
	{
		name: '2024-25',
		terms: [
			{ name: 'autumn', from: '2024-09-02', to: '2024-12-20', break: { from: '2024-10-28', to: '2024-11-01' } },
			{ name: 'spring', from: '2025-01-06', to: '2025-04-04', break: { from: '2025-02-17', to: '2025-02-21' } },
			{ name: 'summer', from: '2025-04-22', to: '2025-07-22', break: { from: '2025-05-26', to: '2025-05-30' } },
		],
		inset: ['2024-09-02', '2024-09-27', '2024-11-04', '2025-01-06', '2025-07-21', '2025-07-22'],
	},
];
