import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { ReviewKey } from '../review-key.ts';

/** Somebody of the team who was asked to be named as available to speak to a review. */
export interface Speaker {
	personId: string;
	name: string;
	onTeam: boolean;
	askedBy: string;
	askedAt: Date;
	/** Null until they have answered. */
	agrees: boolean | null;
	contact: string;
}

/** Whom the actor knows to be asked: a head of the host everybody, who was asked themselves. */
export async function speakersOf(ctx: Context, review: ReviewKey): Promise<Speaker[]> {
	const { rows } = await sql<Speaker>`
		select s.person_id as "personId", p.name, h.name as "askedBy", s.asked_at as "askedAt", s.agrees, s.contact,
			exists (select from team_member t where t.partnership_id = s.partnership_id and t.review_id = s.review_id
				and t.person_id = s.person_id and t.left_on is null) as "onTeam"
		from speaker s
		join person p on p.id = s.person_id
		join person h on h.id = s.asked_by
		where s.partnership_id = ${review.partnershipId} and s.review_id = ${review.id}
		order by p.name, s.person_id limit 100`.execute(ctx.db);
	return rows;
}

/** Which packs that open today name somebody: for whom they are, and until when. */
export async function packsNaming(
	ctx: Context,
	review: ReviewKey,
	personId: string,
): Promise<{ id: string; forWhom: string; lastDay: string }[]> {
	const { rows } = await sql<{ id: string; forWhom: string; lastDay: string }>`
		select l.id, l.for_whom as "forWhom", l.last_day as "lastDay" from shared_link l
		where l.partnership_id = ${review.partnershipId} and l.review_id = ${review.id}
			and ${personId}::uuid = any (l.speakers) and l.ended_at is null and l.last_day >= ${ctx.today}::date
		order by l.made_at desc, l.id limit 100`.execute(ctx.db);
	return rows;
}
