import type { SchoolYear } from './year.ts';

/** Something counted about pupils in aggregate, year by year. */
export interface MeasureKind {
	/** For a heading: "Reading, writing and maths: expected standard or above". */
	label: string;
	unit: 'percent' | 'score' | 'progress';
	/** The years in which what it measures changed: figures on either side are not compared (CSC-27). */
	changedIn: readonly SchoolYear[];
	/** From this year on schools need not take part. */
	optionalFrom?: SchoolYear;
}

/** Nothing was assessed nationally in these summers. */
export const cancelledYears: readonly SchoolYear[] = ['2019-20', '2020-21'];

const newCurriculum: SchoolYear = '2015-16';
const rwm = 'Reading, writing and maths';

export const measures = {
	'ks2 rwm expected': {
		label: `${rwm}, expected standard (end of key stage 2)`,
		unit: 'percent',
		changedIn: [newCurriculum],
	},
	'ks2 rwm higher': {
		label: `${rwm}, higher standard (end of key stage 2)`,
		unit: 'percent',
		changedIn: [newCurriculum],
	},
	'ks2 reading score': {
		label: 'Reading, average score (end of key stage 2)',
		unit: 'score',
		changedIn: [newCurriculum],
	},
	'ks2 maths score': {
		label: 'Maths, average score (end of key stage 2)',
		unit: 'score',
		changedIn: [newCurriculum],
	},
	'ks2 reading progress': {
		label: 'Reading, progress since key stage 1',
		unit: 'progress',
		changedIn: [newCurriculum],
	},
	'ks2 writing progress': {
		label: 'Writing, progress since key stage 1',
		unit: 'progress',
		changedIn: [newCurriculum],
	},
	'ks2 maths progress': {
		label: 'Maths, progress since key stage 1',
		unit: 'progress',
		changedIn: [newCurriculum],
	},
	'ks1 rwm expected': {
		label: `${rwm}, expected standard (end of key stage 1)`,
		unit: 'percent',
		changedIn: [newCurriculum],
		optionalFrom: '2023-24',
	},
	'phonics expected': { label: 'Phonics check passed (Year 1)', unit: 'percent', changedIn: [] },
	'early years gld': {
		label: 'Good level of development (end of Reception)',
		unit: 'percent',
		changedIn: ['2021-22'],
	},
} as const satisfies Record<string, MeasureKind>;

export type MeasureKey = keyof typeof measures;
export const measureKeys = Object.keys(measures) as [MeasureKey, ...MeasureKey[]];
export const kindOf = (key: MeasureKey): MeasureKind => measures[key];

/** The least and the most a figure can be. */
export const ranges: Record<MeasureKind['unit'], readonly [number, number]> = {
	percent: [0, 100],
	score: [80, 120],
	progress: [-30, 30],
};

export const pupilGroups = [
	'all',
	'girls',
	'boys',
	'disadvantaged',
	'not disadvantaged',
	'SEND',
	'EAL',
	'mobile',
] as const;
export type PupilGroup = (typeof pupilGroups)[number];
