import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { isOver, type AppointmentRole, type ResponsibilityRole } from './model.ts';

/** No partnership of schools comes near these; a list that did would be cut, never unbounded. */
const mostMembers = 200;
const mostPeople = 1000;

export interface PartnershipCard {
	id: string;
	name: string;
	groupWord: string;
	members: number;
}

/** The partnerships the actor stands in. */
export async function myPartnerships(ctx: Context): Promise<PartnershipCard[]> {
	return (
		ctx.db
			.selectFrom('partnership as p')
			.select([
				'p.id',
				'p.name',
				'p.group_word as groupWord',
				sql<number>`(select count(*)::int from member m where m.partnership_id = p.id
					and (m.until_day is null or m.until_day > ${ctx.today}::date))`.as('members'),
			])
			// A guest on a review sees the name of its partnership, and stands in none.
			.where(sql<boolean>`p.id = any (array(select app_partnerships()))`)
			.orderBy('p.name')
			.limit(50)
			.execute()
	);
}

export async function partnershipCard(ctx: Context, partnershipId: string): Promise<PartnershipCard | null> {
	return (await myPartnerships(ctx)).find(({ id }) => id === partnershipId) ?? null;
}

export interface MemberRow {
	id: string;
	name: string;
	fromDay: string;
	untilDay: string | null;
	schools: { id: string; urn: number | null; name: string; place: string }[];
	heads: { personId: string; name: string; role: AppointmentRole; confirmed: boolean }[];
	groups: string[];
}

/** Every member, past ones too, with its schools, present heads and this year's groups. */
export async function members(ctx: Context, partnershipId: string, schoolYear: string): Promise<MemberRow[]> {
	const { rows } = await sql<MemberRow>`
		select m.id, m.name, m.from_day as "fromDay", m.until_day as "untilDay",
			coalesce((select json_agg(json_build_object('id', s.id, 'urn', s.urn, 'name', s.name, 'place', s.place) order by s.name)
				from member_school ms join school s on s.partnership_id = ms.partnership_id and s.id = ms.school_id
				where ms.partnership_id = m.partnership_id and ms.member_id = m.id), '[]') as schools,
			coalesce((select json_agg(json_build_object('personId', p.id, 'name', shown_name(m.partnership_id, p.id), 'role', a.role,
					'confirmed', c.appointment_id is not null) order by a.from_day)
				from appointment a join person p on p.id = a.person_id
				left join appointment_confirmation c on c.partnership_id = a.partnership_id and c.appointment_id = a.id
				where a.partnership_id = m.partnership_id and a.member_id = m.id
					and a.role in ('headteacher', 'executive head', 'head of school')
					and a.from_day <= ${ctx.today}::date
					and (a.until_day is null or a.until_day > ${ctx.today}::date)), '[]') as heads,
			array(select g.name from group_membership gm
				join member_group g on g.partnership_id = gm.partnership_id and g.id = gm.group_id
				where gm.partnership_id = m.partnership_id and gm.member_id = m.id and g.school_year = ${schoolYear}
				order by g.name) as groups
		from member m
		where m.partnership_id = ${partnershipId}
		order by m.until_day nulls first, m.name
		limit ${mostMembers}`.execute(ctx.db);
	return rows;
}

/** The members that take part today or are still to join: whoever has left is left out. */
export const presentMembers = async (ctx: Context, partnershipId: string): Promise<MemberRow[]> =>
	(await members(ctx, partnershipId, '')).filter((member) => !isOver(member, ctx.today));

export async function memberById(
	ctx: Context,
	partnershipId: string,
	memberId: string,
): Promise<MemberRow | null> {
	return (await members(ctx, partnershipId, '')).find(({ id }) => id === memberId) ?? null;
}

export interface RoleRow {
	of: 'appointment' | 'responsibility';
	id: string;
	personId: string;
	name: string;
	email: string;
	role: AppointmentRole | ResponsibilityRole;
	memberId: string | null;
	memberName: string | null;
	fromDay: string;
	untilDay: string | null;
	confirmed: boolean;
	/** When the person answered their invitation; null while it is open. */
	joinedAt: Date | null;
}

