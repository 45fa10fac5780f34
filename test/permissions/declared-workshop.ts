import type { Declared, Deed } from './declaration.ts';
import type { Role } from './roles.ts';

/** By the family protocol a champion runs the workshop, and the host's head may. The team, the chair and the host's staff do not. */
const runners = ['host head', 'champion'] as const satisfies readonly Role[];

const inRoom = (form: Deed['form'] = () => ({})): Deed => ({ by: runners, in: 'past', form });
const room = '/reviews/[review]/workshop/[room]';

/** The room of a workshop that is prepared and not open yet, and the phones' own pages, at which nobody here has a phone. */
export const workshopRoutes: Record<string, Declared> = {
	[room]: {
		in: 'past',
		seen: runners,
		deeds: {
			plan: inRoom(() => ({ version: '0' })),
			door: inRoom(() => ({ door: 'shut' })),
			seats: inRoom(() => ({ seats: '0' })),
			round: inRoom(() => ({ round: 'r99' })),
			timer: inRoom(() => ({ minutes: '2' })),
			close: inRoom(),
			type: inRoom((_, fresh) => ({ id: fresh, cards: 'Read more' })),
			group: inRoom(() => ({})),
			apart: inRoom(() => ({})),
			hide: inRoom(() => ({})),
			show: inRoom(() => ({})),
			matrix: inRoom(() => ({})),
			off: inRoom(() => ({})),
			place: inRoom(({ things }) => ({ cardId: things.past.card, handVotes: '1', impact: '', effort: '' })),
			photo: inRoom((_, fresh) => ({ id: fresh, description: 'A poster' })),
			unphoto: inRoom((_, fresh) => ({ photoId: fresh })),
			out: { ...inRoom(), untried: 'Which phone a card is from is asked in its own tests.' },
			// The last of all: it opens the room.
			open: inRoom(),
		},
	},
	[`${room}/wall`]: { in: 'past', seen: runners },
	[`${room}/materials`]: { in: 'past', seen: runners },
	'/reviews/[review]/workshop/steps': {
		in: 'past',
		seen: runners,
		deeds: {
			write: inRoom(({ things }, fresh) => ({
				...{ id: fresh, findingId: things.past.finding, title: 'Read more', owner: 'Nobody' },
				...{ due: '2000-01-01', measureOfSuccess: 'More is read.', version: '0' },
			})),
			drop: inRoom((_, fresh) => ({ id: fresh, version: '1' })),
			take: { ...inRoom(), by: ['host head'] },
		},
	},
	'/api/reviews/[review]/rooms/[room]/news': { in: 'past', seen: runners },
	'/api/reviews/[review]/rooms/[room]/photos/[paper]': { in: 'past', seen: runners },
	'/join': { seen: 'anyone', deeds: { default: { by: 'anyone', form: () => ({ code: 'BBBB BBBB' }) } } },
	'/taking-part': {
		seen: 'anyone',
		// Each asks for the secret of a phone.
		deeds: { card: { by: [] }, back: { by: [] }, vote: { by: [] }, rate: { by: [] } },
	},
	'/taking-part/news': { seen: [] },
};
