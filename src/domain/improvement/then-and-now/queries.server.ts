import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

export interface LineFound {
	reviewId: string;
	/** Null of what stands under no line, or under one its reader does not read. */
	lineId: string | null;
	letter: string;
	question: string;
	earlierLineId: string | null;
	findings: { id: string; kind: string; seen: string; effect: string }[];
}

/** The lines of two reviews with their findings as they stand, by review and letter; as far as the actor's audience keys reach. */
export async function linesFound(
	ctx: Context,
	partnershipId: string,
	reviewIds: readonly [string, string],
): Promise<LineFound[]> {
	const ids = sql`any (${[...reviewIds]}::uuid[])`;
	const { rows } = await sql<LineFound>`
		with line as (
			select review_id, id, letter, question, earlier_line_id from line_of_enquiry
			where partnership_id = ${partnershipId} and review_id = ${ids} and dropped_at is null
			order by review_id, length(letter), letter limit 200
		), found as (
			select f.review_id, l.id as line_id, json_agg(json_build_object('id', f.id, 'kind', f.kind, 'seen', f.seen, 'effect', f.effect)
				order by f.position, f.id) as findings
			from (select * from finding where partnership_id = ${partnershipId} and review_id = ${ids} order by review_id, position, id limit 200) f
			left join line l on l.id = f.line_id
			where not exists (select from finding_withdrawal w where w.partnership_id = f.partnership_id and w.finding_id = f.id)
			group by f.review_id, l.id
		)
		select l.review_id as "reviewId", l.id as "lineId", l.letter, l.question, l.earlier_line_id as "earlierLineId",
			coalesce(f.findings, '[]') as findings
		from line l left join found f on f.line_id = l.id
		union all
		select f.review_id, null, '', '', null, f.findings from found f where f.line_id is null
		order by 1, 3`.execute(ctx.db);
	return rows;
}
