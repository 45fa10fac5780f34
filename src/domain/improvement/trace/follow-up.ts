import type { Day } from '#domain/calendar/day.ts';
import { dueInWords, type Progress, urgency, type Urgency } from '../model.ts';
import type { ActionRow } from '../queries.server.ts';

/** An action as it is met on the way from evidence to outcomes. */
export interface TracedAction {
	id: string;
	findingId: string;
	title: string;
	owner: string;
	due: Day;
	dueInWords: string;
	urgency: Urgency;
	progress: Progress;
	measureOfSuccess: string;
	last: { words: string; writtenBy: string; writtenAt: string } | null;
	impact: Impact;
}

/**
 * What is known of the difference an action made (CSC-29). `narrative`: somebody has told of it in words. Nothing that is written here of an
 * action is a measurement, and nothing is taken for one.
 */
export type Impact = 'none' | 'narrative';

/** An action with what was last told of it. That its day was moved tells nothing of what came of it. */
export function traceAction(action: ActionRow, today: Day): TracedAction {
	const { id, findingId, title, owner, due, progress, measureOfSuccess, updates } = action;
	const told = updates.filter(({ words, dueBefore }) => words !== '' && dueBefore === null);
	const [last] = told;
	return {
		id,
		findingId,
		title,
		owner,
		due,
		dueInWords: dueInWords(due, today),
		urgency: urgency(action, today),
		progress,
		measureOfSuccess,
		last: last ? { words: last.words, writtenBy: last.writtenBy, writtenAt: last.writtenAt } : null,
		impact: told.some((update) => update.progress !== 'not started') ? 'narrative' : 'none',
	};
}
