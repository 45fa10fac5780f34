import type { Declared } from './declaration.ts';
import { members } from './roles.ts';
import type { Things } from './things.ts';
import { boundTeam, seesPlan, tooLate } from './declared-review.ts';

const never = '2000-01-01';
const baseline = { measure: 'Reading', framework: 'Our own', figure: '61%', measuredOn: never };

const measurementOf = ({ baseline: baselineId, measurement: measurementId }: Things) => ({
	baselineId,
	measurementId,
});

/** Routes of what follows a review: its actions, what came of them, the look-back. */
export const followingRoutes: Record<string, Declared> = {
	'/partnerships/[partnership]/aims': {
		seen: members,
		deeds: {
			set: {
				by: ['chair', 'administrator'],
				form: (_, fresh) => ({ id: fresh, schoolYear: '2039-40', title: 'Read' }),
			},
			change: {
				by: ['chair', 'administrator'],
				form: ({ things }) => ({ aimId: things.past.aim, version: '9', title: 'Read' }),
			},
			close: {
				by: ['chair', 'administrator'],
				form: ({ things }) => ({ aimId: things.past.aim, because: 'Reached.' }),
			},
		},
	},
	'/partnerships/[partnership]/look-backs': { seen: members },
	'/partnerships/[partnership]/look-backs/[year]': { seen: members },
	'/reviews/[review]/then-and-now': { seen: seesPlan.filter((role) => role !== 'unbound reviewer') },
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
			correct: tooLate(['host head'], ({ things }, fresh) => ({
				...{ actionId: things.past.action, version: '9', findingId: fresh, title: 'Read more' },
				...{ owner: 'Nobody', measureOfSuccess: 'More is read.' },
			})),
			handOver: tooLate(['host head'], ({ things }) => ({
				...{ actionId: things.past.action, version: '9', owner: 'Nobody' },
			})),
			addMilestone: tooLate(['host head'], ({ things }, fresh) => ({
				...{ id: fresh, actionId: things.past.action, words: 'Read', due: never },
			})),
			tickMilestone: tooLate(['host head'], ({ things }, fresh) => ({
				...{ actionId: things.past.action, milestoneId: fresh, reached: 'yes' },
			})),
			removeMilestone: tooLate(['host head'], ({ things }, fresh) => ({
				...{ actionId: things.past.action, milestoneId: fresh },
			})),
			giveUp: tooLate(['host head'], ({ things }) => ({
				...{ actionId: things.past.action, because: 'Enough.' },
			})),
			tellUpdate: tooLate(['host head'], ({ things }) => ({
				...{ actionId: things.past.action, updateId: things.past.update, heading: 'planning' },
			})),
			report: { by: ['host head'], form: (_, fresh) => ({ id: fresh, words: 'More is read.' }) },
		},
	},
	'/reviews/[review]/impact': {
		in: 'past',
		seen: ['host head', 'champion', ...boundTeam],
		deeds: {
			tell: {
				by: ['host head'],
				form: (_, fresh) => ({ id: fresh, heading: 'planning', words: 'We plan.' }),
			},
			change: tooLate(['host head'], (_, fresh) => ({
				impactId: fresh,
				version: '1',
				heading: '',
				words: 'We plan.',
			})),
			takeBack: tooLate(['host head'], (_, fresh) => ({ impactId: fresh })),
			measureBaseline: { by: ['host head'], form: (_, fresh) => ({ id: fresh, ...baseline }) },
			changeBaseline: tooLate(['host head'], ({ things }) => ({
				...{ baselineId: things.past.baseline, version: '9', ...baseline },
			})),
			takeBackBaseline: tooLate(['host head'], (_, fresh) => ({ baselineId: fresh })),
			measureAgain: tooLate(['host head'], ({ things }, fresh) => ({
				...{ id: fresh, baselineId: things.past.baseline, figure: '70%', measuredOn: never },
			})),
			changeMeasurement: tooLate(['host head'], ({ things }) => ({
				...{ ...measurementOf(things.past), version: '9', figure: '70%', measuredOn: never },
			})),
			takeBackMeasurement: tooLate(['host head'], (_, fresh) => ({
				...{ baselineId: fresh, measurementId: fresh },
			})),
			tellMeasurement: tooLate(['host head'], ({ things }) => ({
				...{ ...measurementOf(things.past), heading: 'none' },
			})),
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
};
