import { londonDay } from '#platform/day.ts';
import type { Declared } from './declaration.ts';
import { members, type Role } from './roles.ts';

/** Who organises, and who leads the group that meets: the host's. */
const runs: Role[] = ['chair', 'administrator', 'host head'];
/** Another group is led by a reviewer. */
const calls: Role[] = [...runs, 'reviewer'];
const never = '2000-01-01';
const today = () => londonDay(new Date());

/** Meetings: called and minuted by whoever organises or leads the group that meets, read by those who come. */
export const meetingRoutes: Record<string, Declared> = {
	'/partnerships/[partnership]/meetings': {
		seen: members,
		deeds: {
			call: {
				by: runs,
				form: ({ things }, fresh) => ({ id: fresh, who: things.today.group, day: never }),
			},
		},
	},
	'/partnerships/[partnership]/meetings/series': {
		seen: calls,
		deeds: {
			offer: { by: runs, form: ({ things }) => ({ ...aSeries, who: things.today.group }) },
			call: {
				by: runs,
				form: ({ things }) => ({ ...aSeries, who: things.today.group, days: [never] }),
			},
		},
	},
	'/partnerships/[partnership]/meetings/[meeting]': {
		seen: runs,
		deeds: {
			move: { by: runs, form: () => ({ version: '9', day: today() }) },
			withdraw: { by: runs, form: () => ({}) },
			add: { by: runs, form: (_, fresh) => ({ id: fresh, title: 'Reading' }) },
			say: {
				by: runs,
				form: ({ things }) => ({ itemId: things.today.agendaItem, version: '9', title: 'Reading' }),
			},
			place: { by: runs, form: ({ things }) => ({ itemId: things.today.agendaItem, to: 'up' }) },
			remove: { by: runs, form: ({ things }) => ({ itemId: things.today.agendaItem }) },
			save: { by: runs, form: () => ({ version: '9', others: 'Nobody' }) },
			confirm: { by: ['chair', 'host head'], form: () => ({ version: '9' }) },
			promise: {
				by: runs,
				form: ({ people }, fresh) => ({
					...{ id: fresh, personId: people.today['host head'], words: 'Read', due: never },
				}),
			},
			tell: { by: runs, form: ({ things }) => ({ promiseId: things.today.promise, done: 'no' }) },
			drop: { by: runs, form: ({ things }) => ({ promiseId: things.today.promise }) },
			release: { by: ['host head'], form: ({ things }) => ({ reportId: things.today.progressReport }) },
			takeback: { by: ['host head'], form: ({ things }) => ({ reportId: things.today.progressReport }) },
			ask: { by: ['host head'], form: ({ hostMemberId }) => ({ memberId: hostMemberId, number: '1' }) },
			unask: { by: ['host head'], form: ({ hostMemberId }) => ({ memberId: hostMemberId, number: '1' }) },
		},
	},
	'/partnerships/[partnership]/meetings/[meeting]/print': { seen: runs },
};

const aSeries = { schoolYear: '2039-40', unit: 'terms', weekday: '4', nth: '1' };
