import type { Day } from '#domain/calendar/day.ts';
import type { OpenItem } from '#domain/review/timeline.ts';

/** Something that is one person's to do. */
export interface NextThing extends Pick<
	OpenItem,
	'key' | 'title' | 'due' | 'state' | 'rule' | 'provisional'
> {
	reviewId: string;
	hostName: string;
	/** Where this person does it: '/reviews/…/report'. */
	path: string;
	/** Where it is a day of an action. */
	action?: OfAction;
}

/** What a thing on Home knows besides where it is one day of an action. */
export interface OfAction {
	id: string;
	/** Whether letters remind this person of it: its owner, and the head where its owner does not sign in or has left. */
	reminds: boolean;
	/** Told of since its day: nobody is reminded before this day. */
	quietUntil: Day | null;
}
