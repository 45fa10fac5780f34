import { calendarFor } from '#domain/partnership/calendar.server.ts';
import type { Context } from '#platform/context.ts';
import type { Insertion } from '#platform/db/insert-once.ts';
import { memorandumInForce } from './agreement/memoranda.server.ts';
import { carried } from './drafting/carry.ts';
import { beyondAdaptation, patchBetween } from './drafting/patch.ts';
import { adaptations, protocolInForce, type ProtocolVersion } from './queries.server.ts';
import { protocolSchema } from './schema.ts';
import { insertVersion, type NewVersion } from './store.server.ts';
import type { Surroundings } from './surroundings.ts';

export async function surroundingsOf(ctx: Context, partnershipId: string): Promise<Surroundings> {
	const memorandum = await memorandumInForce(ctx, partnershipId);
	return { memorandum: memorandum?.memorandum ?? null, calendar: await calendarFor(ctx, partnershipId) };
}

/**
 * Makes a protocol the partnership's next version. Reviews that have begun keep theirs; groups' adaptations go along where
 * they still fit, and otherwise are asked for anew.
 */
export async function publishVersion(ctx: Context, version: NewVersion): Promise<Insertion> {
	const before = await protocolInForce(ctx, version.partnershipId);
	const inserted = await insertVersion(ctx, version);
	if (inserted === 'made' && before) await carryAdaptations(ctx, before, version);
	return inserted;
}

/**
 * Each group's change carried onto the new version, where the result is a protocol and still within what groups may change.
 * What has become everybody's way is no longer the group's own.
 */
async function carryAdaptations(ctx: Context, before: ProtocolVersion, next: NewVersion): Promise<void> {
	const approved = await adaptations(ctx, next.partnershipId, before.id);
	for (const [index, { groupId, protocol }] of approved.entries()) {
		const read = protocolSchema.safeParse(carried(before.protocol, protocol, next.document));
		if (!read.success || beyondAdaptation(next.document, read.data).length > 0) continue;
		const left = patchBetween(next.document, read.data);
		if (Object.keys(left).length === 0) continue;
		await insertVersion(ctx, {
			id: ctx.newId(),
			partnershipId: next.partnershipId,
			document: read.data,
			publishedBy: next.publishedBy,
			publishedAt: new Date(ctx.now.getTime() + index),
			reason: 'What the group had changed, on top of the partnership’s new version.',
			groupId,
			baseVersionId: next.id,
			patch: left,
		});
	}
}
