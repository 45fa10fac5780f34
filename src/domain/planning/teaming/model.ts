import type { reviewerPosts, teamRules } from '#domain/protocol/parts/team.ts';
import type { Need } from '#domain/protocol/parts/text.ts';
import type { Loss, Measured, Weights, Work } from '../answer.ts';
import type { GroupingSchool, Pair, Trait } from '../grouping/model.ts';

/** What somebody does on one review. All but the champion review. */
export const teamRoles = ['reviewer', 'facilitator', 'expert', 'champion'] as const;
export type TeamRole = (typeof teamRoles)[number];

/** A review that needs a team. */
export interface ReviewToStaff {
	id: string;
	/** The school that is reviewed. */
	host: string;
	/** What its focus is about. */
	themes: string[];
	/** Whole days that it takes of each who reviews. */
	days: number;
	/** Days on which it could begin, 'YYYY-MM-DD'; empty where that is open. */
	possible: string[];
	/** The half-term or term it falls in, by any name; null where that is open. */
	term: string | null;
	/** Schools from which its reviewers come; null for the whole partnership. */
	reviewersFrom: string[] | null;
	/** Who reviewed this school last time. */
	lastTeam: string[];
}

/** Somebody who may be asked. */
export interface Colleague {
	id: string;
	name: string;
	/** Null for a partner from outside. */
	school: string | null;
	posts: (typeof reviewerPosts)[number][];
	head: boolean;
	experience: 'new' | 'some' | 'experienced';
	/** Themes in which they, or their school, have something to share. */
	strengths: string[];
	trained: Exclude<TeamRole, 'reviewer'>[];
	/** Whole days they have given before this plan. */
	given: number;
	/** The most days of the cycle, those given among them, and of each term; null for no limit. */
	most: number | null;
	mostInTerm: number | null;
	/** Days on which they cannot. */
	cannot: string[];
}

export type HostedSchool = Pick<
	GroupingSchool,
	'id' | 'name' | 'place' | 'phase' | 'lowAge' | 'highAge' | 'traits'
>;

/** All that teams are made from. Plain data: it is stored, and crosses to another thread. */
export interface TeamingInput {
	reviews: ReviewToStaff[];
	people: Colleague[];
	schools: HostedSchool[];
	/** Those who review: reviewers, facilitator and experts. */
	size: { least: number; most: number };
	reviewers: (typeof reviewerPosts)[number][];
	/** Heads among them, beside the host’s own. */
	heads: number;
	facilitator: Need;
	champion: Need;
	expert: Need;
	/** Whole days that a champion gives to one review. */
	championDays: number;
	rules: { rule: (typeof teamRules)[number]; weight: 'must' | 'prefer' }[];
	near: number;
	competing: { within: number; except: Pair[] };
	/** By hand: somebody has this role on this review. */
	pins: { review: string; person: string; role: TeamRole }[];
	/** By hand: somebody is not on this review; on none where it is null. */
	bars: { review: string | null; person: string }[];
	/** Who had agreed to which role before this plan; left out where nobody had. */
	agreed?: { review: string; person: string; role: TeamRole }[];
	/** Whose people reviewed whom in the last cycle. */
	lastCycle: { host: string; by: string }[];
	weights: Weights;
}

export type TeamFact =
	| { is: 'expertise'; theme: string; by: string[] }
	| { is: 'without experience'; people: string[] }
	| { is: 'contrast with the host'; person: string; traits: Trait[] }
	| { is: 'competes with the host'; person: string }
	| { is: 'journey to the host'; person: string; metres: number; kilometresBeyond: number }
	| { is: 'return visit'; person: string }
	| { is: 'same team again'; person: string }
	| { is: 'kept on the team'; person: string; role: TeamRole };

export interface TeamOfReview {
	review: string;
	people: { person: string; role: TeamRole }[];
	/** Roles that every team is to have and for which nobody is left. */
	open: TeamRole[];
	/** Points of this team alone, without what it adds to anybody’s days. */
	points: number;
	measures: Measured<TeamFact>[];
	/** What the whole plan would lose with any other team, or none. */
	loss: Loss;
}

/** Teams, with what they are worth and what any could be worth at most. */
export interface TeamingAnswer {
	stage: 'teams';
	teams: TeamOfReview[];
	/** Reviews for which the rules leave no team. */
	unstaffed: string[];
	/** What each person gives by this plan, who gives anything, and what that costs in points. */
	load: { person: string; days: number; before: number; over: number; points: number }[];
	/** Pairs of schools that review each other by this plan. */
	returnVisits: { schools: Pair; points: number }[];
	value: number;
	bound: number;
	proven: boolean;
	work: Work;
}
