import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Carrier } from './carrier.ts';
import type { CalendarPart, Letter } from './letter.ts';

/** After these many refusals, about two hours, a letter is given up; its row stays, without the body. */
export const mostAttempts = 8;

/** How long a letter belongs to the process that took it: longer than a carrier can take before its time-outs end it. */
const holdMinutes = 10;

/** How long several who ask for letters to go are heard before they go. */
const momentMs = 200;

export interface Delivery {
	/** Carries all that is due now. Safe to call at any time and from several processes; never rejects. */
	deliver(): Promise<void>;
	/** The same in a moment: however many ask for it meanwhile, it is done once. */
	soon(): void;
	/** Takes no further letter, and waits for the one under way. */
	stop(): Promise<void>;
}

/**
 * Carries queued letters, now and then and whenever asked. It runs under the sign-in role, the only one that may read them.
 *
 * A process takes a letter by putting off its next attempt, and commits before it carries it: no other process takes it
 * meanwhile, and no transaction waits for a mail server (the embedded database has one connection). Should it die while
 * carrying, the letter goes out again with the same Message-ID. A refusal puts it off by 1, 2, 4, … minutes. The body is
 * blanked at the end: it may hold a link that signs in. So is the calendar, which names people.
 */
export function startDelivery(
	database: Database,
	carry: Carrier,
	report: (error: unknown) => void,
	everySeconds = 30,
): Delivery {
	let underWay: Promise<void> | null = null;
	let stopped = false;
	let asked: NodeJS.Timeout | undefined;
	const deliver = () =>
		(underWay ??= carryAll()
			.catch(report)
			.finally(() => (underWay = null)));
	const timer = setInterval(() => void deliver(), everySeconds * 1000).unref();
	return {
		deliver,
		soon() {
			asked ??= setTimeout(() => {
				asked = undefined;
				void deliver();
			}, momentMs).unref();
		},
		async stop() {
			stopped = true;
			clearInterval(timer);
			clearTimeout(asked);
			await underWay;
		},
	};

	async function carryAll() {
		while (!stopped) {
			const letter = await take();
			if (!letter) return;
			const { id, attempts } = letter;
			const refusal = await carry(id, letterOf(letter)).then(() => null, reason);
			await note(id, attempts, refusal);
		}
	}

	function take() {
		return database.signIn((db) =>
			db
				.updateTable('letter')
				.set({ attempts: sql`attempts + 1`, next_attempt_at: minutesFromNow(holdMinutes) })
				.where('id', '=', ({ selectFrom }) =>
					selectFrom('letter')
						.select('id')
						.where('sent_at', 'is', null)
						.where('given_up_at', 'is', null)
						.where('next_attempt_at', '<=', sql<Date>`now()`)
						.orderBy('next_attempt_at')
						.limit(1)
						.forUpdate()
						.skipLocked(),
				)
				.returning([
					'id',
					'recipient',
					'subject',
					'body',
					'attempts',
					'calendar',
					'calendar_method as calendarMethod',
				])
				.executeTakeFirst(),
		);
	}

	function note(id: string, attempts: number, refusal: string | null) {
		return database.signIn((db) => {
			const row = db.updateTable('letter').where('id', '=', id);
			const blank = { body: null, calendar: null };
			if (refusal === null) return row.set({ sent_at: sql`now()`, ...blank, last_refusal: null }).execute();
			if (attempts >= mostAttempts)
				return row.set({ given_up_at: sql`now()`, ...blank, last_refusal: refusal }).execute();
			return row
				.set({ next_attempt_at: minutesFromNow(2 ** (attempts - 1)), last_refusal: refusal })
				.execute();
		});
	}
}

interface Row extends Pick<Letter, 'recipient' | 'subject'> {
	body: string | null;
	calendar: string | null;
	calendarMethod: string | null;
}

function letterOf({ recipient, subject, body, calendar, calendarMethod }: Row): Letter {
	const letter = { recipient, subject, body: body ?? '' };
	if (calendar === null) return letter;
	return { ...letter, calendar: { text: calendar, method: calendarMethod as CalendarPart['method'] } };
}

const minutesFromNow = (minutes: number) => sql<Date>`now() + make_interval(mins => ${minutes}::int)`;

const reason = (error: unknown) => String(error instanceof Error ? error.message : error).slice(0, 200);
