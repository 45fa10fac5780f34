import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { circles, type Circle } from '../access.ts';
import type { MeasureKey } from '../measures.ts';
import type { SchoolYear } from '../year.ts';

/** What a school says of one year of a measure (CEN-7). */
export interface YearComment {
	schoolId: string;
	year: SchoolYear;
	words: string;
	version: number;
	/** Who reads it besides its staff. */
	sharedWith: Circle[];
}

/** What schools say of the years of a measure, the earliest first, as far as the actor may read it; not what was taken back. */
export async function yearComments(
	ctx: Context,
	partnershipId: string,
	schoolIds: readonly string[],
	measure: MeasureKey,
): Promise<YearComment[]> {
	const rows = await commentsOf(ctx, partnershipId, schoolIds, measure);
	return rows.filter(({ words }) => words !== '');
}

/** What is kept of one year, with its version also where it was taken back. */
export async function yearComment(
	ctx: Context,
	partnershipId: string,
	schoolId: string,
	{ measure, year }: { measure: MeasureKey; year: SchoolYear },
): Promise<YearComment | undefined> {
	return (await commentsOf(ctx, partnershipId, [schoolId], measure)).find((one) => one.year === year);
}

async function commentsOf(
	ctx: Context,
	partnershipId: string,
	schoolIds: readonly string[],
	measure: MeasureKey,
): Promise<YearComment[]> {
	const { rows } = await sql<Omit<YearComment, 'sharedWith'> & { keys: string[] }>`
		select school_id as "schoolId", year, words, version, keys from outcome_comment
		where partnership_id = ${partnershipId} and school_id = any (${[...schoolIds]}::uuid[]) and measure = ${measure}
		order by year, school_id limit 400`.execute(ctx.db);
	return rows.map(({ keys, ...said }) => ({
		...said,
		sharedWith: circles.filter((circle) => keys.some((key) => key.startsWith(`${circle}:`))),
	}));
}
