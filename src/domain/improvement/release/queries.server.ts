import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/** A head's report of progress, released to a meeting. */
export interface ReleasedReport {
	id: string;
	memberId: string;
	memberName: string;
	words: string;
	reportedBy: string;
	reportedAt: Date;
}

/** No meeting has more. */
const most = 200;

const name = (column: string) => sql`shown_name(p.partnership_id, ${sql.ref(column)})`;

/** What heads have released to a meeting and not taken back, by school that has not left; the latest of each first (NFS-15). Nothing else of any school. */
export async function releasedReports(
	ctx: Context,
	partnershipId: string,
	meetingId: string,
): Promise<ReleasedReport[]> {
	const { rows } = await sql<ReleasedReport>`
		select p.id, x.member_id as "memberId", m.name as "memberName", p.words, ${name('p.reported_by')} as "reportedBy",
			p.reported_at as "reportedAt"
		from progress_release x
		join progress_report p on p.partnership_id = x.partnership_id and p.id = x.report_id
		join member m on m.partnership_id = x.partnership_id and m.id = x.member_id
			and (m.until_day is null or m.until_day > ${ctx.today}::date)
		where x.partnership_id = ${partnershipId} and x.meeting_id = ${meetingId} and x.taken_back_at is null
		order by m.name, m.id, p.reported_at desc limit ${most}`.execute(ctx.db);
	return rows;
}

/** A report of a school's own, with whether a meeting may read it. */
export interface OwnReport {
	id: string;
	reviewId: string;
	focus: string;
	memberId: string;
	memberName: string;
	words: string;
	reportedAt: Date;
	released: boolean;
}

/** A head has no more at hand. */
const mostOwn = 20;

/** The reports of these schools: of each review the latest, and what is released to the meeting; the latest first. */
export async function ownReports(
	ctx: Context,
	partnershipId: string,
	{ meetingId, memberIds }: { meetingId: string; memberIds: readonly string[] },
): Promise<OwnReport[]> {
	const { rows } = await sql<OwnReport>`
		select p.id, r.id as "reviewId", r.focus, m.id as "memberId", m.name as "memberName", p.words,
			p.reported_at as "reportedAt", x.report_id is not null as released
		from review r
		join member m on m.partnership_id = r.partnership_id and m.id = r.host_member_id
		join progress_report p on p.partnership_id = r.partnership_id and p.review_id = r.id
		left join progress_release x on x.partnership_id = p.partnership_id and x.report_id = p.id
			and x.meeting_id = ${meetingId} and x.taken_back_at is null
		where r.partnership_id = ${partnershipId} and r.host_member_id = any (${[...memberIds]}::uuid[])
			and (x.report_id is not null or not exists (select from progress_report o
				where o.partnership_id = p.partnership_id and o.review_id = p.review_id
					and (o.reported_at, o.id) > (p.reported_at, p.id)))
		order by x.report_id is null, p.reported_at desc, p.id limit ${mostOwn}`.execute(ctx.db);
	return rows;
}
