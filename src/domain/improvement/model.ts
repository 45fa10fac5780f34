import { daysBetween, type Day } from '#domain/calendar/day.ts';

/** How far an action has come, in the words its owner chooses from. */
export const progressWords = ['not started', 'under way', 'done', 'changed course'] as const;
export type Progress = (typeof progressWords)[number];

export const progressLabels: Readonly<Record<Progress, string>> = {
	'not started': 'Not started',
	'under way': 'Under way',
	done: 'Done',
	'changed course': 'Changed course',
};

/** Where an action stands against its day. */
export type Urgency = 'done' | 'given up' | 'overdue' | 'due soon' | 'ahead';

/** As much of an action as says where it stands. */
export interface Standing {
	due: Day;
	progress: Progress;
	givenUp?: object | null | undefined;
	milestones?: readonly { due: Day; reachedOn: Day | null }[] | undefined;
}

/** More milestones are a plan of their own. */
export const mostMilestones = 12;

/** The day that counts next: that of the first milestone that is not reached, where it comes before the action's own. */
export const nextDay = ({ due, milestones = [] }: Pick<Standing, 'due' | 'milestones'>): Day =>
	milestones
		.filter(({ reachedOn }) => reachedOn === null)
		.reduce((first, one) => (one.due < first ? one.due : first), due);

/** An action done is done, late or not, and one given up is neither; within two weeks of its next day it is due soon. */
export function urgency(action: Standing, today: Day): Urgency {
	if (action.progress === 'done') return 'done';
	if (action.givenUp) return 'given up';
	const left = daysBetween(today, nextDay(action));
	return left < 0 ? 'overdue' : left <= soon ? 'due soon' : 'ahead';
}

/** Days ahead of which an action is due soon. */
export const soon = 14;

/** How far an action has come, in words. */
export const howFar = ({ progress, givenUp }: Omit<Standing, 'due'>): string =>
	givenUp && progress !== 'done' ? 'Given up' : progressLabels[progress];

/** When an action is due as people say it: 'due today', 'overdue by 3 days', 'due in 12 days'. Weeks from three on. */
function dueInWords(due: Day, today: Day): string {
	const left = daysBetween(today, due);
	if (left === 0) return 'due today';
	if (left === 1) return 'due tomorrow';
	return left < 0 ? `overdue by ${span(-left)}` : `due in ${span(left)}`;
}

const span = (days: number): string =>
	days < 21 ? `${days} ${days === 1 ? 'day' : 'days'}` : `${Math.round(days / 7)} weeks`;

/** Where an action stands, in a few words: 'Under way, due in 12 days', 'Not started, a milestone overdue by 3 days', 'Done'. */
export function standsInWords(action: Standing, today: Day): string {
	const far = howFar(action);
	if (action.progress === 'done' || action.givenUp) return far;
	const next = nextDay(action);
	return `${far}, ${next < action.due ? 'a milestone ' : ''}${dueInWords(next, today)}`;
}
