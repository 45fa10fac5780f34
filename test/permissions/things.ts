import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';

/** Ids of what belongs to one review. Where it has none yet the id is one that nothing has. */
export interface Things {
	/** Written by the review's reviewer. */
	evidence: string;
	/** One that hangs on another piece of theirs. */
	photo: string;
	finding: string;
	action: string;
	/** Of the partnership. */
	aim: string;
	/** Told of that action. */
	update: string;
	/** The host's first school and its group, and the protocol the review began with. */
	school: string;
	group: string;
	/** What that group looks into, in part. */
	item: string;
	/** What of its data that group looks at, the first. */
	groupData: string;
	protocolVersion: string;
	/** A draft of the partnership's protocol: the one put forward, or in the past review's world the one that is over. */
	draft: string;
	/** The partnership's latest cycle, and a school's deferral in it. */
	cycle: string;
	deferral: string;
	/** Groups that its chair has asked for. */
	proposal: string;
	/** What its chair arranges in that cycle, one of its reviews, and what was worked out for it. */
	arrangement: string;
	turn: string;
	proposed: string;
	/** In which its chair asks the host's head and a reviewer for their days. */
	poll: string;
	pollDays: string[];
	/** A sitting of its workshop, which is prepared, a card typed into it and a photo of paper. */
	room: string;
	card: string;
	paper: string;
	/** A file of figures that the host's head has chosen. */
	reading: string;
	/** A figure that they have entered. */
	figure: string;
	/** A file that they have brought in. */
	broughtIn: string;
	/** Its group's meeting of today, what is on the agenda of that, and what its head promised there. */
	meeting: string;
	agendaItem: string;
	promise: string;
	/** What its head holds today for their own people. */
	event: string;
	/** What its head told of the last review's actions. */
	progressReport: string;
	/** What its head measured, and measured again; what its reviewer takes home. */
	baseline: string;
	measurement: string;
	takenHome: string;
	/** What its head keeps of the last review's offers. */
	introduction: string;
	/** What its head asked of other schools, the school that was proposed, and the support that came of it. */
	request: string;
	helper: string;
	deployment: string;
	outside: string;
	/** The memorandum in force. */
	memorandumVersion: string;
}

const nothing = '00000000-0000-7000-8000-000000000000';

export function thingsOf(database: Database, reviewId: string, reviewerId: string): Promise<Things> {
	return database.asOwner(async (db) => {
		const { rows } = await sql<Things>`
			select coalesce((select id from evidence where review_id = r.id and author_id = ${reviewerId} order by id limit 1), ${nothing}) as evidence,
				coalesce((select id from photo where review_id = r.id order by id limit 1), ${nothing}) as photo,
				coalesce((select id from finding where review_id = r.id order by id limit 1), ${nothing}) as finding,
				coalesce((select id from action where review_id = r.id order by id limit 1), ${nothing}) as action,
				coalesce((select id from action_update u where u.action_id = (select id from action where review_id = r.id order by id limit 1)
					order by id limit 1), ${nothing}) as update,
				(select school_id from member_school where member_id = r.host_member_id limit 1) as school,
				(select group_id from group_membership where member_id = r.host_member_id limit 1) as "group",
				(select i.id from group_membership m join group_item i on i.partnership_id = m.partnership_id and i.group_id = m.group_id
					where m.member_id = r.host_member_id order by i.letter limit 1) as item,
				(select d.id from group_membership m join group_data d on d.partnership_id = m.partnership_id and d.group_id = m.group_id
					where m.member_id = r.host_member_id order by d.chosen_at, d.id limit 1) as "groupData",
				(select id from protocol_draft d where d.partnership_id = r.partnership_id and group_id is null
					and (ended_at is null) = not exists (select from publication p where p.review_id = r.id) limit 1) as draft,
				(select id from review_cycle c where c.partnership_id = r.partnership_id order by from_day desc limit 1) as cycle,
				(select id from deferral d where d.partnership_id = r.partnership_id order by decided_at limit 1) as deferral,
				(select id from proposal p where p.partnership_id = r.partnership_id and p.stage = 'groups' limit 1) as proposal,
				(select id from proposal p where p.partnership_id = r.partnership_id and p.stage = 'year' limit 1) as proposed,
				(select id from poll q where q.partnership_id = r.partnership_id limit 1) as poll,
				coalesce((select id from workshop_room w where w.review_id = r.id limit 1), ${nothing}) as room,
				coalesce((select c.id from workshop_card c join workshop_room w on w.id = c.room_id where w.review_id = r.id limit 1), ${nothing}) as card,
				coalesce((select f.id from workshop_photo f join workshop_room w on w.id = f.room_id where w.review_id = r.id limit 1), ${nothing}) as paper,
				(select days from poll q where q.partnership_id = r.partnership_id limit 1) as "pollDays",
				(select id from outcome_reading o where o.partnership_id = r.partnership_id limit 1) as reading,
				(select id from outcome_import o where o.partnership_id = r.partnership_id limit 1) as "broughtIn",
				(select id from measure m where m.partnership_id = r.partnership_id and m.measure = 'phonics expected' and m.year = '2014-15') as figure,
				(select id from arrangement a where a.partnership_id = r.partnership_id limit 1) as arrangement,
				(select o ->> 'id' from arrangement a cross join jsonb_array_elements(a.overrides) o
					where a.partnership_id = r.partnership_id limit 1) as turn,
				(select id from partnership_meeting g where g.partnership_id = r.partnership_id and g.kind = 'group' order by called_at limit 1) as meeting,
				(select id from agenda_item g where g.partnership_id = r.partnership_id order by added_at limit 1) as "agendaItem",
				(select id from promise g where g.partnership_id = r.partnership_id order by noted_at limit 1) as promise,
				(select id from joint_event g where g.partnership_id = r.partnership_id limit 1) as event,
				(select id from support_request g where g.member_id = r.host_member_id limit 1) as request,
				(select id from support_helper g where g.asker_id = r.host_member_id limit 1) as helper,
				(select id from deployment g where g.asker_id = r.host_member_id limit 1) as deployment,
				(select id from outside_support g where g.partnership_id = r.partnership_id limit 1) as outside,
				(select p.id from progress_report p join review v on v.id = p.review_id where v.host_member_id = r.host_member_id
					order by p.reported_at desc limit 1) as "progressReport",
				(select id from aim g where g.partnership_id = r.partnership_id and g.of = 'partnership' limit 1) as aim,
				coalesce((select id from baseline where review_id = r.id limit 1), ${nothing}) as baseline,
				coalesce((select id from measurement where review_id = r.id limit 1), ${nothing}) as measurement,
				coalesce((select id from taken_home where review_id = r.id limit 1), ${nothing}) as "takenHome",
				(select id from introduction i where i.partnership_id = r.partnership_id order by made_at limit 1) as introduction,
				protocol_version_id as "protocolVersion",
				(select id from memorandum_version m where m.partnership_id = r.partnership_id order by number desc limit 1) as "memorandumVersion"
			from review r where r.id = ${reviewId}`.execute(db);
		return rows[0]!;
	});
}
