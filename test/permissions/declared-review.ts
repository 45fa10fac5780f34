import type { Declared, Deed } from './declaration.ts';
import { members, type Role } from './roles.ts';

const boundTeam = ['reviewer', 'facilitator'] as const;
const team = [...boundTeam, 'unbound reviewer'] as const;
const planners = ['host head', ...team] as const;
const seesPlan: Role[] = [...planners, 'champion', 'host staff'];
const never = '2000-01-01';

/** A deed asked for in the review that is over: who may is told that it is, who may not finds nothing. */
const tooLate = (by: Deed['by'], form?: Deed['form']): Deed => ({ by, in: 'past', ...(form && { form }) });
const piece = { source: 'pupils', kind: 'strength', seen: 'Reading aloud.' };
const sorted = { kind: 'strength', seen: 'Reading aloud.', effect: 'They listen.' };

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
			change: tooLate(planners, (_, fresh) => ({ lineId: fresh, question: 'Who reads?' })),
			drop: tooLate(planners, (_, fresh) => ({ lineId: fresh })),
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
	'/api/reviews/[review]/report': {
		seen: boundTeam,
		deeds: { POST: { by: boundTeam, json: () => ({ writer: 1, caret: null }) } },
	},
	'/reviews/[review]/day/[evidence]': {
		seen: boundTeam,
		deeds: {
			edit: { by: ['reviewer'], form: () => ({ version: '1', ...piece }) },
			withdraw: { by: boundTeam, form: () => ({ reason: 'It names a child.' }) },
			photo: { by: boundTeam, form: (_, fresh) => ({ photoId: fresh }) },
		},
	},
	'/reviews/[review]/findings': {
		seen: [...boundTeam, 'host head'],
		deeds: {
			place: tooLate(boundTeam, (_, fresh) => ({ id: fresh, evidence: fresh, into: fresh })),
			arrange: tooLate(boundTeam, (_, fresh) => ({ id: fresh, findingId: fresh, kind: 'strength' })),
			undo: tooLate(boundTeam, (_, fresh) => ({ id: fresh, undoes: fresh })),
			theme: tooLate(boundTeam, (_, fresh) => ({ findingId: fresh, themeId: fresh })),
			untheme: tooLate(boundTeam, (_, fresh) => ({ findingId: fresh, themeId: fresh })),
		},
	},
	'/reviews/[review]/findings/new': {
		seen: boundTeam,
		deeds: { default: tooLate(boundTeam, (_, fresh) => ({ id: fresh, evidence: fresh, ...sorted })) },
	},
	'/reviews/[review]/findings/[finding]': {
		seen: [...boundTeam, 'host head'],
		deeds: {
			edit: { by: boundTeam, form: (_, fresh) => ({ version: '1', evidence: fresh, ...sorted }) },
			arrange: tooLate(boundTeam, (_, fresh) => ({ id: fresh, kind: 'strength' })),
			split: tooLate(boundTeam, (_, fresh) => ({ id: fresh, evidence: fresh, ...sorted })),
			merge: tooLate(boundTeam, (_, fresh) => ({ id: fresh, others: fresh })),
			withdraw: tooLate(boundTeam, (_, fresh) => ({ id: fresh })),
			theme: tooLate(boundTeam, (_, fresh) => ({ themeId: fresh })),
			untheme: tooLate(boundTeam, (_, fresh) => ({ themeId: fresh })),
			context: {
				in: 'past',
				by: ['host head'],
				form: (_, fresh) => ({ id: fresh, words: 'It was a test week.' }),
			},
		},
	},
	'/reviews/[review]/feedback': {
		seen: boundTeam,
		deeds: { head: tooLate(boundTeam), staff: tooLate(boundTeam) },
	},
	'/reviews/[review]/feedback/head.pdf': { seen: boundTeam },
	'/reviews/[review]/feedback/staff.pdf': { seen: boundTeam },
	'/reviews/[review]/thanks': {
		in: 'past',
		seen: [...boundTeam, 'host head'],
		deeds: {
			// The same words again send nothing more.
			host: { by: ['host head'], form: () => ({ words: 'Thank you.' }) },
			team: { by: boundTeam, form: () => ({ words: 'Thank you.' }) },
		},
	},
	'/reviews/[review]/report': {
		seen: [...boundTeam, 'host head'],
		deeds: {
			add: tooLate(boundTeam, () => ({ heading: 'strengths', words: 'Reading.' })),
			comment: tooLate(boundTeam, (_, fresh) => ({ id: fresh, heading: 'strengths', words: 'Who?' })),
			answer: tooLate(boundTeam, (_, fresh) => ({ id: fresh, commentId: fresh, words: 'They.' })),
			settle: tooLate(boundTeam, (_, fresh) => ({ commentId: fresh })),
			accept: tooLate(boundTeam, (_, fresh) => ({ commentId: fresh })),
			putBack: tooLate(boundTeam, (_, fresh) => ({ lostId: fresh })),
			leaveOut: tooLate(boundTeam, (_, fresh) => ({ lostId: fresh })),
			edition: tooLate(boundTeam),
			sign: tooLate(boundTeam, () => ({ edition: '1' })),
			absent: tooLate(['facilitator'], ({ people }) => ({
				edition: '1',
				personId: people.past.reviewer,
				reason: 'Away.',
			})),
			remark: tooLate(['host head'], (_, fresh) => ({ id: fresh, heading: 'response', words: 'Thank you.' })),
			context: tooLate(['host head'], (_, fresh) => ({ id: fresh, words: 'We were short of books.' })),
			publish: tooLate([...boundTeam, 'host head']),
		},
	},
	'/reviews/[review]/report/history': {
		seen: boundTeam,
		deeds: {
			name: tooLate(boundTeam, (_, fresh) => ({ id: fresh, name: 'Before lunch' })),
			restore: tooLate(boundTeam, (_, fresh) => ({ versionId: fresh })),
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
			end: {
				...tooLate(['host head'], (_, fresh) => ({ linkId: fresh })),
				after: { by: 'host head', deed: 'link' },
			},
		},
	},
	'/reviews/[review]/concern': {
		seen: [...boundTeam, 'host head'],
		deeds: {
			default: { by: [...boundTeam, 'host head'], form: (_, fresh) => ({ id: fresh, kind: 'none' }) },
		},
	},
	'/reviews/[review]/report/report.pdf': { in: 'past', seen: [...boundTeam, 'host head', 'governor'] },
	'/reviews/[review]/report/import': {
		seen: boundTeam,
		deeds: {
			read: tooLate(boundTeam),
			add: tooLate(boundTeam, () => ({ pieces: '[]' })),
		},
	},
	'/reviews/[review]/report/print': { in: 'past', seen: [...boundTeam, 'host head', 'governor'] },
	'/reviews/[review]/report/summary': { in: 'past', seen: [...boundTeam, 'host head', 'governor'] },
	'/reviews/[review]/report/summary/summary.pdf': {
		in: 'past',
		seen: [...boundTeam, 'host head', 'governor'],
	},
	'/reviews/[review]/report/report.docx': { in: 'past', seen: [...boundTeam, 'host head', 'governor'] },
	'/reviews/[review]/workshop': {
		in: 'past',
		seen: ['host head', 'host staff', 'champion', ...boundTeam],
		deeds: {
			default: tooLate(['host head', 'champion'], () => ({
				heldOn: never,
				outcome: 'Read more.',
				version: '0',
			})),
		},
	},
	'/reviews/[review]/actions': {
		in: 'past',
		seen: ['host head', 'champion', ...boundTeam],
		deeds: {
			plan: tooLate(['host head'], ({ things }, fresh) => ({
				id: fresh,
				findingId: things.past.finding,
				title: 'Read more',
				owner: 'Nobody',
				due: never,
				measureOfSuccess: 'More is read.',
			})),
			update: tooLate(['host head'], ({ things }, fresh) => ({
				id: fresh,
				actionId: things.past.action,
				progress: 'under way',
				words: '',
			})),
			reschedule: tooLate(['host head'], ({ things }, fresh) => ({
				id: fresh,
				actionId: things.past.action,
				due: never,
				reason: 'Snow.',
			})),
			report: { by: ['host head'], form: (_, fresh) => ({ id: fresh, words: 'More is read.' }) },
		},
	},
	'/reviews/[review]/look-back': {
		in: 'past',
		seen: ['host head', 'chair', ...boundTeam],
		deeds: {
			answer: { by: ['host head', ...boundTeam] },
			close: tooLate(['host head', 'facilitator', 'chair']),
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
