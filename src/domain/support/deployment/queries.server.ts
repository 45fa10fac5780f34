import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Deployment } from './model.ts';

/** More than a partnership agrees in years; the latest are shown. */
const most = 300;

const onDay = (instant: string) => sql`(${sql.ref(instant)} at time zone 'Europe/London')::date`;

/** What was agreed, as far as it is the actor's to read, the latest first; of one request where it is named. Null for all their partnerships. */
export async function deploymentsOf(
	ctx: Context,
	partnershipId: string | null,
	{ requestId = null }: { requestId?: string | null } = {},
): Promise<Deployment[]> {
	const { rows } = await sql<Deployment>`
		select d.id, d.request_id as "requestId", d.helper_id as "helperId", d.asker_id as "askerId", a.name as "askerName",
			d.member_id as "memberId", m.name as "memberName", t.label as theme, t.id as "themeId", d.days, d.from_day as "fromDay",
			d.to_day as "toDay", d.person_id as "personId", shown_name(d.partnership_id, d.person_id) as "personName", d.who,
			d.pounds, d.payer, d.version,
			coalesce((select json_agg(json_build_object('id', y.id, 'day', y.day, 'words', y.words,
					'notedBy', shown_name(y.partnership_id, y.noted_by)) order by y.day, y.id)
				from deployment_day y where y.partnership_id = d.partnership_id and y.deployment_id = d.id
					and y.taken_back_at is null), '[]') as noted,
			(select json_build_object('number', o.number, 'words', o.words, 'toldBy', shown_name(o.partnership_id, o.told_by),
					'on', ${onDay('o.told_at')})
				from deployment_outcome o where o.partnership_id = d.partnership_id and o.deployment_id = d.id
				order by o.number desc limit 1) as outcome,
			(select json_build_object('words', k.words, 'open', k.open, 'thankedBy', shown_name(k.partnership_id, k.thanked_by),
					'on', ${onDay('k.thanked_at')})
				from deployment_thanks k where k.partnership_id = d.partnership_id and k.deployment_id = d.id) as thanks,
			(select json_build_object('because', e.because, 'endedBy', shown_name(e.partnership_id, e.ended_by),
					'on', ${onDay('e.ended_at')})
				from deployment_end e where e.partnership_id = d.partnership_id and e.deployment_id = d.id) as ended
		from deployment d
		join support_request r on r.partnership_id = d.partnership_id and r.id = d.request_id
		join theme t on t.partnership_id = r.partnership_id and t.id = r.theme_id
		join member a on a.partnership_id = d.partnership_id and a.id = d.asker_id
		join member m on m.partnership_id = d.partnership_id and m.id = d.member_id
		where (${partnershipId}::uuid is null or d.partnership_id = ${partnershipId}::uuid) and (${requestId}::uuid is null or d.request_id = ${requestId}::uuid)
		order by d.from_day desc, d.id limit ${most}`.execute(ctx.db);
	return rows;
}

/** Thanks to a school that its helped schools have opened to the partnership, the latest first. */
export async function openThanks(
	ctx: Context,
	partnershipId: string,
	memberId: string,
): Promise<{ words: string; thankedOn: string; askerName: string }[]> {
	const { rows } = await sql<{ words: string; thankedOn: string; askerName: string }>`
		select words, thanked_on as "thankedOn", asker_name as "askerName"
		from open_thanks(${partnershipId}, ${memberId})`.execute(ctx.db);
	return rows;
}
