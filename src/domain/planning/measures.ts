/** What a plan is measured by, over its three stages. `docs/planning.md` has the same list as a table; a test holds them together. */
export interface Measure {
	stage: 'groups' | 'teams' | 'days';
	/** For a chair. */
	words: string;
	/** Rows of the requirements, or the reason where there is none. */
	from: string;
	/** Points a unit; what costs is taken off. */
	weight: number;
	sign: 1 | -1;
	unit: string;
	/** Whether a chair may weigh it otherwise. */
	chair: boolean;
}

const gain = 1;
const cost = -1;

export const measures = {
	'need met': {
		stage: 'groups',
		words: 'What a school would like to be better at is something another school of its group can share',
		from: 'CSC-18, CEN-13',
		weight: 10,
		sign: gain,
		unit: 'a need of urgency 1; twice for 2, three times for 3',
		chair: true,
	},
	'needs together': {
		stage: 'groups',
		words: 'Two schools that need much support are in one group',
		from: 'CSC-18, CEN-13',
		weight: 15,
		sign: cost,
		unit: 'a pair of status 2; twice for 2 with 3, four times for 3 with 3',
		chair: true,
	},
	contrast: {
		stage: 'groups',
		words: 'Two schools of a group differ in size, intake, setting, character or phase',
		from: 'NFS-4',
		weight: 3,
		sign: gain,
		unit: 'a pair and what it differs in',
		chair: true,
	},
	journey: {
		stage: 'groups',
		words: 'Heads of a group travel further than what counts as near',
		from: 'CSC-19: a head’s time is what a partnership has least of',
		weight: 1,
		sign: cost,
		unit: 'a pair and a kilometre begun',
		chair: true,
	},
	'kept together': {
		stage: 'groups',
		words: 'Two schools that shared a group last year share one again',
		from: 'CSC-18: without needless change',
		weight: 8,
		sign: gain,
		unit: 'a pair',
		chair: true,
	},
	unplaced: {
		stage: 'groups',
		words: 'A school is left without a group',
		from: 'CEN-1; left out only where the rules leave no group',
		weight: 10_000,
		sign: cost,
		unit: 'a school',
		chair: false,
	},
	expertise: {
		stage: 'teams',
		words: 'Somebody on the team is strong in a theme of the focus',
		from: 'NFS-4; a rule of the protocol that is preferred',
		weight: 12,
		sign: gain,
		unit: 'a review and a theme',
		chair: true,
	},
	'without experience': {
		stage: 'teams',
		words: 'Somebody new reviews with nobody experienced',
		from: 'NFS-4; a rule of the protocol that is preferred',
		weight: 20,
		sign: cost,
		unit: 'a review',
		chair: true,
	},
	'contrast with the host': {
		stage: 'teams',
		words: 'A reviewer’s school differs from the host in size, intake, setting, character or phase',
		from: 'NFS-4; a rule of the protocol that is preferred',
		weight: 2,
		sign: gain,
		unit: 'a person on the team and what their school differs in',
		chair: true,
	},
	'competes with the host': {
		stage: 'teams',
		words: 'A reviewer’s school competes with the host for pupils',
		from: 'NFS-4; a rule of the protocol that is preferred',
		weight: 25,
		sign: cost,
		unit: 'a person on the team',
		chair: true,
	},
	'journey to the host': {
		stage: 'teams',
		words: 'Somebody travels further to the host than what counts as near',
		from: 'CSC-19: a head’s time is what a partnership has least of',
		weight: 1,
		sign: cost,
		unit: 'a person and a kilometre begun',
		chair: true,
	},
	'return visit': {
		stage: 'teams',
		words: 'Two schools review each other, in this cycle or from the last to this',
		from: 'NFS-4; a rule of the protocol that is preferred',
		weight: 15,
		sign: cost,
		unit: 'a pair of schools in this cycle; a person whose school was reviewed by the host last time',
		chair: true,
	},
	'same team again': {
		stage: 'teams',
		words: 'Somebody reviews the school they reviewed last time',
		from: 'CEN-8; a rule of the protocol that is preferred',
		weight: 6,
		sign: gain,
		unit: 'a person on the team',
		chair: true,
	},
	'kept on the team': {
		stage: 'teams',
		words: 'Somebody keeps the role that they had agreed to, where the plan is mended',
		from: 'CSC-18: without needless change',
		weight: 15,
		sign: gain,
		unit: 'a person on the team',
		chair: true,
	},
	load: {
		stage: 'teams',
		words: 'Days are spread fairly: each further day of one person costs more than the one before',
		from: 'CSC-19, NFS-26',
		weight: 3,
		sign: cost,
		unit: 'a day, times the days the person has given or gives before it',
		chair: true,
	},
	'over the limit': {
		stage: 'teams',
		words: 'Somebody gives more days than they are released for',
		from: 'CSC-19; a rule of the protocol that is preferred',
		weight: 40,
		sign: cost,
		unit: 'a day',
		chair: true,
	},
	'role open': {
		stage: 'teams',
		words: 'A role that every team is to have has nobody',
		from: 'CEN-2, CEN-6; left open only where nobody is left who may',
		weight: 2_000,
		sign: cost,
		unit: 'a role of a review',
		chair: false,
	},
	unstaffed: {
		stage: 'teams',
		words: 'A review has no team',
		from: 'CEN-1; left without a team only where the rules leave none',
		weight: 10_000,
		sign: cost,
		unit: 'a review',
		chair: false,
	},
	'if need be': {
		stage: 'days',
		words: 'Somebody could come on the day only if need be',
		from: 'what people said when asked for their days',
		weight: 4,
		sign: cost,
		unit: 'a person and a day',
		chair: true,
	},
	'test week': {
		stage: 'days',
		words: 'The day falls in a test week of the host',
		from: 'the school calendar: pupils and staff have other things to do',
		weight: 30,
		sign: cost,
		unit: 'a day',
		chair: true,
	},
	'INSET day': {
		stage: 'days',
		words: 'The day is an INSET day of the host',
		from: 'the school calendar: there are no lessons to see',
		weight: 40,
		sign: cost,
		unit: 'a day',
		chair: true,
	},
	'heads’ meeting': {
		stage: 'days',
		words: 'The partnership’s heads meet on the day',
		from: 'the school calendar: heads are wanted elsewhere',
		weight: 15,
		sign: cost,
		unit: 'a day',
		chair: true,
	},
	'what follows': {
		stage: 'days',
		words: 'The workshop, the look-back or a meeting that follows would fall on a day that does not suit',
		from: 'what the protocol asks for after the day',
		weight: 8,
		sign: cost,
		unit: 'a stage that would fall badly',
		chair: true,
	},
	'off the slot': {
		stage: 'days',
		words: 'The day is far from when the cadence would have it',
		from: 'HEP-12, KSA-2: the cadence of the protocol',
		weight: 2,
		sign: cost,
		unit: 'a week',
		chair: true,
	},
	'another day': {
		stage: 'days',
		words: 'A review moves from the day that was agreed, where the plan is mended',
		from: 'CSC-18: without needless change',
		weight: 20,
		sign: cost,
		unit: 'a review',
		chair: true,
	},
	crowded: {
		stage: 'days',
		words: 'Several reviews fall in one half-term: each further one costs more than the one before',
		from: 'HEP-12, CSC-19: spread over the year',
		weight: 2,
		sign: cost,
		unit: 'a review, times those before it in the half-term',
		chair: true,
	},
	undated: {
		stage: 'days',
		words: 'A review has no day',
		from: 'CEN-1; left without a day only where the rules leave none',
		weight: 10_000,
		sign: cost,
		unit: 'a review',
		chair: false,
	},
} as const satisfies Record<string, Measure>;

export type MeasureKey = keyof typeof measures;

/** Points a unit, with the sign, as the partnership weighs it: whole, and never less than nothing. */
export function weightOf(key: MeasureKey, weights: Partial<Record<MeasureKey, number>>): number {
	const { weight, sign, chair } = measures[key];
	const own = chair ? weights[key] : undefined;
	const asked =
		own === undefined || !Number.isFinite(own) ? weight : Math.min(heaviest, Math.max(0, Math.round(own)));
	return asked === 0 ? 0 : sign * asked;
}

/** Weighs nothing but what no chair may change. */
export const nothingWeighed: Partial<Record<MeasureKey, number>> = Object.fromEntries(
	(Object.keys(measures) as MeasureKey[]).map((key) => [key, 0]),
);

/** The most a chair may give: more could outweigh a school left out. */
export const heaviest = 100;
