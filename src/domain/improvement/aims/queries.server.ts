import { sql } from 'kysely';
import { aimsOf, type Aim } from '#domain/aim/queries.server.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { standsInWords, urgency, type Progress, type Urgency } from '../model.ts';

/** An action as it stands under an aim that it serves. */
export interface ServingAction {
	id: string;
	aimId: string;
	reviewId: string;
	hostName: string;
	title: string;
	stands: string;
	urgency: Urgency;
}

/** More actions serve the aims of no partnership. */
const most = 500;

/** The actions that serve a partnership's aims, as far as the actor reads both. */
export async function servingActions(ctx: Context, partnershipId: string): Promise<ServingAction[]> {
	const { rows } = await sql<Served>`
		select a.id, l.aim_id as "aimId", a.review_id as "reviewId", m.name as "hostName", a.title, a.due,
			case when a.given_up_at is not null then json_build_object('at', a.given_up_at) end as "givenUp",
			coalesce(u.progress, 'not started') as progress, coalesce(s.milestones, '[]') as milestones
		from action_aim l
		join action a on a.partnership_id = l.partnership_id and a.id = l.action_id
		join review r on r.partnership_id = a.partnership_id and r.id = a.review_id
		join member m on m.partnership_id = r.partnership_id and m.id = r.host_member_id
		left join lateral (select progress from action_update x
			where x.partnership_id = a.partnership_id and x.action_id = a.id
			order by x.written_at desc, x.id desc limit 1) u on true
		left join lateral (select json_agg(json_build_object('due', x.due, 'reachedOn', x.reached_at)) as milestones
			from action_milestone x where x.partnership_id = a.partnership_id and x.action_id = a.id) s on true
		where l.partnership_id = ${partnershipId}
		order by m.name, a.due, a.id limit ${most}`.execute(ctx.db);
	return rows.map((action) => {
		const { id, aimId, reviewId, hostName, title } = action;
		const standing = { stands: standsInWords(action, ctx.today), urgency: urgency(action, ctx.today) };
		return { id, aimId, reviewId, hostName, title, ...standing };
	});
}

interface Served extends Omit<ServingAction, 'stands' | 'urgency'> {
	due: string;
	progress: Progress;
	givenUp: object | null;
	milestones: { due: string; reachedOn: string | null }[];
}

/** What the actions of a review may serve: the partnership's aims and its host's priorities, as far as the actor reads them. */
export async function aimsFor(ctx: Context, review: OpenReview): Promise<Aim[]> {
	const aims = await aimsOf(ctx, review.partnershipId);
	return aims.filter(({ memberId }) => memberId === null || memberId === review.hostMemberId);
}
