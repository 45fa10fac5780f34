import type { SchoolKey } from '../cast.ts';

interface Told {
	measure: string;
	/** The last summer first, and back from there. */
	years: readonly { value: number; pupils: number; comment: string }[];
}

const combined = 'ks2 rwm expected';

/** What the schools with a Year 6 say of their results, in percent of pupils. */
export const outcomes: Partial<Record<SchoolKey, Told>> = {
	fernmarsh: {
		measure: combined,
		years: [
			{ value: 74, pupils: 43, comment: 'Writing held us back two years ago and no longer does.' },
			{ value: 69, pupils: 45, comment: 'The first year after the review of writing.' },
			{ value: 64, pupils: 42, comment: '' },
			{ value: 66, pupils: 44, comment: 'A new writing scheme, given up in the spring.' },
		],
	},
	marrowfield: {
		measure: combined,
		years: [
			{
				value: 67,
				pupils: 58,
				comment: 'Reasoning papers are where the gain is; arithmetic has stayed where it was.',
			},
			{ value: 61, pupils: 60, comment: '' },
			{ value: 58, pupils: 59, comment: 'Maths was the lowest of the three by some way.' },
			{ value: 65, pupils: 57, comment: '' },
		],
	},
	tumblebrook: {
		measure: combined,
		years: [
			{ value: 71, pupils: 14, comment: 'Fourteen children: each is seven percent.' },
			{ value: 82, pupils: 11, comment: 'Eleven children. Please do not draw a line between these.' },
			{ value: 58, pupils: 12, comment: '' },
		],
	},
	bramblesea: {
		measure: combined,
		years: [
			{ value: 59, pupils: 86, comment: 'Twenty-one of these children joined us after Year 3.' },
			{ value: 62, pupils: 88, comment: '' },
			{ value: 55, pupils: 84, comment: 'Reading was the lowest we have had.' },
			{ value: 60, pupils: 87, comment: '' },
		],
	},
	quillhaven: {
		measure: combined,
		years: [
			{ value: 70, pupils: 62, comment: '' },
			{ value: 63, pupils: 60, comment: 'A hard year for staffing in Years 5 and 6.' },
			{ value: 68, pupils: 61, comment: '' },
		],
	},
	allLarks: {
		measure: combined,
		years: [
			{ value: 76, pupils: 29, comment: '' },
			{ value: 72, pupils: 30, comment: '' },
			{ value: 73, pupils: 27, comment: '' },
		],
	},
};

/** What some schools with a Year 1 say of the phonics check. */
export const phonicsChecks: Partial<Record<SchoolKey, Told>> = {
	owlbeck: {
		measure: 'phonics expected',
		years: [
			{ value: 84, pupils: 58, comment: 'The first children who have had the programme from Reception on.' },
			{ value: 79, pupils: 60, comment: '' },
			{ value: 76, pupils: 59, comment: '' },
		],
	},
	allLarks: {
		measure: 'phonics expected',
		years: [
			{ value: 90, pupils: 30, comment: '' },
			{ value: 83, pupils: 30, comment: 'The second year of the new programme.' },
		],
	},
};
