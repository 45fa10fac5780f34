import type { Declared } from './declaration.ts';
import { members } from './roles.ts';

const organisers = ['chair', 'administrator'] as const;
const never = '2000-01-01';
/** Heads of any school here: they release people. */
const heads = ['host head', 'member head', 'reviewer'] as const;

/** A partnership's people: who is what, trained for what, and how much time they give. */
export const peopleRoutes: Record<string, Declared> = {
	'/partnerships/[partnership]/people': {
		seen: members,
		deeds: {
			confirm: { by: ['chair'], form: ({ appointmentId }) => ({ appointmentId }) },
			end: {
				by: organisers,
				form: ({ appointmentId }) => ({ roleId: appointmentId, of: 'appointment', untilDay: never }),
			},
		},
	},
	'/partnerships/[partnership]/people/invite': {
		seen: organisers,
		deeds: {
			default: {
				by: organisers,
				form: (_, fresh) => ({
					id: fresh,
					name: 'Guest Example',
					email: `${fresh}@people.example`,
					role: 'steering',
					fromDay: '2026-09-01',
				}),
			},
		},
	},
	'/partnerships/[partnership]/people/training': {
		seen: members,
		deeds: {
			// Of somebody who is nobody's to record: refused after the right was asked.
			default: {
				by: [...organisers, ...heads],
				form: (_, fresh) => ({
					...{ id: fresh, personIds: [fresh], role: 'champion', day: never, what: 'A day' },
				}),
			},
		},
	},
	// The host's staff: their own head and those who organise may, and they themselves their limit.
	'/partnerships/[partnership]/people/[person]': {
		seen: members,
		deeds: {
			limit: { by: ['host staff', 'host head'], form: () => ({ version: '9', daysATerm: '1' }) },
			withdraw: { by: [...organisers, 'host head'], form: (_, fresh) => ({ trainingId: fresh }) },
		},
	},
	'/partnerships/[partnership]/people/time/[year]': {
		seen: members,
		deeds: { default: { by: organisers, form: () => ({ version: '9', pounds: '200' }) } },
	},
	'/partnerships/[partnership]/people/time/[year]/release-days.csv': {
		seen: [...organisers, ...heads],
	},
};
