import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { OfReview } from '../store.server.ts';
import { type Baseline, mostBaselines, mostMeasurements } from './baseline.ts';

/** A review's baselines, the oldest first, each with what was measured since by day, as far as the actor's audience keys reach; one alone where its id is given. */
export async function baselinesOf(
	ctx: Context,
	review: OfReview,
	{ id = null }: { id?: string | null } = {},
): Promise<Baseline[]> {
	const { rows } = await sql<Baseline>`
		select b.id, b.measure, b.framework, b.pupils, b.figure, b.measured_on as "on", b.hoped, b.version, b.former,
			p.name as "writtenBy", b.written_at as "writtenAt", coalesce(m.measurements, '[]') as measurements
		from baseline b
		join person p on p.id = b.written_by
		left join lateral (
			select json_agg(json_build_object('id', x.id, 'figure', x.figure, 'on', x.measured_on, 'words', x.words,
				'version', x.version, 'former', x.former, 'writtenBy', w.name,
				'told', case when i.id is not null then json_build_object('before', i.before, 'now', i.now) end)
				order by x.measured_on, x.id) as measurements
			from (select * from measurement s where s.partnership_id = b.partnership_id and s.baseline_id = b.id
				and s.taken_back_at is null order by s.measured_on, s.id limit ${mostMeasurements}) x
			join person w on w.id = x.written_by
			left join impact i on i.partnership_id = x.partnership_id and i.id = x.id and i.taken_back_at is null) m on true
		where b.partnership_id = ${review.partnershipId} and b.review_id = ${review.id} and b.taken_back_at is null
			and (${id}::uuid is null or b.id = ${id}::uuid)
		order by b.measured_on, b.id limit ${mostBaselines}`.execute(ctx.db);
	return rows;
}
