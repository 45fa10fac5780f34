import { londonDay } from '#platform/day.ts';
import type { Declared, Deed } from './declaration.ts';
import { members, type Role } from './roles.ts';

/** The host has asked, and the member that is on no team has helped: their heads and who leads know of it. */
const asker: Role[] = ['host head'];
const helper: Role[] = ['member head'];
const leads: Role[] = ['chair'];
const never = '2000-01-01';

const terms = { days: '2', fromDay: '2039-01-10', toDay: '2039-01-11', who: 'Our English lead' };
const toHelper = (by: Role[], more: Record<string, string> = {}): Deed => ({
	...{ by, form: ({ things }) => ({ helperId: things.today.helper, ...more }) },
});
const ofDeployment = (by: Role[], more: Record<string, string>, withId = false): Deed => ({
	by,
	form: ({ things }, fresh) => ({
		...{ deploymentId: things.today.deployment, ...(withId ? { id: fresh } : {}), ...more },
	}),
});

/** Support between schools. */
export const supportRoutes: Record<string, Declared> = {
	'/partnerships/[partnership]/support': {
		seen: members,
		deeds: {
			ask: {
				by: asker,
				form: ({ hostMemberId }, fresh) => ({
					...{ id: fresh, memberId: hostMemberId, themeId: fresh, words: 'Reading', byDay: never },
				}),
			},
		},
	},
	'/partnerships/[partnership]/support/[request]': {
		seen: [...leads, ...asker, ...helper],
		deeds: {
			reword: {
				by: asker,
				form: (_, fresh) => ({ version: '9', themeId: fresh, words: 'Reading', byDay: never }),
			},
			consents: { by: asker, form: () => ({ version: '9', mayName: 'yes' }) },
			withdraw: { by: asker, form: () => ({ because: 'No.' }) },
			propose: { by: leads, form: ({ hostMemberId }) => ({ memberIds: hostMemberId }) },
			nobody: { by: leads, form: (_, fresh) => ({ id: fresh, words: 'Nobody.' }) },
			resource: { by: leads, form: () => ({ number: '9', words: 'A day of supply.' }) },
			outside: {
				by: leads,
				form: (_, fresh) => ({
					...{ id: fresh, kind: 'commissioned', provider: 'A trainer', words: 'Phonics' },
					...{ day: never, pounds: '10', payer: 'Nobody' },
				}),
			},
			answer: {
				by: leads,
				form: ({ things }) => ({ outsideId: things.today.outside, version: '9', answer: 'No.' }),
			},
			outsideEnd: {
				by: leads,
				form: ({ things }) => ({ outsideId: things.today.outside, version: '9', because: 'No.' }),
			},
			takeback: toHelper(leads),
			name: toHelper(asker),
			refuse: toHelper(asker),
			agree: toHelper(helper, terms),
			decline: toHelper(helper, { words: 'No.' }),
			terms: ofDeployment(helper, { version: '9', ...terms }),
			day: ofDeployment([...asker, ...helper], { day: never, words: 'None.' }, true),
			undo: ofDeployment([...asker, ...helper], { dayId: '00000000-0000-7000-8000-000000000000' }),
			outcome: ofDeployment(asker, { number: '9', words: 'None.' }),
			thank: ofDeployment(asker, { words: 'Thank you.' }),
			shareThanks: ofDeployment(asker, { open: 'yes' }),
			end: ofDeployment([...leads, ...asker, ...helper], { because: `Since ${londonDay(new Date())}.` }),
		},
	},
};
