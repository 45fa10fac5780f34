import { sql } from 'kysely';
import type { SchoolYear } from '#domain/calendar/school-year.ts';
import type { Context } from '#platform/context.ts';

/** Whose dates of which school year: the partnership's (`memberId` null), or one member's in their place. */
export interface YearKey {
	partnershipId: string;
	memberId: string | null;
	name: string;
}

const tableOf = ({ memberId }: YearKey) =>
	sql.table(memberId === null ? 'school_year' : 'member_school_year');

const isThis = ({ partnershipId, memberId, name }: YearKey) =>
	sql`partnership_id = ${partnershipId} and name = ${name}${memberId === null ? sql`` : sql` and member_id = ${memberId}`}`;

/** Enters a year, or replaces it; false where it is no longer at `version` (0: nobody has entered it). */
export async function putYear(
	ctx: Context,
	key: YearKey,
	year: SchoolYear,
	version: number,
	enteredBy: string,
): Promise<boolean> {
	const terms = JSON.stringify(year);
	if (version > 0) {
		const { numAffectedRows } = await sql`
			update ${tableOf(key)} set terms = ${terms}, version = version + 1, entered_by = ${enteredBy}, entered_at = ${ctx.now}
			where ${isThis(key)} and version = ${version} and removed_at is null`.execute(ctx.db);
		return numAffectedRows === 1n;
	}
	const [column, value, target] =
		key.memberId === null
			? [sql``, sql``, sql`partnership_id, name`]
			: [sql`, member_id`, sql`, ${key.memberId}`, sql`partnership_id, member_id, name`];
	const { numAffectedRows } = await sql`
		insert into ${tableOf(key)} as had (partnership_id, name, terms, entered_by, entered_at${column})
		values (${key.partnershipId}, ${key.name}, ${terms}, ${enteredBy}, ${ctx.now}${value})
		on conflict (${target}) do update set terms = excluded.terms, version = had.version + 1,
			entered_by = excluded.entered_by, entered_at = excluded.entered_at, removed_at = null
		where had.removed_at is not null`.execute(ctx.db);
	return numAffectedRows === 1n;
}

/** Takes a year back; false where it is no longer at `version`. Its row stays, and its versions are counted on. */
export async function withdrawYear(ctx: Context, key: YearKey, version: number): Promise<boolean> {
	const { numAffectedRows } = await sql`
		update ${tableOf(key)} set removed_at = ${ctx.now}, version = version + 1
		where ${isThis(key)} and version = ${version} and removed_at is null`.execute(ctx.db);
	return numAffectedRows === 1n;
}
