import type { Context } from '#platform/context.ts';
import type { Picture } from '#platform/picture/read-picture.server.ts';

interface OfRoom {
	partnershipId: string;
	roomId: string;
}

/** False where the id is taken. */
export async function insertPhoto(
	ctx: Context,
	{ partnershipId, roomId }: OfRoom,
	photo: { id: string; description: string; picture: Picture; takenBy: string },
): Promise<boolean> {
	const { jpeg, width, height, sha256 } = photo.picture;
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('workshop_photo')
		.values({
			partnership_id: partnershipId,
			id: photo.id,
			room_id: roomId,
			description: photo.description,
			...{ jpeg, width, height, sha256 },
			taken_by: photo.takenBy,
			taken_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

export async function deletePhoto(
	ctx: Context,
	{ partnershipId, roomId }: OfRoom,
	id: string,
): Promise<void> {
	await ctx.db
		.deleteFrom('workshop_photo')
		.where('partnership_id', '=', partnershipId)
		.where('room_id', '=', roomId)
		.where('id', '=', id)
		.execute();
}
