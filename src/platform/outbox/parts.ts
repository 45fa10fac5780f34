import type { Became, NewRow, Reply, Row } from './row.ts';

/** What became of a row. */
export interface News {
	row: Row;
	became: Became;
}

/** Where rows are kept on the device. Each promise resolves when the device has it for good, and not before. */
export interface Shelf {
	/** All of them or none. Refused with an error where there is no room. */
	add(rows: readonly NewRow[]): Promise<Row[]>;
	/** A person's rows that the server does not have and that nobody has settled, in the order they were done. */
	unsettled(person: string): Promise<Row[]>;
	/**
	 * Says what became of rows, all or none, but of those of which that was said already. Of what is settled no file stays behind; a
	 * device that has no room to note it lets such rows go, and is refused with an error where others are among them.
	 */
	became(news: readonly News[]): Promise<void>;
}

/** The way to the server: never throws. */
export type Post = (place: string, rows: readonly Row[]) => Promise<Reply>;

/** Runs work while no other tab of this device does. */
export type Alone = <T>(work: () => Promise<T>) => Promise<T>;

/** What an outbox works with. */
export interface Parts {
	person: string;
	shelf: Shelf;
	post: Post;
	alone: Alone;
	now: () => number;
	/** Called when a row was added, or something became of one. */
	changed: () => void;
	/** Most rows in one request, where it is not the usual number. */
	mostRows?: number;
}
