import type { Declared } from './declaration.ts';
import { arrangingRoutes } from './declared-arranging.ts';
import { outcomeRoutes } from './declared-outcomes.ts';
import { pollRoutes } from './declared-polls.ts';
import { members } from './roles.ts';

const fields = { objective: 'Every school once.', share: '100' };

/** Routes of the plan: all who stand in the partnership see as much of it as they know of; whoever leads opens cycles. */
export const planningRoutes: Record<string, Declared> = {
	'/partnerships/[partnership]/plan': { seen: members },
	'/partnerships/[partnership]/plan/open': {
		seen: ['chair'],
		deeds: {
			default: {
				by: ['chair'],
				form: (_, fresh) => ({ id: fresh, name: fresh, from: '2040-08-01', to: '2041-07-31', ...fields }),
			},
		},
	},
	'/partnerships/[partnership]/plan/[cycle]': {
		seen: members,
		deeds: {
			defer: {
				by: ['chair', 'host head'],
				form: ({ hostMemberId }, fresh) => ({ id: fresh, memberId: hostMemberId, reason: 'Not now.' }),
			},
			lift: { by: ['chair', 'member head'], form: ({ things }) => ({ deferralId: things.today.deferral }) },
		},
	},
	'/partnerships/[partnership]/plan/[cycle]/people': { seen: members },
	'/partnerships/[partnership]/plan/[cycle]/schools': { seen: members },
	'/partnerships/[partnership]/plan/[cycle]/change': {
		seen: ['chair'],
		deeds: {
			default: {
				by: ['chair'],
				form: (_, fresh) => ({
					...{ version: '9', name: fresh, from: '2040-08-01', to: '2041-07-31' },
					...fields,
				}),
			},
		},
	},
	...arrangingRoutes,
	...pollRoutes,
	...outcomeRoutes,
	'/partnerships/[partnership]/schools/[member]/handover': { seen: ['host head'] },
	'/partnerships/[partnership]/schools/[member]/support': {
		seen: members,
		deeds: {
			offer: {
				by: ['host head'],
				form: (_, fresh) => ({ id: fresh, themeId: fresh, ways: 'speak', words: 'We read.' }),
			},
			withdraw: { by: ['host head'], form: (_, fresh) => ({ expertiseId: fresh }) },
			need: { by: ['chair', 'host head'], form: () => ({ number: '9', status: '1' }) },
		},
	},
	'/partnerships/[partnership]/groups/propose': {
		seen: ['chair'],
		deeds: {
			default: {
				by: ['chair'],
				form: (_, fresh) => ({
					...{ id: fresh, schoolYear: '2039-40', least: '6', most: '2', near: '10', competing: '1' },
				}),
			},
		},
	},
	'/partnerships/[partnership]/groups/propose/[proposal]': {
		seen: ['chair'],
		deeds: {
			stop: { by: ['chair'], form: () => ({}) },
			adopt: { by: ['chair'], form: () => ({}) },
		},
	},
};
