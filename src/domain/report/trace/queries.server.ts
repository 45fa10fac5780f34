import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { EditionFinding, RestsOn } from '../body.ts';

// All of it as far as the actor's audience keys reach: row-level security leaves the rest out.

interface Review {
	partnershipId: string;
	id: string;
}

/** Another finding, as one refers to it. */
export interface OtherFinding {
	id: string;
	seen: string;
}

/** A finding as it stands now in its row. */
export interface FindingNow {
	kind: string;
	seen: string;
	effect: string;
	letter: string | null;
	restsOn: RestsOn;
	/** It stands no longer; with what it was brought into, where it was. */
	withdrawn: { into: OtherFinding | null } | null;
}

/** A finding as the newest published edition that holds it says it. */
export interface FindingPrinted {
	edition: number;
	finding: EditionFinding;
}

/** A piece of evidence under a finding. */
export interface TracedPiece {
	id: string;
	source: string;
	seen: string;
	soWhat: string;
	pupilYear: string;
	pupilWords: boolean;
	contradictsHost: boolean;
	outsideFocus: boolean;
	withdrawn: boolean;
}

export interface FindingRows {
	/** Null for whoever reads the report and not its findings. */
	now: FindingNow | null;
	printed: FindingPrinted | null;
	pieces: TracedPiece[];
}

const most = 100;

/** A finding of an edition's body by its id: as editions are written now, or as they were before the report was a joint document. */
const inBody = (id: RawBuilder<unknown>) => sql`coalesce(
	jsonb_path_query_first(e.body, '$.headings[*].blocks[*].finding ? (@.id == $id)', jsonb_build_object('id', (${id})::text)),
	jsonb_path_query_first(e.body, '$.headings[*].findings[*] ? (@.id == $id)', jsonb_build_object('id', (${id})::text)))`;

/** What a withdrawn finding `f` was brought into: the one of its last merging that was not withdrawn by it. */
const broughtInto = sql`(select json_build_object('id', t.id, 'seen', t.seen) from finding_withdrawal own
	join sorting_step s on s.partnership_id = own.partnership_id and s.review_id = own.review_id
		and s.deed = 'merge' and s.done_at = own.withdrawn_at
	join finding_revision r on r.partnership_id = s.partnership_id and r.step_id = s.id and r.finding_id = f.id
	join finding_revision o on o.partnership_id = s.partnership_id and o.step_id = s.id and o.finding_id <> f.id
	join finding t on t.partnership_id = o.partnership_id and t.id = o.finding_id
	where own.partnership_id = f.partnership_id and own.finding_id = f.id and not exists (select from finding_withdrawal other
		where other.partnership_id = t.partnership_id and other.finding_id = t.id and other.withdrawn_at = s.done_at)
	order by s.number desc limit 1)`;

/** One finding with what it rests on: as it is now, as it was published, and the pieces under it. */
export async function findingRows(ctx: Context, review: Review, findingId: string): Promise<FindingRows> {
	const { rows } = await sql<FindingRows>`
		select
			(select json_build_object('kind', f.kind, 'seen', f.seen, 'effect', f.effect, 'letter', l.letter,
					'restsOn', json_build_object('cites', g.cites, 'standing', g.standing, 'sources', g.sources,
						'contradictsHost', g.contradicts_host, 'outsideFocus', g.outside_focus),
					'withdrawn', case when w.finding_id is null then null else json_build_object('into', ${broughtInto}) end)
				from finding f
				join what_findings_rest_on(${review.partnershipId}, ${review.id}) g on g.finding_id = f.id
				left join line_of_enquiry l on l.partnership_id = f.partnership_id and l.id = f.line_id
				left join finding_withdrawal w on w.partnership_id = f.partnership_id and w.finding_id = f.id
				where f.partnership_id = ${review.partnershipId} and f.review_id = ${review.id} and f.id = ${findingId}) as now,
			(select json_build_object('edition', held.number, 'finding', held.finding) from (
				select e.number, ${inBody(sql`${findingId}::uuid`)} as finding
				from edition e
				join publication pub on pub.partnership_id = e.partnership_id and pub.review_id = e.review_id
					and pub.edition_number = e.number
				where e.partnership_id = ${review.partnershipId} and e.review_id = ${review.id}) held
				where held.finding is not null order by held.number desc limit 1) as printed,
			(select coalesce(json_agg(piece order by piece."recordedAt", piece.id), '[]') from (
				select e.id, e.source, e.seen, e.so_what as "soWhat", e.pupil_year as "pupilYear", e.pupil_words as "pupilWords",
					e.contradicts_host as "contradictsHost", e.outside_focus as "outsideFocus", e.recorded_at as "recordedAt",
					exists (select from evidence_withdrawal w
						where w.partnership_id = e.partnership_id and w.evidence_id = e.id) as withdrawn
				from finding_evidence fe
				join evidence e on e.partnership_id = fe.partnership_id and e.id = fe.evidence_id
				where fe.partnership_id = ${review.partnershipId} and fe.finding_id = ${findingId} and e.review_id = ${review.id}
				order by e.recorded_at, e.id limit ${most}) piece) as pieces`.execute(ctx.db);
	return rows[0]!;
}

/** A finding that rests on a piece, or did. */
export interface Use extends OtherFinding {
	kind: string;
	/** It rests on it as it is now. */
	cites: boolean;
	withdrawn: { into: OtherFinding | null } | null;
	/** The newest published edition that holds the finding. */
	edition: number | null;
}

/** The findings that rest on a piece, and those that did as far as the actor may know how they were sorted. */
export async function usesOf(ctx: Context, review: Review, evidenceId: string): Promise<Use[]> {
	const { rows } = await sql<Use>`
		select f.id, f.kind, f.seen, fe.evidence_id is not null as cites,
			case when w.finding_id is null then null else json_build_object('into', ${broughtInto}) end as withdrawn,
			(select max(e.number) from edition e
				join publication pub on pub.partnership_id = e.partnership_id and pub.review_id = e.review_id
					and pub.edition_number = e.number
				where e.partnership_id = f.partnership_id and e.review_id = f.review_id
					and ${inBody(sql`f.id`)} is not null) as edition
		from finding f
		left join finding_evidence fe on fe.partnership_id = f.partnership_id and fe.finding_id = f.id
			and fe.evidence_id = ${evidenceId}
		left join finding_withdrawal w on w.partnership_id = f.partnership_id and w.finding_id = f.id
		where f.partnership_id = ${review.partnershipId} and f.review_id = ${review.id}
			and (fe.evidence_id is not null or exists (select from finding_revision r
				where r.partnership_id = f.partnership_id and r.finding_id = f.id and r.stood
					and ${evidenceId}::uuid = any (r.evidence)))
		order by w.finding_id is not null, f.position, f.id limit ${most}`.execute(ctx.db);
	return rows;
}
