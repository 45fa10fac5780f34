import { sql } from 'kysely';
import { inContext } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import { job } from '#platform/principal.ts';

/** Whoever chose a file has a day to bring it in. */
const keptMs = 24 * 3_600_000;

/** Forgets the files that were chosen more than a day ago and not brought in, with all that they said. */
export const forgetReadings = (database: Database, now: Date): Promise<void> =>
	inContext(database, job('readings'), now, async (ctx) => {
		await sql`select forget_readings(${new Date(now.getTime() - keptMs)})`.execute(ctx.db);
	});
