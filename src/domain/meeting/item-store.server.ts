import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';

interface OfMeeting {
	partnershipId: string;
	meetingId: string;
}

interface ItemWords {
	title: string;
	ledBy: string;
	lastsMinutes: number | null;
}

const columnsOf = ({ title, ledBy, lastsMinutes }: ItemWords) => ({
	title,
	led_by: ledBy,
	lasts_minutes: lastsMinutes,
});

/** Adds an item as the last. */
export const insertItem = (
	ctx: Context,
	{ partnershipId, meetingId }: OfMeeting,
	item: ItemWords & { id: string; position: number; addedBy: string },
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'agenda_item',
		{
			...{ partnership_id: partnershipId, meeting_id: meetingId, id: item.id, ...columnsOf(item) },
			...{ position: item.position, added_by: item.addedBy, added_at: ctx.now },
		},
		['meeting_id', 'added_by'],
	);

const standing = (ctx: Context, { partnershipId, meetingId }: OfMeeting, itemId: string) =>
	ctx.db
		.updateTable('agenda_item')
		.where('partnership_id', '=', partnershipId)
		.where('meeting_id', '=', meetingId)
		.where('id', '=', itemId)
		.where('removed_at', 'is', null);

/** False where it is no longer at `version`. */
export async function updateItem(
	ctx: Context,
	meeting: OfMeeting,
	item: ItemWords & { id: string; version: number },
): Promise<boolean> {
	const { numUpdatedRows } = await standing(ctx, meeting, item.id)
		.where('version', '=', item.version)
		.set({ ...columnsOf(item), version: item.version + 1 })
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function markItemRemoved(ctx: Context, meeting: OfMeeting, itemId: string): Promise<void> {
	await standing(ctx, meeting, itemId).set({ removed_at: ctx.now }).execute();
}

/** Puts the items of a meeting in this order. */
export async function orderItems(
	ctx: Context,
	{ partnershipId, meetingId }: OfMeeting,
	ids: readonly string[],
): Promise<void> {
	await sql`update agenda_item i set position = o.place
		from unnest(${[...ids]}::uuid[]) with ordinality as o (id, place)
		where i.partnership_id = ${partnershipId} and i.meeting_id = ${meetingId} and i.id = o.id`.execute(ctx.db);
}
