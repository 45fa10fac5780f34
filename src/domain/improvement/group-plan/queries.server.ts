import { sql } from 'kysely';
import { schoolYearSpan, startOf } from '#domain/calendar/school-year.ts';
import type { Context } from '#platform/context.ts';
import { standsInWords, urgency, type Standing, type Urgency } from '../model.ts';

/** An action of a school of a group, with where it stands today. */
export interface GroupAction {
	id: string;
	reviewId: string;
	memberId: string;
	title: string;
	owner: string;
	due: string;
	/** 'Under way, due in 12 days' */
	stands: string;
	urgency: Urgency;
}

type Row = Omit<GroupAction, 'stands' | 'urgency'> & Standing;

/** Of more, those due first. */
const most = 60;

/**
 * A group's action plan (CSC-23): what its schools do after their reviews of its school year, the undone first, by day; as far as the
 * actor's audience keys reach.
 */
export async function actionsOfGroup(
	ctx: Context,
	partnershipId: string,
	group: { id: string; schoolYear: string },
): Promise<GroupAction[]> {
	const { from, to } = schoolYearSpan(startOf(group.schoolYear));
	const { rows } = await sql<Row>`
		select a.id, a.review_id as "reviewId", r.host_member_id as "memberId", a.title, a.owner, a.due,
			coalesce(u.progress, 'not started') as progress, coalesce(s.milestones, '[]') as milestones,
			case when a.given_up_at is not null then json_build_object('at', a.given_up_at) end as "givenUp"
		from group_membership g
		join review r on r.partnership_id = g.partnership_id and r.host_member_id = g.member_id
			and r.first_day between ${from}::date and ${to}::date
		join action a on a.partnership_id = r.partnership_id and a.review_id = r.id
		left join lateral (select x.progress from action_update x
			where x.partnership_id = a.partnership_id and x.action_id = a.id
			order by x.written_at desc, x.id desc limit 1) u on true
		left join lateral (select json_agg(json_build_object('due', x.due,
				'reachedOn', (x.reached_at at time zone 'Europe/London')::date)) as milestones
			from action_milestone x where x.partnership_id = a.partnership_id and x.action_id = a.id) s on true
		where g.partnership_id = ${partnershipId} and g.group_id = ${group.id}
		order by a.given_up_at is not null, coalesce(u.progress, '') = 'done', a.due, a.id limit ${most}`.execute(
		ctx.db,
	);
	return rows.map(({ progress, milestones, givenUp, ...action }) => {
		const standing = { due: action.due, progress, milestones, givenUp };
		return {
			...action,
			stands: standsInWords(standing, ctx.today),
			urgency: urgency(standing, ctx.today),
		};
	});
}
