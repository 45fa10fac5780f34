import { sql } from 'kysely';
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
	const { numUpdatedRows } = await standing(ctx, partnershipId, id)
		.where('version', '=', version)
		.set({
			...{ theme_id: themeId, words, by_day: byDay, changed_by: by, version: version + 1 },
			former: sql<string>`former || jsonb_build_object('theme', (select label from theme t
				where t.partnership_id = support_request.partnership_id and t.id = support_request.theme_id),
				'words', words, 'byDay', by_day, 'until', ${ctx.now}::timestamptz)`,
		})
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function setConsents(
	ctx: Context,
	partnershipId: string,
	{ id, mayName, atMeetings, by }: { id: string; by: string } & Consents,
): Promise<void> {
	await standing(ctx, partnershipId, id)
		.set({ may_name: mayName, at_meetings: atMeetings, changed_by: by })
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
