import type { Milestone } from '#domain/improvement/queries.server.ts';

/** What somebody is to an action, the nearest first. */
export type Part = 'owner' | 'head' | 'champion';

/** An action that is gone on with, for somebody who has a part in it. */
export interface ActionAhead {
	id: string;
	reviewId: string;
	hostName: string;
	title: string;
	owner: string;
	/** Its owner signs in here. */
	ownerSignsIn: boolean;
	ownerHasLeft: boolean;
	due: string;
	/** Those that are not reached, by day. */
	milestones: Pick<Milestone, 'id' | 'words' | 'due'>[];
	/** The day on which somebody last told of it; null before. */
	toldOn: string | null;
	part: Part;
}
