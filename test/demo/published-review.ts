import { randomUUIDv7 } from 'node:crypto';
import type { Database } from '#platform/db/database.ts';
import { found, type Founded } from './founding.ts';
import { fernmarsh } from './reviews/fernmarsh.ts';
import { tell, type Until } from './tell.ts';

/** The Monday on which tests about a review's aftermath take place. */
export const monday = '2026-11-23';
const now = new Date('2026-11-23T09:30:00Z');

/** The partnership of the cast with one review at Fernmarsh, held a while ago and told as far as `until`. */
export async function fernmarshReview(
	database: Database,
	until: Until,
	day = '2026-11-05',
): Promise<{ founded: Founded; reviewId: string }> {
	const founded = await found(database, now, '2026-01-05', randomUUIDv7);
	return { founded, reviewId: await tell(founded, fernmarsh, { day, days: 1 }, until, randomUUIDv7) };
}
