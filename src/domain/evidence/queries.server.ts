import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { DayPiece } from './day.ts';

/** A day of four reviewers brings 60 to 100 pieces; more than this is not read at once. */
const most = 500;

/** A piece as it is stored, with what its activity and its line are called. */
export interface EvidenceRow extends Omit<DayPiece, 'recordedAt'> {
	activity: string | null;
	letter: string | null;
	recordedAt: Date;
}

/**
 * A review's evidence as far as the actor's audience keys reach, newest first, withdrawn pieces included. One piece alone
 * where its id is given.
 */
export async function evidenceOf(
	ctx: Context,
	review: { partnershipId: string; id: string },
	evidenceId: string | null = null,
): Promise<EvidenceRow[]> {
	const { rows } = await sql<EvidenceRow>`
		select e.id, e.author_id as "authorId", p.name as author, e.activity_id as "activityId", a.title as activity,
			e.line_id as "lineId", l.letter, e.source, e.kind, e.seen, e.so_what as "soWhat",
			e.contradicts_host as "contradictsHost", e.outside_focus as "outsideFocus", e.pupil_year as "pupilYear", e.pupil_words as "pupilWords",
			e.recorded_at as "recordedAt", e.version,
			case when w.evidence_id is null then null else json_build_object('by', wp.name, 'reason', w.reason) end as withdrawn,
			(select coalesce(json_agg(json_build_object(
					'id', ph.id, 'description', ph.description, 'width', ph.width, 'height', ph.height) order by ph.taken_at, ph.id), '[]')
				from photo ph where ph.partnership_id = e.partnership_id and ph.evidence_id = e.id) as photos,
			(select count(*)::int from finding_evidence fe
				where fe.partnership_id = e.partnership_id and fe.evidence_id = e.id and not exists (
					select from finding_withdrawal fw
					where fw.partnership_id = fe.partnership_id and fw.finding_id = fe.finding_id)) as "citedBy",
			case when s.id is null then null else json_build_object('by', sp.name, 'at', s.shown_at) end as shown,
			coalesce((select last.piece_changed from showing last
				where last.partnership_id = e.partnership_id and last.evidence_id = e.id
				order by last.shown_at desc, last.id desc limit 1), false) as "changedSinceShown"
		from evidence e
		join person p on p.id = e.author_id
		left join activity a on a.partnership_id = e.partnership_id and a.id = e.activity_id
		left join line_of_enquiry l on l.partnership_id = e.partnership_id and l.id = e.line_id
		left join evidence_withdrawal w on w.partnership_id = e.partnership_id and w.evidence_id = e.id
		left join person wp on wp.id = w.withdrawn_by
		left join showing s on s.partnership_id = e.partnership_id and s.evidence_id = e.id and s.taken_back_at is null
		left join person sp on sp.id = s.shown_by
		where e.partnership_id = ${review.partnershipId} and e.review_id = ${review.id}
			and (${evidenceId}::uuid is null or e.id = ${evidenceId}::uuid)
		order by e.recorded_at desc, e.id desc limit ${most}`.execute(ctx.db);
	return rows;
}

/** Whether the actor holds one of these keys: is among the readers, whether or not there is anything to read. */
export async function opensWith(ctx: Context, keys: string[]): Promise<boolean> {
	const { rows } = await sql<{
		opens: boolean;
	}>`select ${keys}::text[] && array(select app_keys()) as opens`.execute(ctx.db);
	return rows[0]!.opens;
}
