import { sql } from 'kysely';
import { headRoles } from '#domain/partnership/model.ts';
import type { Context } from '#platform/context.ts';
import type { OpenReview } from './open.server.ts';
import type { TeamRole } from './roles.ts';
import { cannotJoin, type Candidate } from './team.ts';

type Asked = Pick<OpenReview, 'partnershipId' | 'hostMemberId' | 'protocol'>;

/**
 * Those who might join the team of a review, by name: everybody who stands in its partnership and is not at the host; where
 * its protocol takes reviewers from another (NFS-22), those of other partnerships in which the actor stands too. With ids,
 * these people alone, as far as the actor may know of them. An unconfirmed head counts as nothing yet.
 */
export async function candidates(
	ctx: Context,
	{ partnershipId, hostMemberId, protocol }: Asked,
	personIds?: readonly string[],
): Promise<Candidate[]> {
	const { from } = protocol.team;
	const isOwn = sql`post.partnership_id = ${partnershipId}`;
	const isAsked = { 'this partnership': isOwn, 'another partnership': sql`not (${isOwn})`, both: sql`true` };
	const { rows } = await sql<Candidate>`
		with post as (
			select a.person_id, a.partnership_id, a.member_id, m.name as school,
				case when a.from_day <= ${ctx.today}::date and (a.role <> all (${[...headRoles]}::text[])
					or exists (select from appointment_confirmation c
						where c.partnership_id = a.partnership_id and c.appointment_id = a.id)) then a.role end as role
			from appointment a join member m on m.partnership_id = a.partnership_id and m.id = a.member_id
			where a.until_day is null or a.until_day > ${ctx.today}::date
			union all
			select r.person_id, r.partnership_id, null, null, case when r.from_day <= ${ctx.today}::date then r.role end
			from responsibility r where r.until_day is null or r.until_day > ${ctx.today}::date
		), stood as (
			select person_id, until_day from appointment where partnership_id = ${partnershipId}
			union all
			select person_id, until_day from responsibility where partnership_id = ${partnershipId}
		)
		select p.id as "personId", shown_name(${partnershipId}, p.id) as name,
			coalesce(array_agg(distinct post.school order by post.school) filter (where post.school is not null), '{}') as schools,
			coalesce(array_agg(distinct post.role) filter (where post.role is not null and ${isAsked[from]}), '{}') as held,
			coalesce(bool_or(post.member_id = ${hostMemberId}), false) as "atHost",
			p.id in (select person_id from stood)
				and p.id not in (select person_id from stood where until_day is null or until_day > ${ctx.today}::date) as "hasLeft"
		from person p left join post on post.person_id = p.id and ${from === 'this partnership' ? isOwn : sql`true`}
		where ${personIds ? sql`p.id = any (${[...personIds]}::uuid[])` : sql`post.person_id is not null`}
		group by p.id order by name, p.id limit 500`.execute(ctx.db);
	return personIds ? rows : rows.filter(({ atHost }) => !atHost);
}

/** One of an earlier team, and why they cannot join this one, if so. */
interface Former extends Candidate {
	role: TeamRole;
	refusal: string | null;
}

/**
 * Who was on the team of the review that this one follows and is not on its own yet: those who can be added now, together, and
 * the others. Both empty where it follows none.
 */
export async function sameTeam(
	ctx: Context,
	review: OpenReview,
	addedBy: string,
): Promise<{ able: Former[]; others: Former[] }> {
	const { rows } = await sql<{ personId: string; role: TeamRole }>`
		select t.person_id as "personId", t.role from review r
		join team_member t on t.partnership_id = r.partnership_id and t.review_id = r.follows_id and t.left_on is null
		where r.partnership_id = ${review.partnershipId} and r.id = ${review.id}
		order by t.added_at limit 40`.execute(ctx.db);
	const missing = rows.filter((one) => !review.facts.team.some(({ personId }) => personId === one.personId));
	const people = await candidates(
		ctx,
		review,
		missing.map(({ personId }) => personId),
	);
	const able: Former[] = [];
	const others: Former[] = [];
	for (const { personId, role } of missing) {
		const person = people.find((one) => one.personId === personId);
		if (!person) continue;
		const joined = able.map((one) => ({
			...one,
			headteacher: false,
			acceptedOn: null,
			confidentialityOn: null,
		}));
		const facts = { ...review.facts, team: [...review.facts.team, ...joined] };
		const refused = cannotJoin({ ...review, facts }, person, role, addedBy);
		const refusal = refused && Object.values(refused)[0]!;
		(refusal ? others : able).push({ ...person, role, refusal });
	}
	return { able, others };
}
