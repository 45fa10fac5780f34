import type { ProtocolDraft } from '../protocol.ts';
import { themed, type TeamNeeds } from './usual-reviews.ts';

/** KSA-12 senior staff and champions may join the headteachers. */
export const needs: TeamNeeds = {
	size: { least: 2, most: 5 },
	reviewers: ['headteachers', 'senior leaders', 'champions'],
	from: 'this partnership',
	headteachers: { least: 2, counted: 'without the host' },
	facilitator: 'never',
	champion: 'must',
	expert: 'may',
};

/** KSA-11 the same protocol serves governors and senior teams; KSA-14 a finding may start a review of its own. */
export const kinds: ProtocolDraft['kinds'] = [
	themed,
	{
		key: 'new-trail',
		label: 'New trail',
		days: 1,
		about: 'Something an earlier review came upon, looked at for its own sake.',
		begins: 'from an earlier review',
		without: [],
	},
	{
		key: 'senior-team',
		label: 'Senior team review',
		days: 1,
		about: 'Senior leaders of the trio look at how those of one school lead.',
		begins: 'afresh',
		without: ['all-staff'],
		team: {
			...needs,
			reviewers: ['senior leaders'],
			headteachers: { least: 0, counted: 'without the host' },
		},
	},
	{
		key: 'governors',
		label: 'Governors’ review',
		days: 1,
		about: 'Governors of the trio look at how those of one school know it, support it and challenge it.',
		begins: 'afresh',
		without: ['all-staff', 'workshop'],
		team: {
			...needs,
			reviewers: ['governors'],
			headteachers: { least: 0, counted: 'without the host' },
			champion: 'never',
		},
	},
];
