import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import { conflict, denied, done, type Outcome } from '../outcome.ts';

/**
 * Does a deed that a device sends once, however often it is sent: what was taken before is done. The receipt is written in the
 * deed's own transaction, so there is one exactly where the deed was done. Other words under an id that was taken are a conflict.
 * @param sent.id made on the device
 * @param sent.body what was sent, but for what each sending has of its own
 */
export async function takeOnce(
	ctx: Context,
	sent: { id: string; body: unknown },
	deed: () => Promise<Outcome<unknown>>,
): Promise<Outcome<unknown>> {
	if (ctx.actor.kind !== 'person') return denied;
	const receipt = { person_id: ctx.actor.id, id: sent.id, digest: digestOf(sent.body), taken_at: ctx.now };
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('receipt')
		.values(receipt)
		.onConflict((taken) => taken.doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows === 1n) return deed();
	const before = await ctx.db
		.selectFrom('receipt')
		.select('digest')
		.where('person_id', '=', receipt.person_id)
		.where('id', '=', sent.id)
		.executeTakeFirst();
	return before?.digest === receipt.digest ? done(null) : conflict(null);
}

const digestOf = (body: unknown): string =>
	createHash('sha256').update(JSON.stringify(body)).digest('base64url');
