import { sql } from 'kysely';
import { schoolYearSchema } from '#domain/calendar/input.ts';
import type { SchoolYear } from '#domain/calendar/school-year.ts';
import { agesOf, type Ages } from '#domain/calendar/test-ages.ts';
import type { Context } from '#platform/context.ts';
import type { YearKey } from './calendar-store.server.ts';

/** A school year as it stands entered, by whom. */
export interface EnteredYear {
	memberId: string | null;
	memberName: string | null;
	year: SchoolYear;
	version: number;
	enteredBy: string;
	enteredAt: Date;
}

/** What is entered for one school year: the partnership's own first, then that of members where it differs. */
export async function enteredYears(
	ctx: Context,
	partnershipId: string,
	name: string,
): Promise<EnteredYear[]> {
	const { rows } = await sql<Omit<EnteredYear, 'year'> & { terms: unknown }>`
		select y."memberId", m.name as "memberName", y.terms, y.version, p.name as "enteredBy", y.entered_at as "enteredAt"
		from (
			select null::uuid as "memberId", terms, version, entered_by, entered_at from school_year
			where partnership_id = ${partnershipId} and name = ${name} and removed_at is null
			union all
			select member_id, terms, version, entered_by, entered_at from member_school_year
			where partnership_id = ${partnershipId} and name = ${name} and removed_at is null
		) y
		join person p on p.id = y.entered_by
		left join member m on m.partnership_id = ${partnershipId} and m.id = y."memberId"
		order by m.name nulls first limit 201`.execute(ctx.db);
	return rows.map(({ terms, ...row }) => ({ ...row, year: schoolYearSchema.parse(terms) }));
}

/** One of them, or null where nobody has entered it. */
export async function enteredYear(
	ctx: Context,
	{ partnershipId, memberId, name }: YearKey,
): Promise<EnteredYear | null> {
	return (
		(await enteredYears(ctx, partnershipId, name)).find((entered) => entered.memberId === memberId) ?? null
	);
}

/** The ages of each member's schools, from the register; of any age where it says nothing. */
export async function agesByMember(ctx: Context, partnershipId: string): Promise<Map<string, Ages[]>> {
	const { rows } = await sql<{
		memberId: string;
		low: number | null;
		high: number | null;
		phase: string | null;
	}>`
		select ms.member_id as "memberId", r.low_age as low, r.high_age as high, r.phase from member_school ms
		join school s on s.partnership_id = ms.partnership_id and s.id = ms.school_id
		left join register_school r on r.urn = s.urn
		where ms.partnership_id = ${partnershipId} limit 1000`.execute(ctx.db);
	return new Map(
		[...Map.groupBy(rows, ({ memberId }) => memberId)].map(([memberId, schools]) => [
			memberId,
			schools.map(({ low, high, phase }) => agesOf(low, high, phase ?? '')),
		]),
	);
}
