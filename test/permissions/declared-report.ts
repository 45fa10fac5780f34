import type { Declared } from './declaration.ts';
import { boundTeam, tooLate } from './declared-review.ts';

const digest = '0'.repeat(64);
const sorted = { kind: 'strength', seen: 'Reading aloud.', effect: 'They listen.' };

/** Routes of the findings and the report of one review. */
export const reportRoutes: Record<string, Declared> = {
	'/api/reviews/[review]/report': {
		seen: boundTeam,
		deeds: { POST: { by: boundTeam, json: () => ({ writer: 1, caret: null }) } },
	},
	'/reviews/[review]/trace/[finding]': { seen: [...boundTeam, 'host head'] },
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
	'/reviews/[review]/taken-home': {
		in: 'past',
		seen: boundTeam,
		deeds: {
			take: tooLate(boundTeam, (_, fresh) => ({ id: fresh, kind: 'a method', words: 'They read.' })),
			// Nobody but its author.
			change: tooLate(['reviewer'], ({ things }) => ({
				...{ takenHomeId: things.past.takenHome, version: '9', kind: 'a method', words: 'They read.' },
			})),
			takeBack: tooLate(boundTeam, (_, fresh) => ({ takenHomeId: fresh })),
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
			setAside: tooLate(boundTeam, () => ({ mark: '0'.repeat(32) })),
			takeUpAgain: tooLate(boundTeam, () => ({ mark: '0'.repeat(32) })),
			edition: tooLate(boundTeam),
			facts: tooLate(['host head'], () => ({ edition: '1', digest })),
			sign: tooLate(boundTeam, () => ({ edition: '1', digest })),
			absent: tooLate(['facilitator'], ({ people }) => ({
				edition: '1',
				personId: people.past.reviewer,
				reason: 'Away.',
			})),
			remark: tooLate(['host head'], (_, fresh) => ({ id: fresh, heading: 'response', words: 'Thank you.' })),
			context: tooLate(['host head'], (_, fresh) => ({ id: fresh, words: 'We were short of books.' })),
			publish: tooLate([...boundTeam, 'host head']),
			// What one begins the other leaves again.
			correct: tooLate(boundTeam, () => ({ reason: 'A wrong number.' })),
			leave: tooLate(boundTeam),
		},
	},
	'/reviews/[review]/report/history': {
		seen: boundTeam,
		deeds: {
			name: tooLate(boundTeam, (_, fresh) => ({ id: fresh, name: 'Before lunch' })),
			restore: tooLate(boundTeam, (_, fresh) => ({ versionId: fresh })),
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
};
