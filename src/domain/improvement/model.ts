import { daysBetween, type Day } from '#domain/calendar/day.ts';
import { isOnTeam, type ReviewRole } from '#domain/review/roles.ts';

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
export type Urgency = 'done' | 'overdue' | 'due soon' | 'ahead';

/** An action done is done, late or not; within two weeks of its day it is due soon. */
export function urgency({ due, progress }: { due: Day; progress: Progress }, today: Day): Urgency {
	if (progress === 'done') return 'done';
	const left = daysBetween(today, due);
	return left < 0 ? 'overdue' : left <= 14 ? 'due soon' : 'ahead';
}

/** When an action is due as people say it: 'due today', 'overdue by 3 days', 'due in 12 days'. Weeks from three on. */
export function dueInWords(due: Day, today: Day): string {
	const left = daysBetween(today, due);
	if (left === 0) return 'due today';
	if (left === 1) return 'due tomorrow';
	return left < 0 ? `overdue by ${span(-left)}` : `due in ${span(left)}`;
}

const span = (days: number): string =>
	days < 21 ? `${days} ${days === 1 ? 'day' : 'days'}` : `${Math.round(days / 7)} weeks`;

export const lookBackSides = ['host', 'team'] as const;
export type LookBackSide = (typeof lookBackSides)[number];

/** The side for which someone answers the look-back: a head of the host for the host, whoever reviewed for the team. */
export function sideOf(roles: ReadonlySet<ReviewRole>): LookBackSide | null {
	if (roles.has('host head')) return 'host';
	return isOnTeam(roles) ? 'team' : null;
}

/** Who has answered, and who is still awaited, of the sides the protocol asks. */
export function lookBackState(
	asked: readonly LookBackSide[],
	answered: readonly { side: string }[],
): { answered: LookBackSide[]; awaited: LookBackSide[]; whole: boolean } {
	const has = (side: LookBackSide) => answered.some((answer) => answer.side === side);
	const awaited = asked.filter((side) => !has(side));
	return { answered: asked.filter(has), awaited, whole: awaited.length === 0 };
}
