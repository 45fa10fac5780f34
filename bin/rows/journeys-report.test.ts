import { expect, test } from 'vitest';
import { provenBy, readJourneys, type Suite } from './journeys-report.ts';

const spec = (title: string, status: string, ok = true) => ({
	title,
	ok,
	tests: [{ annotations: [{ type: 'screen', description: '/reviews/[review]' }], results: [{ status }] }],
});
const report: Suite[] = [
	{
		title: 'review.journey.ts',
		specs: [spec('NFS-14 workshop within two weeks', 'passed'), spec('NFS-1 outcomes', 'skipped')],
		suites: [
			{
				title: 'CSC-11 evidence',
				specs: [spec('in two columns', 'passed'), spec('on paper', 'failed', false)],
			},
		],
	},
];

test('a row is proven by a journey that bears its whole id, ran and passed', () => {
	const journeys = readJourneys(report);
	expect(provenBy('NFS-14', journeys).map((journey) => journey.screens)).toEqual([['/reviews/[review]']]);
	expect(provenBy('NFS-1', journeys)).toEqual([]);
	expect(provenBy('CSC-11', journeys).map((journey) => journey.title)).toEqual([
		'CSC-11 evidence › in two columns',
	]);
});
