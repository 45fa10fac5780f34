import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Theme } from './themes.ts';

/** A partnership's themes by their names, those in use first. */
export async function themesOf(ctx: Context, partnershipId: string): Promise<Theme[]> {
	const { rows } = await sql<Theme>`
		select id, label, keywords, retired_at is not null as retired, version from theme
		where partnership_id = ${partnershipId} order by retired_at is not null, lower(label) limit 200`.execute(
		ctx.db,
	);
	return rows;
}
