import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { type CitedEvidence, type EditionBody, inBlocks, type RestsOn } from './body.ts';
import type { SignOff } from './signing.ts';

// All of it as far as the actor's audience keys reach: row-level security leaves the rest out.

interface Review {
	partnershipId: string;
	id: string;
}

export interface FindingRow {
	id: string;
	kind: string;
	lineId: string | null;
	letter: string | null;
	seen: string;
	effect: string;
	position: number;
	version: number;
	writtenBy: string;
	/** What it cites, as far as the actor may read that. */
	evidence: (CitedEvidence & { id: string; author: string; source: string; kind: string; soWhat: string })[];
	restsOn: RestsOn;
}

/** The findings that stand, in their order. */
export async function findingsOf(ctx: Context, review: Review): Promise<FindingRow[]> {
	const { rows } = await sql<FindingRow>`
		select f.id, f.kind, f.line_id as "lineId", l.letter, f.seen, f.effect, f.position, f.version, p.name as "writtenBy",
			json_build_object('cites', g.cites, 'standing', g.standing, 'sources', g.sources,
				'contradictsHost', g.contradicts_host, 'outsideFocus', g.outside_focus) as "restsOn",
			coalesce((select json_agg(json_build_object('id', e.id, 'author', ep.name, 'source', e.source, 'kind', e.kind, 'seen', e.seen,
					'soWhat', e.so_what, 'pupilYear', e.pupil_year, 'pupilWords', e.pupil_words, 'outsideFocus', e.outside_focus,
					'withdrawn', exists (select from evidence_withdrawal w
						where w.partnership_id = e.partnership_id and w.evidence_id = e.id)) order by e.recorded_at, e.id)
				from finding_evidence fe
				join evidence e on e.partnership_id = fe.partnership_id and e.id = fe.evidence_id
				join person ep on ep.id = e.author_id
				where fe.partnership_id = f.partnership_id and fe.finding_id = f.id), '[]') as evidence
		from finding f
		join what_findings_rest_on(${review.partnershipId}, ${review.id}) g on g.finding_id = f.id
		join person p on p.id = f.written_by
		left join line_of_enquiry l on l.partnership_id = f.partnership_id and l.id = f.line_id
		where f.partnership_id = ${review.partnershipId} and f.review_id = ${review.id} and not exists (
			select from finding_withdrawal w where w.partnership_id = f.partnership_id and w.finding_id = f.id)
		order by f.position, f.id limit 200`.execute(ctx.db);
	return rows;
}

/** What was written under headings before the report was a joint document. */
export async function sectionsOf(ctx: Context, review: Review): Promise<{ heading: string; body: string }[]> {
	return ctx.db
		.selectFrom('report_section')
		.select(['heading', 'body'])
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.orderBy('heading')
		.limit(60)
		.execute();
}

export interface EditionRow {
	number: number;
	body: EditionBody;
	digest: string;
	madeBy: string;
	madeAt: Date;
	publishedAt: Date | null;
	/** Which edition before it this one puts right, and what was wrong there. */
	corrects: number | null;
	reason: string | null;
	signOffs: SignOff[];
}

/**
 * The latest edition the actor may read, with its signatures; null where there is none for them. Once a correction is published what
 * it corrects is left to those who wrote it and the host's heads.
 */
export const latestEdition = (ctx: Context, review: Review): Promise<EditionRow | null> =>
	editionOf(ctx, review, null);

/** The same of a number; without one, the latest. */
export async function editionOf(
	ctx: Context,
	review: Review,
	number: number | null,
): Promise<EditionRow | null> {
	const { rows } = await sql<
		Omit<EditionRow, 'signOffs'> & { signOffs: (Omit<SignOff, 'signedAt'> & { signedAt: string })[] }
	>`
		select e.number, e.body, e.digest, p.name as "madeBy", e.made_at as "madeAt", pub.published_at as "publishedAt", e.corrects, e.reason,
			coalesce((select json_agg(json_build_object('personId', s.person_id, 'name', coalesce(by.name, ''),
					'role', coalesce(t.role, 'host'), 'signedAt', s.signed_at,
					'cannotSignBecause', s.cannot_sign_because) order by s.signed_at)
				from sign_off s
				left join person by on by.id = s.person_id
				left join team_member t on t.partnership_id = s.partnership_id and t.review_id = s.review_id
					and t.person_id = s.person_id
				where s.partnership_id = e.partnership_id and s.review_id = e.review_id
					and s.edition_number = e.number), '[]') as "signOffs"
		from edition e
		join person p on p.id = e.made_by
		left join publication pub on pub.partnership_id = e.partnership_id and pub.review_id = e.review_id
			and pub.edition_number = e.number
		where e.partnership_id = ${review.partnershipId} and e.review_id = ${review.id}
			and (${number}::integer is null or e.number = ${number}::integer)
		order by e.number desc limit 1`.execute(ctx.db);
	const [edition] = rows;
	if (!edition) return null;
	const signOffs = edition.signOffs.map((signed) => ({ ...signed, signedAt: new Date(signed.signedAt) }));
	const headings = edition.body.headings.map(inBlocks);
	return { ...edition, body: { ...edition.body, headings }, signOffs };
}

/** An edition that is or was out. */
export interface PublishedEdition {
	number: number;
	publishedAt: Date;
	reason: string | null;
}

/** The editions that were published, as far as the actor may read them, the newest first. */
export async function publishedEditions(ctx: Context, review: Review): Promise<PublishedEdition[]> {
	const { rows } = await sql<PublishedEdition>`
		select e.number, p.published_at as "publishedAt", e.reason from edition e
		join publication p on p.partnership_id = e.partnership_id and p.review_id = e.review_id and p.edition_number = e.number
		where e.partnership_id = ${review.partnershipId} and e.review_id = ${review.id}
		order by e.number desc limit 20`.execute(ctx.db);
	return rows;
}

/** Which heads of the host said that the facts of an edition are right. */
export async function factChecksOf(
	ctx: Context,
	review: Review,
	edition: number,
): Promise<{ personId: string; name: string; role: string; checkedAt: Date }[]> {
	return ctx.db
		.selectFrom('fact_check')
		.innerJoin('person', 'person.id', 'fact_check.person_id')
		.select(['person_id as personId', 'person.name', 'fact_check.role', 'checked_at as checkedAt'])
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('edition_number', '=', edition)
		.orderBy('checked_at')
		.orderBy('person.name')
		.limit(10)
		.execute();
}

export interface RemarkRow {
	id: string;
	kind: 'host response' | 'team comment' | 'host context';
	heading: string | null;
	author: string;
	authorRole: string;
	words: string;
	writtenAt: Date;
}

/** Responses and comments, oldest first. */
export async function remarksOf(ctx: Context, review: Review): Promise<RemarkRow[]> {
	const { rows } = await sql<RemarkRow>`
		select r.id, r.kind, r.heading, p.name as author, r.author_role as "authorRole", r.words, r.written_at as "writtenAt"
		from remark r join person p on p.id = r.author_id
		where r.partnership_id = ${review.partnershipId} and r.review_id = ${review.id}
		order by r.written_at, r.id limit 100`.execute(ctx.db);
	return rows;
}
