import { londonDay } from '#platform/day.ts';
import type { Declared } from './declaration.ts';
import { members, type Role } from './roles.ts';
import type { World } from './world.ts';

/** Who organises, and the head who is host to it and leads it. */
const runs: Role[] = ['chair', 'administrator', 'host head'];
const atHost: Role[] = ['host head', 'host staff', 'governor'];
const reads: Role[] = ['chair', 'administrator', ...atHost];
/** Other heads find the form, too: they plan at their own schools. */
const plans: Role[] = [...runs, 'member head', 'reviewer'];
const never = '2000-01-01';
const today = () => londonDay(new Date());

const anEvent = ({ hostMemberId }: World) => ({
	...{ kind: 'CPD', title: 'Reading', atMemberId: hostMemberId, speaker: 'Somebody', forWhom: 'all' },
});
const atTheHost = ({ hostMemberId }: World) => ({ memberId: hostMemberId });
const pastFinding = ({ things }: World) => ({ findingId: things.past.finding });
const pastAction = ({ things }: World) => ({ actionId: things.past.action });

/** Joint events: planned and written up by whoever organises, is host to them or leads them; here one for the host's own people. */
export const eventRoutes: Record<string, Declared> = {
	'/partnerships/[partnership]/events': { seen: members },
	'/partnerships/[partnership]/events/plan': {
		seen: plans,
		deeds: {
			default: { by: plans, form: (world, fresh) => ({ id: fresh, ...anEvent(world), fromDay: never }) },
		},
	},
	'/partnerships/[partnership]/events/[event]': {
		seen: reads,
		deeds: {
			change: { by: runs, form: (world) => ({ version: '9', ...anEvent(world), fromDay: today() }) },
			off: { by: runs, form: () => ({ because: 'Snow.' }) },
			bring: {
				by: ['host head'],
				form: (world) => ({ ...atTheHost(world), others: '1', othersVersion: '1' }),
			},
			come: { by: atHost, form: atTheHost },
			away: { by: reads, form: () => ({}) },
			out: { by: runs, form: ({ people }) => ({ personId: people.today['member head'] }) },
			lower: {
				by: runs,
				form: (world) => ({ ...atTheHost(world), others: '1', othersVersion: '1' }),
			},
			write: { by: runs, form: () => ({ version: '9', done: 'We wrote.' }) },
			take: { by: ['host head'], form: (world) => ({ ...atTheHost(world), version: '9', words: 'More.' }) },
			follow: { by: ['host head'], form: pastFinding },
			unfollow: { by: ['host head'], form: pastFinding },
			serve: { by: ['host head'], form: pastAction },
			unserve: { by: ['host head'], form: pastAction },
		},
	},
};
