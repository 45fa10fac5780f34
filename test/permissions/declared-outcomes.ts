import type { Declared } from './declaration.ts';
import type { Role } from './roles.ts';

/** Heads, of whom today's reviewer is one, bring in figures of their schools, those who organise of all; a file that was chosen is its reader's alone. */
const brings: Role[] = ['chair', 'administrator', 'member head', 'host head', 'reviewer'];

export const outcomeRoutes: Record<string, Declared> = {
	'/partnerships/[partnership]/outcomes': {
		seen: brings,
		deeds: {
			undo: {
				by: ['chair', 'administrator', 'host head'],
				form: ({ things }) => ({ importId: things.today.broughtIn }),
			},
		},
	},
	'/partnerships/[partnership]/outcomes/import': {
		seen: brings,
		deeds: { default: { by: brings, form: (_, fresh) => ({ id: fresh, year: 'never' }) } },
	},
	'/partnerships/[partnership]/outcomes/import/[reading]': {
		seen: ['host head'],
		deeds: {
			columns: {
				by: ['host head'],
				form: () => ({ 'what-0': '', 'group-0': 'all', 'what-1': 'year', 'group-1': 'all' }),
			},
			bring: { by: ['host head'], form: () => ({ stamp: '0-0-0' }) },
			leave: {
				by: brings,
				untried: 'It would be gone for the others; no rows of others are deleted (boundary.test).',
			},
		},
	},
};
