import type { Day } from '#domain/calendar/day.ts';
import { type Impact, impactOf, type ToldImpact } from '../impact/impact.ts';
import { standsInWords, urgency, type Urgency } from '../model.ts';
import type { ActionRow } from '../queries.server.ts';

/** An action as it is met on the way from evidence to outcomes. */
export interface TracedAction {
	id: string;
	findingId: string;
	title: string;
	owner: string;
	due: Day;
	/** How far it has come, and when it is due. */
	stands: string;
	urgency: Urgency;
	measureOfSuccess: string;
	last: { words: string; writtenBy: string; writtenAt: string } | null;
	/** What was told of the difference it made. */
	told: ToldImpact[];
	/** The best of what is told of it, by its updates where by nothing else (CSC-29). Null for whoever would not read what is told. */
	impact: Impact | null;
}

/** An action with what was last told of it. That its day was moved tells nothing of what came of it. */
export function traceAction(
	action: ActionRow,
	impact: readonly ToldImpact[] | null,
	today: Day,
): TracedAction {
	const { id, findingId, title, owner, due, measureOfSuccess, updates } = action;
	const worded = updates.filter(({ words, dueBefore }) => words !== '' && dueBefore === null);
	const [last] = worded;
	const told = impact?.filter((one) => one.action?.id === id) ?? [];
	const inWords = worded.some((update) => update.progress !== 'not started');
	return {
		id,
		findingId,
		title,
		owner,
		due,
		stands: standsInWords(action, today),
		urgency: urgency(action, today),
		measureOfSuccess,
		last: last ? { words: last.words, writtenBy: last.writtenBy, writtenAt: last.writtenAt } : null,
		told,
		impact: impact && (told.length === 0 && inWords ? impactOf(worded) : impactOf(told)),
	};
}
