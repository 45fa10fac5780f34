import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Stretch } from '../document/input.ts';

interface Review {
	partnershipId: string;
	id: string;
}

export interface CommentRow {
	id: string;
	heading: string;
	place: Stretch | null;
	/** The words that stood there when it was written. */
	quoted: string;
	words: string;
	instead: string | null;
	author: string;
	writtenAt: Date;
	answers: { id: string; words: string; author: string; writtenAt: string }[];
	settled: { by: string; accepted: boolean | null } | null;
}

/** What is said about the report's words, oldest first, with its answers; what is settled already comes with who settled it. */
export async function commentsOf(ctx: Context, review: Review): Promise<CommentRow[]> {
	const { rows } = await sql<CommentRow>`
		select c.id, c.heading, c.place, c.quoted, c.words, c.instead, p.name as author, c.written_at as "writtenAt",
			(select coalesce(json_agg(json_build_object('id', a.id, 'words', a.words, 'author', ap.name, 'writtenAt', a.written_at)
					order by a.written_at, a.id), '[]')
				from report_comment a join person ap on ap.id = a.author_id
				where a.partnership_id = c.partnership_id and a.answers = c.id) as answers,
			case when c.settled_at is null then null else json_build_object('by', s.name, 'accepted', c.accepted) end as settled
		from report_comment c
		join person p on p.id = c.author_id
		left join person s on s.id = c.settled_by
		where c.partnership_id = ${review.partnershipId} and c.review_id = ${review.id} and c.answers is null
		order by c.written_at, c.id limit 300`.execute(ctx.db);
	return rows;
}
