import type { Milestone } from '#domain/protocol/parts/stages.ts';

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

/** The screen of a review on which a milestone is reached. */
export const stepPath = (milestone: Milestone): string => paths[milestone] ?? '';
