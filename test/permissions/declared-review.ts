import type { Declared, Deed } from './declaration.ts';
import { members, type Role } from './roles.ts';

export const boundTeam = ['reviewer', 'facilitator'] as const;
const team = [...boundTeam, 'unbound reviewer'] as const;
const planners = ['host head', ...team] as const;
export const seesPlan: Role[] = [...planners, 'champion', 'host staff'];
const never = '2000-01-01';

/** A deed asked for in the review that is over: who may is told that it is, who may not finds nothing. */
export const tooLate = (by: Deed['by'], form?: Deed['form']): Deed => ({
	by,
	in: 'past',
	...(form && { form }),
});
const piece = { source: 'pupils', kind: 'strength', seen: 'Reading aloud.' };

/** Routes of one review, on the family protocol: plan for those who take part, evidence for the bound team, report for team and host. */
export const reviewRoutes: Record<string, Declared> = {
	'/reviews/[review]/prepare': {
		seen: seesPlan,
		deeds: {
			meeting: { by: planners, form: () => ({ heldOn: '2199-01-01', version: '0' }) },
			decide: { by: planners, form: (_, fresh) => ({ id: fresh, words: 'We knock.' }) },
		},
	},
	'/reviews/[review]/lines': {
		seen: seesPlan,
		deeds: {
			add: tooLate(planners, (_, fresh) => ({ id: fresh, question: 'Who reads?' })),
			askAgain: tooLate(planners, (_, fresh) => ({ lineIds: fresh })),
			takeUp: tooLate(planners, (_, fresh) => ({ id: fresh, itemId: fresh })),
			change: tooLate(planners, (_, fresh) => ({ lineId: fresh, question: 'Who reads?' })),
			drop: tooLate(planners, (_, fresh) => ({ lineId: fresh })),
			suggestions: tooLate(['host head'], (_, fresh) => ({ lineId: fresh, asks: 'yes' })),
		},
	},
	'/reviews/[review]/timetable': {
		seen: seesPlan,
		deeds: {
			schedule: tooLate(planners, (_, fresh) => ({
				id: fresh,
				kind: 'observation',
				title: 'Reading',
				day: never,
				starts: '09:00',
				ends: '10:00',
			})),
			remove: tooLate(planners, (_, fresh) => ({ activityId: fresh })),
			agree: { by: planners },
		},
	},
	'/reviews/[review]/timetable/plan.pdf': { seen: seesPlan },
	'/reviews/[review]/briefing': {
		seen: [...boundTeam, 'host head'],
		deeds: {
			save: tooLate(['host head'], () => ({ version: '0', words: 'They come.', forPupils: 'They come.' })),
			tick: tooLate(['host head'], () => ({ stage: 'circulate', on: never })),
		},
	},
	'/reviews/[review]/notes/[stage]': {
		seen: [...boundTeam, 'host head'],
		deeds: { default: { by: [...boundTeam, 'host head'], form: () => ({ version: '0' }) } },
	},
	'/reviews/[review]/day': {
		seen: boundTeam,
		deeds: { default: tooLate(boundTeam, (_, fresh) => ({ id: fresh, ...piece })) },
	},
	'/reviews/[review]/day/record': { seen: boundTeam },
	'/reviews/[review]/day/record/record.pdf': { seen: boundTeam },
	'/reviews/[review]/day/record/record.docx': { seen: boundTeam },
	'/reviews/[review]/day/pace': {
		seen: boundTeam,
		deeds: { say: tooLate(boundTeam, () => ({ minutes: '5' })) },
	},
	// Those who might show a piece are told that the review is over.
	'/reviews/[review]/day/parked': {
		seen: boundTeam,
		deeds: {
			show: tooLate(boundTeam, ({ things }) => ({ evidenceId: things.past.evidence, version: '1' })),
			back: tooLate(boundTeam, ({ things }) => ({ evidenceId: things.past.evidence })),
		},
	},
	'/api/reviews/[review]/day': { seen: boundTeam },
	'/api/reviews/[review]/outbox': {
		deeds: {
			POST: {
				by: boundTeam,
				in: 'past',
				json: ({ people }, fresh, role) => ({
					person: role === 'signed out' ? fresh : people.past[role],
					rows: [{ id: fresh, deed: 'record', body: { id: fresh, ...piece }, ago: 0 }],
				}),
			},
		},
	},
	'/api/reviews/[review]/photos/[photo]': { seen: boundTeam },
	// Asked without a word of streams they answer once.
	'/api/reviews/[review]/news': { seen: [...boundTeam, 'host head'] },
	'/reviews/[review]/day/[evidence]': {
		seen: boundTeam,
		deeds: {
			edit: { by: ['reviewer'], form: () => ({ version: '1', ...piece }) },
			withdraw: { by: boundTeam, form: () => ({ reason: 'It names a child.' }) },
			photo: { by: boundTeam, form: (_, fresh) => ({ photoId: fresh }) },
		},
	},
	'/reviews/[review]/sharing': {
		in: 'past',
		seen: [...boundTeam, 'host head'],
		deeds: {
			release: tooLate(['host head'], (_, fresh) => ({ id: fresh, thing: 'report', audience: 'heads' })),
			back: tooLate(['host head'], ({ releaseId }) => ({ releaseId })),
			link: tooLate(['host head'], (_, fresh) => ({
				id: fresh,
				thing: 'report',
				forWhom: 'Jo Field',
				days: '14',
			})),
			pack: tooLate(['host head'], (_, fresh) => ({
				id: fresh,
				reader: 'inspector',
				forWhom: 'Jo Field',
				contents: 'report',
				days: '14',
			})),
			ask: tooLate(['host head'], (_, fresh) => ({ personId: fresh })),
			end: {
				...tooLate(['host head'], (_, fresh) => ({ linkId: fresh })),
				after: { by: 'host head', deed: 'link' },
			},
		},
	},
	'/reviews/[review]/pairing': {
		seen: ['host head', 'chair', 'administrator', 'facilitator'],
		deeds: {
			default: tooLate(['host head', 'chair', 'administrator', 'facilitator'], (_, fresh) => ({
				...{ personId: fresh, version: '0', name: 'Jo Bell' },
			})),
		},
	},
	// For the one of the team who was asked.
	'/reviews/[review]/speaking': {
		in: 'past',
		seen: ['reviewer'],
		deeds: { default: tooLate(['reviewer'], () => ({ agrees: 'no' })) },
	},
	'/reviews/[review]/concern': {
		seen: [...boundTeam, 'host head'],
		deeds: {
			default: { by: [...boundTeam, 'host head'], form: (_, fresh) => ({ id: fresh, kind: 'none' }) },
		},
	},
	'/reviews/[review]/workshop': {
		in: 'past',
		seen: ['host head', 'host staff', 'champion', ...boundTeam],
		deeds: {
			record: tooLate(['host head', 'champion'], () => ({
				heldOn: never,
				outcome: 'Read more.',
				version: '0',
			})),
			prepare: { in: 'past', by: ['host head', 'champion'], form: (_, fresh) => ({ id: fresh }) },
		},
	},
	'/reviews/[review]': {
		seen: members,
		deeds: {
			frame: tooLate(['host head', 'chair', 'administrator'], () => ({
				focus: 'Do they read?',
				kind: 'themed',
				focusKind: 'current-priority',
				focusSource: 'self-evaluation',
				firstDay: '2026-11-19',
				days: '1',
			})),
			accept: { by: planners },
			join: {
				by: ['chair', 'administrator', 'facilitator'],
				form: ({ spare }) => ({ personId: spare, role: 'champion' }),
			},
			// Follows no other: whoever may is told that nobody can be added.
			sameTeam: { by: ['chair', 'administrator', 'facilitator'], form: () => ({}) },
			leave: {
				by: ['chair', 'administrator', 'facilitator'],
				after: { by: 'chair', deed: 'join' },
				form: ({ spare }) => ({ personId: spare }),
			},
			tick: {
				by: [...boundTeam, 'unbound reviewer'],
				form: () => ({ stage: 'thanks', on: new Date().toISOString().slice(0, 10) }),
			},
			untick: {
				by: team,
				after: { by: 'facilitator', deed: 'tick' },
				form: () => ({ stage: 'thanks' }),
			},
			standstill: {
				by: ['host head', 'chair'],
				form: (_, fresh) => ({ id: fresh, kind: 'deferred', reason: 'Snow.' }),
			},
			resume: { by: ['host head', 'chair'], after: { by: 'chair', deed: 'standstill' } },
			// The last of all: it binds whoever was not.
			confidentiality: { by: [...team, 'champion'], form: () => ({ typedName: 'Unbound Example' }) },
		},
	},
};
