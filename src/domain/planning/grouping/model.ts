import type { Point } from '#domain/register/distance.ts';
import type { Loss, Measured, Weights, Work } from '../answer.ts';

/** How schools are told apart, so that a group may see something else than itself: values as the partnership's screens name them. */
export const traits = ['size', 'intake', 'setting', 'character', 'phase'] as const;
export type Trait = (typeof traits)[number];

/** A school as grouping sees it. */
export interface GroupingSchool {
	id: string;
	name: string;
	/** Metres on the register's grid; null for a place without a number in the register, which neither competes nor costs a journey. */
	place: Point | null;
	phase: string;
	lowAge: number | null;
	highAge: number | null;
	/** What it would like to be better at: a theme once, urgency 1 to 3. */
	needs: { theme: string; urgency: number }[];
	/** Themes in which it has something to share. */
	strengths: string[];
	/** How much support it needs as a whole, 0 to 3. From 2 on it should not share a group with another such. */
	status: number;
	/** Null where not known: what is not known makes no contrast. */
	traits: Partial<Record<Trait, string | null>>;
}

export type Pair = [string, string];

/** All that groups are made from. Plain data: it is stored, and crosses to another thread. */
export interface GroupingInput {
	schools: GroupingSchool[];
	/** Schools in a group, 2 to 6. */
	size: { least: number; most: number };
	/** Metres that cost nothing. */
	near: number;
	/** Schools for pupils of the same age nearer to each other than so many metres share no group, but for the pairs named. */
	competing: { within: number; except: Pair[] };
	/** By hand: in one group, whatever else. */
	together: Pair[];
	/** By hand: never in one group. */
	apart: Pair[];
	/** By hand: a school has its place in the group of this number. */
	numbered: { school: string; group: number }[];
	/** Last year's groups. */
	lastYear: string[][];
	/** What the partnership weighs otherwise than usual. */
	weights: Weights;
}

export type GroupFact =
	| { is: 'need met'; school: string; theme: string; urgency: number; by: string[] }
	| { is: 'needs together'; schools: Pair; statuses: [number, number] }
	| { is: 'contrast'; schools: Pair; traits: Trait[] }
	| { is: 'journey'; schools: Pair; metres: number; kilometresBeyond: number }
	| { is: 'kept together'; schools: Pair };

export interface Group {
	/** 1, 2, 3 …: those fixed by hand as they were fixed, the others by their first school. */
	number: number;
	schools: string[];
	points: number;
	measures: Measured<GroupFact>[];
	/** What the whole plan would lose if this group were not to be. */
	loss: Loss;
}

/** Groups, with what they are worth and what any could be worth at most. */
export interface GroupingAnswer {
	stage: 'groups';
	groups: Group[];
	/** Schools for which no group is left by the rules. */
	unplaced: string[];
	value: number;
	bound: number;
	proven: boolean;
	work: Work;
}
