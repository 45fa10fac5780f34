import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Tables } from '#db/tables.ts';

/** A plain-text letter to one address. */
export interface Letter {
	recipient: string;
	subject: string;
	body: string;
	/** What the recipient's calendar is to take in or take out. */
	calendar?: CalendarPart | undefined;
}

/** An iCalendar object with its method, which mail must name beside it (RFC 6047). */
export interface CalendarPart {
	method: 'REQUEST' | 'CANCEL';
	text: string;
}

/**
 * Queues a letter in the caller's transaction: if that rolls back, nothing is sent.
 *
 * @param id by which the letter is found again; one of its own unless given
 * @throws when the subject or address could slip in a header or another recipient; forms refuse such input long before
 */
export async function queueLetter(
	db: Transaction<Tables>,
	letter: Letter,
	id: string = randomUUIDv7(),
): Promise<void> {
	if (/\p{Cc}/u.test(letter.subject)) throw new Error('The subject of a letter holds a control character.');
	if (/[\p{Cc}\s<>,;:"()]/u.test(letter.recipient)) throw new Error('A letter goes to one plain address.');
	const { recipient, subject, body, calendar } = letter;
	const part = calendar && { calendar: calendar.text, calendar_method: calendar.method };
	await db
		.insertInto('letter')
		.values({ id, recipient, subject, body, ...part })
		.execute();
}
