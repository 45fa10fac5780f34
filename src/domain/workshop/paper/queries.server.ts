import type { Context } from '#platform/context.ts';
import { openRoomOf } from '../room/screen.server.ts';

/** A photo of paper, without its pixels. */
export interface PaperPhoto {
	id: string;
	description: string;
	width: number;
	height: number;
}

export const photosOf = (ctx: Context, partnershipId: string, roomId: string): Promise<PaperPhoto[]> =>
	ctx.db
		.selectFrom('workshop_photo')
		.select(['id', 'description', 'width', 'height'])
		.where('partnership_id', '=', partnershipId)
		.where('room_id', '=', roomId)
		.orderBy('taken_at')
		.orderBy('id')
		.limit(50)
		.execute();

/** The picture of one, for whoever runs its room; null for everybody else. */
export async function paperJpeg(
	ctx: Context,
	reviewId: string,
	roomId: string,
	photoId: string,
): Promise<Uint8Array | null> {
	const opened = await openRoomOf(ctx, reviewId, roomId);
	if (!opened) return null;
	const photo = await ctx.db
		.selectFrom('workshop_photo')
		.select('jpeg')
		.where('partnership_id', '=', opened.review.partnershipId)
		.where('room_id', '=', roomId)
		.where('id', '=', photoId)
		.executeTakeFirst();
	return photo?.jpeg ?? null;
}
