import { addDays, daysBetween, type Day } from '#domain/calendar/day.ts';
import { soon } from '#domain/improvement/model.ts';
import type { NextThing } from '../next-thing.ts';
import type { ActionAhead } from './action-ahead.ts';

/** Somebody who has told how an overdue action goes is left in peace for so long. */
const peace = 28;

/**
 * What actions ask of one person, a thing for each day of theirs: its milestones and its own. To the head of what another owns only what
 * is pressing, and who makes sure of it where its owner has left; to a champion one thing for each review with something overdue.
 */
export function dueOfActions(actions: readonly ActionAhead[], today: Day): NextThing[] {
	const theirs = actions.filter(({ part }) => part !== 'champion');
	return [...theirs.flatMap((action) => daysOf(action, today)), ...seenToBe(actions, today)];
}

function daysOf(action: ActionAhead, today: Day): NextThing[] {
	const { part, ownerHasLeft, ownerSignsIn, owner } = action;
	const reminds = part === 'owner' || !ownerSignsIn || ownerHasLeft;
	const days: (NextThing & { due: Day })[] = [
		...action.milestones.map((one) => ({ ...one, key: ` ${one.id}` })),
		own(action),
	].map((day) => ({
		key: `action ${action.id}${day.key}`,
		title: day.words === '' ? action.title : `${day.words} (milestone of: ${action.title})`,
		due: day.due,
		state: stateOf(day.due, today),
		rule: part === 'owner' || !ownerSignsIn ? 'as your school planned it' : `as planned, by ${owner}`,
		provisional: false,
		reviewId: action.reviewId,
		hostName: action.hostName,
		path: pathOf(action),
		action: { id: action.id, reminds, quietUntil: quiet(action, day.due) },
	}));
	if (ownerHasLeft) {
		const first = days.reduce((one, other) => (other.due < one.due ? other : one));
		const title = `Who makes sure of “${action.title}” now that ${owner} has left?`;
		const state = first.state === 'overdue' ? ('overdue' as const) : ('due' as const);
		return [{ ...first, title, state }];
	}
	return reminds ? days : days.filter(({ state }) => state !== 'later');
}

const own = ({ due }: ActionAhead) => ({ key: '', words: '', due });

const pathOf = ({ reviewId, id }: Pick<ActionAhead, 'reviewId' | 'id'>) =>
	`/reviews/${reviewId}/actions#action-${id}`;

const stateOf = (due: Day, today: Day): NextThing['state'] =>
	due < today ? 'overdue' : daysBetween(today, due) <= soon ? 'due' : 'later';

const quiet = ({ toldOn }: ActionAhead, due: Day): Day | null =>
	toldOn !== null && toldOn > due ? addDays(toldOn, peace) : null;

function seenToBe(actions: readonly ActionAhead[], today: Day): NextThing[] {
	const overdue = actions
		.filter(({ part }) => part === 'champion')
		.flatMap((action) => {
			const due = [action.due, ...action.milestones.map((one) => one.due)].toSorted()[0]!;
			return due < today ? [{ ...action, due }] : [];
		});
	return [...Map.groupBy(overdue, ({ reviewId }) => reviewId)].map(([reviewId, late]) => ({
		// No stage's key has a space.
		key: 'overdue actions',
		title: late.length === 1 ? 'An action is overdue' : `${late.length} actions are overdue`,
		due: late.map(({ due }) => due).toSorted()[0]!,
		state: 'overdue',
		rule: 'as the school planned it',
		provisional: false,
		reviewId,
		hostName: late[0]!.hostName,
		path: `/reviews/${reviewId}/actions`,
		action: { id: late[0]!.id, reminds: false, quietUntil: null },
	}));
}

/** Of the days of one action that are still far off, Home shows the first. */
export function nearest(things: readonly NextThing[]): { next: NextThing[]; further: NextThing[] } {
	const seen = new Set<string>();
	const next: NextThing[] = [];
	const further: NextThing[] = [];
	for (const thing of things.toSorted((one, other) => one.due!.localeCompare(other.due!))) {
		const shown = thing.state !== 'later' || !seen.has(thing.action!.id);
		(shown ? next : further).push(thing);
		seen.add(thing.action!.id);
	}
	return { next, further };
}
