import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { ReviewKey } from '../review-key.ts';
import type { Pairing } from './pairing.ts';

/** The pairs of a review, those that were emptied among them; the same for everyone who sees its team. */
export async function pairingsOf(ctx: Context, review: ReviewKey): Promise<Pairing[]> {
	const { rows } = await sql<Pairing>`
		select person_id as "personId", staff_id as "staffId", staff_name as "staffName", here, name, post, version
		from review_pairs(${review.partnershipId}, ${review.id}) order by person_id limit 100`.execute(ctx.db);
	return rows;
}

/** Who is at the host today and no governor, by name. */
export async function hostStaff(
	ctx: Context,
	review: ReviewKey & { hostMemberId: string },
): Promise<{ personId: string; name: string }[]> {
	const { rows } = await sql<{ personId: string; name: string }>`
		select distinct a.person_id as "personId", shown_name(a.partnership_id, a.person_id) as name
		from appointment a
		where a.partnership_id = ${review.partnershipId} and a.member_id = ${review.hostMemberId} and a.role <> 'governor'
			and a.from_day <= ${ctx.today}::date and (a.until_day is null or a.until_day > ${ctx.today}::date)
		order by name, "personId" limit 300`.execute(ctx.db);
	return rows;
}
