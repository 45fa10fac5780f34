import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/** What a partnership or a school works towards in a school year. */
export interface Aim {
	id: string;
	/** Whose priority it is; null for an aim of the partnership. */
	memberId: string | null;
	memberName: string | null;
	schoolYear: string;
	title: string;
	words: string;
	setBy: string;
	setAt: Date;
	version: number;
	/** What it said before, the latest last. */
	former: { title: string; words: string; until: string }[];
	closed: { because: string; at: string } | null;
}

/** A partnership and its schools have no more at once; of more, the latest. */
const most = 300;

/**
 * The aims of a partnership and the priorities of schools, the latest year first and closed ones last, as far as the reader may see:
 * a school's are its own people's.
 */
export async function aimsOf(ctx: Context, partnershipId: string): Promise<Aim[]> {
	const { rows } = await sql<Aim>`
		select a.id, a.member_id as "memberId", m.name as "memberName", a.school_year as "schoolYear", a.title, a.words,
			shown_name(a.partnership_id, a.set_by) as "setBy", a.set_at as "setAt", a.version, a.former,
			case when a.closed_at is not null then json_build_object('because', a.closed_because, 'at', a.closed_at) end as closed
		from aim a
		left join member m on m.partnership_id = a.partnership_id and m.id = a.member_id
		where a.partnership_id = ${partnershipId} and a.of <> 'group'
		order by a.closed_at is not null, a.school_year desc, a.set_at, a.id limit ${most}`.execute(ctx.db);
	return rows;
}
