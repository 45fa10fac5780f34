import type { Declared } from './declaration.ts';
import { members, type Role } from './roles.ts';

/** Heads, of whom today's reviewer is one, bring in figures of their schools, those who organise of all; a file that was chosen is its reader's alone. */
const brings: Role[] = ['chair', 'administrator', 'member head', 'host head', 'reviewer'];

const enters: Role[] = ['chair', 'administrator', 'host head'];

export const outcomeRoutes: Record<string, Declared> = {
	'/partnerships/[partnership]/schools/[member]/story': {
		seen: members,
		deeds: {
			tell: {
				by: ['host head'],
				form: (_, fresh) => ({ id: fresh, kind: 'an inspection', year: '2016', words: 'They came.' }),
			},
			change: {
				by: ['host head'],
				form: (_, fresh) => ({
					eventId: fresh,
					version: '1',
					kind: 'a change',
					year: '2016',
					words: 'They came.',
				}),
				after: { by: 'host head', deed: 'tell' },
			},
			takeBack: { by: ['host head'], form: (_, fresh) => ({ eventId: fresh }) },
			profile: {
				by: ['host head'],
				form: ({ things }) => ({
					schoolId: things.today.school,
					schoolYear: '2016-17',
					version: '9',
					onRoll: '200',
				}),
			},
		},
	},
	'/partnerships/[partnership]/schools/[member]/outcomes': {
		seen: members,
		deeds: {
			enter: {
				by: enters,
				form: ({ things }, fresh) => ({
					...{ id: fresh, schoolId: things.today.school, measure: 'ks2 rwm expected' },
					...{ year: '2019-20', value: '50' },
				}),
			},
			// Of a figure that the head entered, those who organise know nothing: to them it is not there.
			correct: {
				by: ['host head'],
				form: ({ things }) => ({
					...{ schoolId: things.today.school, figureId: things.today.figure },
					...{ version: '9', value: '50' },
				}),
			},
			withdraw: {
				by: enters,
				form: ({ things }, fresh) => ({ schoolId: things.today.school, figureId: fresh }),
			},
			share: {
				by: ['host head'],
				form: ({ things }) => ({ schoolId: things.today.school, measure: 'phonics expected' }),
			},
			say: {
				by: enters,
				form: ({ things }) => ({
					...{ schoolId: things.today.school, measure: 'phonics expected', year: '2018-19' },
					...{ words: 'A year of change.' },
				}),
			},
		},
	},
	'/partnerships/[partnership]/assessment': {
		seen: members,
		deeds: {
			say: {
				by: enters,
				form: ({ hostMemberId }, fresh) => ({
					...{ id: fresh, memberId: hostMemberId, name: 'Own tests', sinceYear: '2016-17' },
				}),
			},
			change: {
				by: enters,
				form: (_, fresh) => ({ systemId: fresh, version: '9', name: 'Own tests', sinceYear: '2016-17' }),
				after: { by: 'host head', deed: 'say' },
			},
			takeBack: {
				by: enters,
				form: (_, fresh) => ({ systemId: fresh }),
				after: { by: 'host head', deed: 'say' },
			},
		},
	},
	'/partnerships/[partnership]/outcomes': {
		seen: brings,
		deeds: {
			undo: {
				by: enters,
				form: ({ things }) => ({ importId: things.today.broughtIn }),
			},
		},
	},
	'/partnerships/[partnership]/outcomes/headline': { seen: members },
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
			publisher: { by: ['host head'], form: () => ({ publisher: 'school' }) },
			bring: { by: ['host head'], form: () => ({ stamp: '0-0-0' }) },
			leave: {
				by: brings,
				untried: 'It would be gone for the others; no rows of others are deleted (boundary.test).',
			},
		},
	},
};
