import type { FieldErrors } from '../outcome.ts';

/** One deed somebody did on this device, for the server to take. It never changes but for what became of it. */
export interface Row {
	/** Made on the device. The server takes one id once. */
	id: string;
	/** Who did it. Nobody else's device session sends or shows it. */
	person: string;
	/** Where it belongs, such as a review: the rows of one place go to one address. */
	place: string;
	/** Which deed of that place it is. */
	deed: string;
	/** The thing it is about. What concerns one thing is sent in the order in which it was done. */
	about: string;
	body: Readonly<Record<string, unknown>>;
	/** What goes with the words. It leaves the device once the server has it. */
	file?: Blob;
	/** Counts up on this device, whatever its clock says. */
	order: number;
	/** Milliseconds since 1970 by this device's clock, which may be wrong. */
	doneAt: number;
	became: Became;
}

export type Became =
	| { is: 'waiting' }
	/** The server has committed it. `at` is by this device's clock. */
	| { is: 'taken'; at: number }
	| Refused
	/** Its author replaced it by another or let it go; the words are still here. */
	| { is: 'set aside' };

/** It stays on the device, with the reason, until its author has settled it. */
export type Refused = { is: 'refused'; because: Refusal };

export type Refusal =
	| { is: 'invalid'; fields: FieldErrors }
	/** The server holds something else under that name: both are kept. */
	| { is: 'conflict'; current: unknown }
	/** The place is not there for this person, or not any more. */
	| { is: 'missing' };

/** The part of a form that holds the rows' words, where files go with them; a file's part is named by its row. */
export const wordsPart = 'rows';

export type NewRow = Omit<Row, 'order' | 'became'>;

/** What the server says of one row. Trouble is its own fault: the row waits. */
export type Answer = { is: 'done' } | { is: 'trouble' } | Refusal;

/** Why sending stopped. Everything stays where it is. */
export type Pause = 'no signal' | 'signed out' | 'another person' | 'trouble';

/** What came of sending some rows: an answer to each, by id, or nothing for now. */
export type Reply =
	{ is: 'answered'; answers: ReadonlyMap<string, Answer> } | { is: 'paused'; because: Pause };
