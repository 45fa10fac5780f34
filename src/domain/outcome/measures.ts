import type { SchoolYear } from './year.ts';

/** When in their school life pupils are assessed: those of one cohort and year are the same children. */
export type Cohort = 'early years' | 'phonics' | `key stage ${1 | 2 | 4}` | `year ${1 | 2 | 3 | 4 | 5 | 6}`;

/** Something counted about pupils in aggregate, year by year. */
export interface MeasureKind {
	cohort: Cohort;
	/** For a heading: "Reading, writing and maths: expected standard or above". */
	label: string;
	unit: 'percent' | 'score' | 'progress' | 'points';
	/** The years in which what it measures changed: figures on either side are not compared (CSC-27). */
	changedIn: readonly SchoolYear[];
	/** From this year on schools need not take part. */
	optionalFrom?: SchoolYear;
}

/** Nothing was assessed nationally in these summers. */
export const cancelledYears: readonly SchoolYear[] = ['2019-20', '2020-21'];

const newCurriculum: SchoolYear = '2015-16';
const rwm = 'Reading, writing and maths';
const endOf2 = 'end of key stage 2';
const endOf1 = 'end of key stage 1';

const percent = (cohort: Cohort, label: string, changedIn: readonly SchoolYear[] = []): MeasureKind => ({
	cohort,
	label,
	unit: 'percent',
	changedIn,
});
const ofUnit = (cohort: Cohort, label: string, unit: MeasureKind['unit']): MeasureKind => ({
	cohort,
	label,
	unit,
	changedIn: [newCurriculum],
});
/** Tests that schools of key stage 1 need not give since 2023-24. */
const optionalTest = (kind: MeasureKind): MeasureKind => ({ ...kind, optionalFrom: '2023-24' });

const years = [1, 2, 3, 4, 5, 6] as const;
const subjects = ['reading', 'writing', 'maths'] as const;
type InYear = `y${(typeof years)[number]} ${(typeof subjects)[number]} expected`;

/** What teachers judge within a school, year by year (CSC-8). */
const inYear = Object.fromEntries(
	years.flatMap((year) =>
		subjects.map((subject) => [
			`y${year} ${subject} expected`,
			percent(`year ${year}`, `Year ${year} ${subject}, expected standard (teachers’ assessment)`, [
				newCurriculum,
			]),
		]),
	),
) as Record<InYear, MeasureKind>;

export const measures = {
	'ks2 rwm expected': percent('key stage 2', `${rwm}, expected standard (${endOf2})`, [newCurriculum]),
	'ks2 rwm higher': percent('key stage 2', `${rwm}, higher standard (${endOf2})`, [newCurriculum]),
	'ks2 reading expected': percent('key stage 2', `Reading, expected standard (${endOf2})`, [newCurriculum]),
	// Teachers judged writing by another framework from 2018 on.
	'ks2 writing expected': percent('key stage 2', `Writing, expected standard (${endOf2})`, [
		newCurriculum,
		'2017-18',
	]),
	'ks2 maths expected': percent('key stage 2', `Maths, expected standard (${endOf2})`, [newCurriculum]),
	'ks2 gps expected': percent(
		'key stage 2',
		`Grammar, punctuation and spelling, expected standard (${endOf2})`,
		[newCurriculum],
	),
	'ks2 reading score': ofUnit('key stage 2', `Reading, average score (${endOf2})`, 'score'),
	'ks2 maths score': ofUnit('key stage 2', `Maths, average score (${endOf2})`, 'score'),
	'ks2 gps score': ofUnit(
		'key stage 2',
		`Grammar, punctuation and spelling, average score (${endOf2})`,
		'score',
	),
	'ks2 reading progress': ofUnit('key stage 2', 'Reading, progress since key stage 1', 'progress'),
	'ks2 writing progress': ofUnit('key stage 2', 'Writing, progress since key stage 1', 'progress'),
	'ks2 maths progress': ofUnit('key stage 2', 'Maths, progress since key stage 1', 'progress'),
	'early years entry': percent('early years', 'As expected for their age on entry to Reception'),
	'early years gld': percent('early years', 'Good level of development (end of Reception)', ['2021-22']),
	'phonics expected': percent('phonics', 'Phonics check passed (Year 1)'),
	'phonics by year 2': percent('phonics', 'Phonics check passed by the end of Year 2'),
	'ks1 rwm expected': optionalTest(
		percent('key stage 1', `${rwm}, expected standard (${endOf1})`, [newCurriculum]),
	),
	'ks1 reading expected': optionalTest(
		percent('key stage 1', `Reading, expected standard (${endOf1})`, [newCurriculum]),
	),
	'ks1 writing expected': optionalTest(
		percent('key stage 1', `Writing, expected standard (${endOf1})`, [newCurriculum, '2017-18']),
	),
	'ks1 maths expected': optionalTest(
		percent('key stage 1', `Maths, expected standard (${endOf1})`, [newCurriculum]),
	),
	...inYear,
	'ks4 english and maths': percent(
		'key stage 4',
		'English and maths, grade 5 or above (end of key stage 4)',
		['2016-17'],
	),
	'ks4 attainment 8': {
		cohort: 'key stage 4',
		label: 'Attainment 8 (end of key stage 4)',
		unit: 'points',
		changedIn: ['2016-17'],
	},
	'ks4 progress 8': {
		cohort: 'key stage 4',
		label: 'Progress 8 (end of key stage 4)',
		unit: 'progress',
		changedIn: [],
	},
} as const satisfies Record<string, MeasureKind>;

export type MeasureKey = keyof typeof measures;
export const measureKeys = Object.keys(measures) as [MeasureKey, ...MeasureKey[]];
export const kindOf = (key: MeasureKey): MeasureKind => measures[key];

/** The least and the most a figure can be. */
export const ranges: Record<MeasureKind['unit'], readonly [number, number]> = {
	percent: [0, 100],
	score: [80, 120],
	progress: [-40, 40],
	points: [0, 90],
};

/** Groups that share the whole between them: who is in one is not in the other (CSC-8). */
export const partitions = [
	['girls', 'boys'],
	['disadvantaged', 'not disadvantaged'],
	['SEND', 'not SEND'],
	['EAL', 'not EAL'],
	['mobile', 'not mobile'],
] as const;

export const pupilGroups = ['all', ...partitions.flat()] as const;
export type PupilGroup = (typeof pupilGroups)[number];

export const groupWords: Record<PupilGroup, string> = {
	all: 'All pupils',
	girls: 'Girls',
	boys: 'Boys',
	disadvantaged: 'Disadvantaged',
	'not disadvantaged': 'Not disadvantaged',
	SEND: 'With special needs (SEND)',
	'not SEND': 'Without special needs',
	EAL: 'English as an additional language',
	'not EAL': 'English as first language',
	mobile: 'Joined in the last two years of the key stage',
	'not mobile': 'Here for the last two years of the key stage',
};

/** Which groups are shown side by side: all alone, or with those of one of the partitions, by the first of it. */
export type Together = 'all' | (typeof partitions)[number][0];

/** A language keeps its capital, and SEND its own. */
const inSentence = (words: string) => words.replace(/^(?!English)./, (first) => first.toLowerCase());

/** Groups that are shown side by side. */
export const groupsTogether: readonly { key: Together; label: string; groups: readonly PupilGroup[] }[] = [
	{ key: 'all', label: 'All pupils', groups: ['all'] },
	...partitions.map((parts) => ({
		key: parts[0],
		label: `All, and: ${parts.map((group) => inSentence(groupWords[group])).join(', ')}`,
		groups: ['all' as const, ...parts],
	})),
];
