import { sql } from 'kysely';
import { standingsIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { requestsOf } from '../request/queries.server.ts';
import { waitingFor, type WaitingSupport } from './waiting.ts';

/** What about support waits for the actor in all their partnerships, the most urgent first. */
export async function waitingSupport(ctx: Context): Promise<WaitingSupport[]> {
	const requests = await requestsOf(ctx, null);
	const standings = await standingsIn(ctx, [...new Set(requests.map(({ partnershipId }) => partnershipId))]);
	return requests
		.flatMap((request) => {
			const standing = standings.get(request.partnershipId);
			return standing ? waitingFor(request, standing, ctx.today) : [];
		})
		.toSorted((one, other) => one.day.localeCompare(other.day) || one.about.localeCompare(other.about));
}

/** Thanks that somebody has not put away. */
export interface UnreadThanks {
	partnershipId: string;
	deploymentId: string;
	requestId: string;
	askerName: string;
	theme: string;
	words: string;
	thankedBy: string;
}

/** Thanks for the actor's own support, or that of a school they head, until they put them away. */
export async function unreadThanks(ctx: Context): Promise<UnreadThanks[]> {
	const { rows } = await sql<UnreadThanks>`
		select k.partnership_id as "partnershipId", k.deployment_id as "deploymentId", d.request_id as "requestId",
			m.name as "askerName", t.label as theme, k.words, shown_name(k.partnership_id, k.thanked_by) as "thankedBy"
		from deployment_thanks k
		join deployment d on d.partnership_id = k.partnership_id and d.id = k.deployment_id
		join support_request r on r.partnership_id = d.partnership_id and r.id = d.request_id
		join theme t on t.partnership_id = r.partnership_id and t.id = r.theme_id
		join member m on m.partnership_id = d.partnership_id and m.id = d.asker_id
		where (d.person_id = app_person() or d.member_id = any (array(select app_headed_members())))
			and k.thanked_at > ${ctx.now}::timestamptz - interval '90 days'
			and not exists (select from thanks_read x where x.partnership_id = k.partnership_id
				and x.deployment_id = k.deployment_id and x.person_id = app_person())
		order by k.thanked_at desc limit 20`.execute(ctx.db);
	return rows;
}
