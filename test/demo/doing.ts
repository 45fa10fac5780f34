import { instantOf } from '#domain/calendar/clock.ts';
import { type Context, inContext } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import type { Outcome } from '#platform/outcome.ts';
import { person } from '#platform/principal.ts';
import type { PersonKey } from '../cast.ts';

/** Who of the cast has which id, once they exist. */
export type People = ReadonlyMap<PersonKey, string>;

/** What a deed gave. Anything but done is a fault of the demo (or of a rule it no longer keeps), so it is thrown. */
export async function did<T>(outcome: Promise<Outcome<T>>, deed: string): Promise<T> {
	const answer = await outcome;
	if (answer.is === 'done') return answer.value;
	throw new Error(`The demo could not ${deed}: ${JSON.stringify(answer)}`);
}

export interface Doing {
	database: Database;
	people: People;
	/** Nothing is done after this moment. */
	now: Date;
}

/** One of the cast does something at a time on a London day, or now where that is still to come today. */
export async function doing<T>(
	{ database, people, now }: Doing,
	who: PersonKey,
	day: string,
	time: string,
	work: (ctx: Context) => Promise<T>,
): Promise<T> {
	const then = instantOf(day, time);
	const moment = then.getTime() > now.getTime() ? now : then;
	return inContext(database, person(people.get(who)!), moment, work);
}

/** The same transaction at another minute of the same day. */
export const at = (ctx: Context, day: string, time: string): Context => {
	const then = instantOf(day, time);
	return { ...ctx, now: then.getTime() > ctx.now.getTime() ? ctx.now : then };
};
