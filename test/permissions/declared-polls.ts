import { addDays } from '#domain/calendar/day.ts';
import { londonDay } from '#platform/day.ts';
import type { Declared } from './declaration.ts';
import { members, type Role } from './roles.ts';

const runs: Role[] = ['chair', 'administrator'];
/** These two lead a group each. */
const asks: Role[] = [...runs, 'host head', 'reviewer'];
const inAMonth = () => addDays(londonDay(new Date()), 30);

/** Polls: asked and seen to by whoever organises, read and answered by those whom they ask. */
export const pollRoutes: Record<string, Declared> = {
	'/partnerships/[partnership]/polls': { seen: members },
	'/partnerships/[partnership]/polls/new': {
		seen: asks,
		deeds: {
			offer: {
				by: asks,
				form: () => ({ from: inAMonth(), to: inAMonth(), weekdays: ['1', '2', '3', '4', '5'] }),
			},
			ask: {
				by: asks,
				form: ({ people }, fresh) => ({
					...{ id: fresh, title: fresh, untilDay: inAMonth() },
					...{ days: [inAMonth()], personIds: [people.today.facilitator] },
				}),
			},
		},
	},
	'/partnerships/[partnership]/polls/[poll]': {
		seen: [...runs, 'host head', 'reviewer'],
		deeds: {
			answer: {
				by: ['host head', 'reviewer'],
				form: ({ things }) => Object.fromEntries(things.today.pollDays.map((day) => [day, 'suits'])),
			},
			more: { by: runs, form: ({ people }) => ({ personIds: [people.today.facilitator] }) },
			remind: { by: runs, form: () => ({}) },
			close: { by: runs, form: () => ({}) },
		},
	},
};
