import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { SupportRequest } from './model.ts';

type Said = Pick<SupportRequest, 'themeId' | 'words' | 'byDay'>;
type Consents = Pick<SupportRequest, 'mayName' | 'atMeetings'>;

export const insertRequest = (
	ctx: Context,
	partnershipId: string,
	request: { id: string; memberId: string; askedBy: string } & Said & Consents,
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'support_request',
		{
			...{ partnership_id: partnershipId, id: request.id, member_id: request.memberId },
			...{ theme_id: request.themeId, words: request.words, by_day: request.byDay },
			...{ may_name: request.mayName, at_meetings: request.atMeetings },
			...{ asked_by: request.askedBy, asked_at: ctx.now, changed_by: request.askedBy },
		},
		['member_id', 'asked_by'],
	);

const standing = (ctx: Context, partnershipId: string, id: string) =>
	ctx.db
		.updateTable('support_request')
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', id)
		.where('withdrawn_at', 'is', null);

/** Keeps what it said before. False where it is no longer at `version`. */
export async function updateRequest(
	ctx: Context,
	partnershipId: string,
	{ id, version, themeId, words, byDay, by }: { id: string; version: number; by: string } & Said,
): Promise<boolean> {
	const before = await standing(ctx, partnershipId, id)
		.where('version', '=', version)
		.set({ changed_by: by, version: version + 1 })
		.returning(['theme_id', 'words', 'by_day'])
		.executeTakeFirst();
	if (!before) return false;
	const kept = { partnership_id: partnershipId, request_id: id, version, until: ctx.now, put_right_by: by };
	await ctx.db
		.insertInto('support_wording')
		.values({ ...before, ...kept })
		.execute();
	await standing(ctx, partnershipId, id).set({ theme_id: themeId, words, by_day: byDay }).execute();
	return true;
}

/** As one who saw what stands: `version` moves on, so that nobody gives again unseen what another took back. */
export async function setConsents(
	ctx: Context,
	partnershipId: string,
	{ id, version, mayName, atMeetings, by }: { id: string; version: number; by: string } & Consents,
): Promise<void> {
	await standing(ctx, partnershipId, id)
		.where('version', '=', version)
		.set({ may_name: mayName, at_meetings: atMeetings, changed_by: by, version: version + 1 })
		.execute();
}

export async function markWithdrawn(
	ctx: Context,
	partnershipId: string,
	{ id, because, by }: { id: string; because: string; by: string },
): Promise<void> {
	await standing(ctx, partnershipId, id)
		.set({ withdrawn_at: ctx.now, withdrawn_because: because, changed_by: by })
		.execute();
}
