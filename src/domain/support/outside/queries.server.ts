import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { OutsideSupport } from './outside.ts';

/** More than a partnership arranges in years. */
const most = 200;

/** Support from outside, the latest first: of one partnership or of all the actor's, as far as it is theirs to read. */
export async function outsideSupport(
	ctx: Context,
	partnershipId: string | null,
	{ requestId = null }: { requestId?: string | null } = {},
): Promise<OutsideSupport[]> {
	const { rows } = await sql<OutsideSupport>`
		select o.id, o.kind, o.provider, o.words, o.pounds, o.payer, o.day, shown_name(o.partnership_id, o.arranged_by) as "arrangedBy",
			o.answer, o.ended_because as "endedBecause", o.version, array(select r.request_id from outside_request r
				where r.partnership_id = o.partnership_id and r.outside_id = o.id order by r.request_id) as "requestIds"
		from outside_support o
		where (${partnershipId}::uuid is null or o.partnership_id = ${partnershipId}::uuid)
			and (${requestId}::uuid is null or exists (select from outside_request r
				where r.partnership_id = o.partnership_id and r.outside_id = o.id and r.request_id = ${requestId}::uuid))
		order by o.day desc, o.id limit ${most}`.execute(ctx.db);
	return rows;
}
