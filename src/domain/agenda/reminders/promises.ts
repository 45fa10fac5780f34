import { daysBetween, type Day } from '#domain/calendar/day.ts';
import { soon } from '#domain/improvement/model.ts';
import { titleOf } from '#domain/meeting/model.ts';
import type { MyPromise } from '#domain/meeting/promise-queries.server.ts';

/** The key under which a promise is told; no stage's key is a word with a space in it. */
export const promiseKey = 'a promise';

/** A promise as reminders tell it. */
export interface RemindedPromise {
	about: string;
	key: typeof promiseKey;
	due: Day;
	state: 'overdue' | 'due' | 'later';
	title: string;
	/** 'Heads’ meeting' */
	promisedAt: string;
	meetingDay: Day;
	paced: { quietUntil: null };
}

/** How a promise stands against its day: due within two weeks of it. */
export const promiseState = (due: Day, today: Day): RemindedPromise['state'] =>
	due < today ? 'overdue' : daysBetween(today, due) <= soon ? 'due' : 'later';

/** A promise for a reminder. Like an action it is told of for a while and then stands on Home alone. */
export const reminded = (promise: MyPromise, today: Day): RemindedPromise => ({
	...{ about: promise.id, key: promiseKey, due: promise.due, state: promiseState(promise.due, today) },
	...{ title: promise.words, promisedAt: titleOf(promise), meetingDay: promise.meetingDay },
	paced: { quietUntil: null },
});
