import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Tables } from '#db/tables.ts';
import { londonDay } from './day.ts';
import type { Database } from './db/database.ts';
import type { Principal } from './principal.ts';

/** All that an action or a query may know of the world: no clock, id or person comes from anywhere else. */
export interface Context {
	db: Transaction<Tables>;
	actor: Principal;
	now: Date;
	/** The day in London, 'YYYY-MM-DD'. */
	today: string;
	newId(): string;
}

/** Runs `work` in one transaction as `actor`, at the moment `now`. */
export function inContext<T>(
	database: Database,
	actor: Principal,
	now: Date,
	work: (context: Context) => Promise<T>,
): Promise<T> {
	const today = londonDay(now);
	return database.as(actor, today, (db) => work({ db, actor, now, today, newId: randomUUIDv7 }));
}