/** Every role in the partnership, ended ones too: who is what, where, since when. */
export async function roles(ctx: Context, partnershipId: string): Promise<RoleRow[]> {
	const { rows } = await sql<RoleRow>`
		select r.*, shown_name(${partnershipId}, p.id) as name, p.email, m.name as "memberName",
			(select max(coalesce(i.accepted_at)) from invitation i
				where i.partnership_id = ${partnershipId} and i.person_id = r."personId") as "joinedAt"
		from (
			select 'appointment' as of, a.id, a.person_id as "personId", a.role, a.member_id as "memberId",
				a.from_day as "fromDay", a.until_day as "untilDay", c.appointment_id is not null as confirmed
			from appointment a
			left join appointment_confirmation c on c.partnership_id = a.partnership_id and c.appointment_id = a.id
			where a.partnership_id = ${partnershipId}
			union all
			select 'responsibility', id, person_id, role, null, from_day, until_day, true
			from responsibility where partnership_id = ${partnershipId}
		) r
		join person p on p.id = r."personId"
		left join member m on m.partnership_id = ${partnershipId} and m.id = r."memberId"
		order by r."untilDay" nulls first, name, r.role
		limit ${mostPeople}`.execute(ctx.db);
	return rows;
}

export interface GroupRow {
	id: string;
	name: string;
	schoolYear: string;
	/** Those that have left the partnership since, too. */
	members: { id: string; name: string; left: boolean }[];
	/** Those who head one of its schools today: one of them leads it. */
	heads: { personId: string; name: string }[];
	/** Null until somebody is chosen, and again when they no longer head one of its schools. */
	lead: { personId: string; name: string } | null;
}

/** Groups, newest school year first (KSA-1, CSC-1). */
export const groups = (ctx: Context, partnershipId: string): Promise<GroupRow[]> =>
	groupRows(ctx, partnershipId, null);

export const groupById = async (
	ctx: Context,
	partnershipId: string,
	groupId: string,
): Promise<GroupRow | null> => (await groupRows(ctx, partnershipId, groupId))[0] ?? null;

/** All of a partnership's groups, or one of them. */
async function groupRows(ctx: Context, partnershipId: string, groupId: string | null): Promise<GroupRow[]> {
	const { rows } = await sql<Omit<GroupRow, 'lead'> & { leadId: string | null }>`
		select g.id, g.name, g.school_year as "schoolYear", g.lead_id as "leadId",
			coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name,
					'left', coalesce(m.until_day <= ${ctx.today}::date, false)) order by m.name)
				from group_membership gm
				join member m on m.partnership_id = gm.partnership_id and m.id = gm.member_id
				where gm.partnership_id = g.partnership_id and gm.group_id = g.id), '[]') as members,
			coalesce((select json_agg(h order by h.name) from (
				select distinct p.id as "personId", shown_name(g.partnership_id, p.id) as name from group_membership gm
				join appointment a on a.partnership_id = gm.partnership_id and a.member_id = gm.member_id
				join appointment_confirmation c on c.partnership_id = a.partnership_id and c.appointment_id = a.id
				join person p on p.id = a.person_id
				where gm.partnership_id = g.partnership_id and gm.group_id = g.id
					and a.role in ('headteacher', 'executive head', 'head of school')
					and a.from_day <= ${ctx.today}::date
					and (a.until_day is null or a.until_day > ${ctx.today}::date)) h), '[]') as heads
		from member_group g where g.partnership_id = ${partnershipId} and (${groupId}::uuid is null or g.id = ${groupId}::uuid)
		order by g.school_year desc, g.name limit ${mostMembers}`.execute(ctx.db);
	return rows.map(({ leadId, ...group }) => ({
		...group,
		lead: group.heads.find(({ personId }) => personId === leadId) ?? null,
	}));
}

/** The groups of this school year and of those to come; a name says its year where it is not this one. */
export async function presentGroups(ctx: Context, partnershipId: string): Promise<GroupRow[]> {
	const now = schoolYearName(ctx.today);
	return (await groups(ctx, partnershipId))
		.filter(({ schoolYear }) => schoolYear >= now)
		.map((group) =>
			group.schoolYear === now ? group : { ...group, name: `${group.name}, ${group.schoolYear}` },
		);
}
