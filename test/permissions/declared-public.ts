import type { Declared } from './declaration.ts';
import { signedIn } from './roles.ts';

/** Routes of no partnership: the way in, a person's own home, and what exists in the demo or in development alone. */
export const publicRoutes: Record<string, Declared> = {
	'/': {
		seen: 'anyone',
		deeds: { demo: { by: 'anyone', untried: 'It starts the demo, a server of its own.' } },
	},
	'/sign-in': { seen: 'anyone', deeds: { default: { by: 'anyone' } } },
	'/sign-in/link': { seen: 'anyone', deeds: { default: { by: 'anyone' } } },
	'/set-up': { seen: 'anyone', deeds: { default: { by: 'anyone' } } },
	'/healthz': { seen: 'anyone' },
	'/readyz': { seen: 'anyone' },
	'/protocol.schema.json': { seen: 'anyone' },
	'/sign-out': { deeds: { POST: { by: 'anyone', untried: 'It would end the sessions of these tests.' } } },
	// Whoever is signed in is led home.
	'/signed-out': { seen: 'anyone' },
	'/be': { seen: [], deeds: { default: { by: [] } } },
	'/design': { seen: [], deeds: { default: { by: [] } } },
	'/design/schools': { seen: [] },
	// Its token is the right; what stands here is one that opens nothing.
	'/link/[token]': { seen: [] },
	'/link/[token]/document.pdf': { seen: [] },
	// Pages without data of their own: what they show is on the device.
	'/day': { seen: 'anyone' },
	'/day/[review]': { seen: 'anyone' },
	'/home': {
		seen: signedIn,
		deeds: {
			promised: {
				by: ['chair', 'administrator', 'host head'],
				form: ({ partnershipId, things }) => ({ partnershipId, promiseId: things.today.promise, done: 'no' }),
			},
			thanks: {
				by: ['member head'],
				form: ({ partnershipId, things }) => ({ partnershipId, deploymentId: things.today.deployment }),
			},
		},
	},
	'/me': {
		seen: signedIn,
		deeds: {
			reminders: { by: signedIn, form: () => ({ reminders: 'weekly' }) },
			feed: { by: signedIn },
			end: { by: signedIn },
		},
	},
	'/me/days': {
		seen: signedIn,
		deeds: {
			add: { by: signedIn, form: (_, fresh) => ({ id: fresh, kind: 'cannot', fromDay: '2000-01-01' }) },
			away: { by: signedIn, form: (_, fresh) => ({ daysId: fresh }) },
			read: { by: signedIn, form: () => ({ file: 'no calendar' }) },
			keep: { by: signedIn, form: () => ({ spans: 'none' }) },
		},
	},
	'/concerns': { seen: signedIn },
	// One that the reviewer has raised: to nobody else does it make any difference.
	'/concerns/[concern]': { seen: ['reviewer', 'host head'], deeds: { default: { by: ['host head'] } } },
	'/letters/action': { seen: 'anyone', deeds: { tell: { by: 'anyone' }, move: { by: 'anyone' } } },
	'/letters/bell': { seen: 'anyone', deeds: { default: { by: 'anyone' } } },
	'/letters/stop': { seen: 'anyone', deeds: { default: { by: 'anyone' } } },
	// For whoever holds its secret, and nobody holds this one.
	'/calendar/[token].ics': { seen: [] },
	'/partnerships/new': { seen: signedIn, deeds: { default: { by: signedIn } } },
};
