import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/** A theme in which a school wishes to be put in touch, with the schools that wish it, too. */
export interface Wish {
	id: string;
	themeId: string;
	theme: string;
	words: string;
	wishedOn: string;
	others: { memberId: string; name: string; words: string; heads: string[] }[];
}

/** A school works on no more at once. */
export const mostWishes = 5;

/** In what a school wishes to be put in touch, and who else does: to nobody but its heads. Schools that have left are left out. */
export async function matchesOf(ctx: Context, partnershipId: string, memberId: string): Promise<Wish[]> {
	const { rows } = await sql<Wish>`
		select w.id, w.theme_id as "themeId", t.label as theme, w.words, (w.wished_at at time zone 'Europe/London')::date as "wishedOn",
			coalesce((select json_agg(json_build_object('memberId', m.id, 'name', m.name, 'words', o.words,
					'heads', array(select shown_name(m.partnership_id, a.person_id) from appointment a
						join appointment_confirmation c on c.partnership_id = a.partnership_id and c.appointment_id = a.id
						where a.partnership_id = m.partnership_id and a.member_id = m.id
							and a.role in ('headteacher', 'executive head', 'head of school')
							and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today())
						order by a.from_day, a.id)) order by m.name)
				from focus_wish o
				join member m on m.partnership_id = o.partnership_id and m.id = o.member_id
					and (m.until_day is null or m.until_day > app_today())
				where o.partnership_id = w.partnership_id and o.theme_id = w.theme_id and o.member_id <> w.member_id
					and o.taken_back_at is null), '[]') as others
		from focus_wish w
		join theme t on t.partnership_id = w.partnership_id and t.id = w.theme_id
		where w.partnership_id = ${partnershipId} and w.member_id = ${memberId} and w.taken_back_at is null
			and w.member_id = any (array(select app_headed_members()))
		order by lower(t.label), w.id limit ${mostWishes}`.execute(ctx.db);
	return rows;
}
