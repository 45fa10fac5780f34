import type { Milestone } from '#domain/protocol/parts/stages.ts';
import { isOnTeam, type ReviewRole } from '#domain/review/roles.ts';

/** Where each thing is done. A step that only people can see done leads to the review itself. */
const paths: Partial<Record<Milestone, string>> = {
	'pre-review meeting held': '/prepare',
	'plan agreed': '/timetable',
	'review held': '/day',
	'report agreed': '/report',
	'report published': '/report',
	'response given': '/report',
	'workshop held': '/workshop',
	'actions planned': '/actions',
	'progress reported': '/actions',
	'looked back': '/look-back',
	closed: '/look-back',
};

const preparation = ['/prepare', '/timetable'];

/** What a person is to one review, and whether they have agreed to keep what they see confidential. */
interface Reader {
	roles: ReadonlySet<ReviewRole>;
	bound: boolean;
}

/**
 * The screen of a review on which this person reaches a milestone: '/report', or '' for the review itself. The day's screen is
 * the team's alone; whoever of the team has not agreed to confidentiality does that first, on the review itself.
 */
export function stepPath(milestone: Milestone, { roles, bound }: Reader): string {
	const path = paths[milestone] ?? '';
	if (preparation.includes(path)) return path;
	const shut = isOnTeam(roles) ? !bound : path === '/day';
	return shut ? '' : path;
}
