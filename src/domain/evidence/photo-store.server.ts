import type { Context } from '#platform/context.ts';
import type { Picture } from '#platform/picture/read-picture.server.ts';

interface Of {
	partnershipId: string;
	reviewId: string;
	evidenceId: string;
	id: string;
}

const chunkBytes = 256 * 1024;

/** Stores a photo whole. False where the id is taken: the same photo sent again. */
export async function insertPhoto(
	ctx: Context,
	of: Of,
	by: { personId: string; at: Date },
	description: string,
	{ jpeg, thumbnail, width, height, sha256 }: Picture,
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('photo')
		.values({
			partnership_id: of.partnershipId,
			id: of.id,
			review_id: of.reviewId,
			evidence_id: of.evidenceId,
			taken_by: by.personId,
			description,
			width,
			height,
			size: jpeg.byteLength,
			sha256,
			thumbnail,
			taken_at: by.at,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows !== 1n) return false;
	const starts = Array.from({ length: Math.ceil(jpeg.byteLength / chunkBytes) }, (_, index) => index);
	await ctx.db
		.insertInto('photo_chunk')
		.values(
			starts.map((number) => ({
				partnership_id: of.partnershipId,
				photo_id: of.id,
				number,
				bytes: jpeg.subarray(number * chunkBytes, (number + 1) * chunkBytes),
			})),
		)
		.execute();
	return true;
}

/**
 * Removes a photo for good, its bytes and its description, and notes that there was one: also of a photo that has not arrived
 * yet, and then never will.
 */
export async function removeForGood(
	ctx: Context,
	of: Omit<Of, 'reviewId'>,
	removedBy: string,
): Promise<void> {
	await ctx.db
		.insertInto('photo_removal')
		.values({
			partnership_id: of.partnershipId,
			photo_id: of.id,
			evidence_id: of.evidenceId,
			removed_by: removedBy,
			removed_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	await ctx.db
		.deleteFrom('photo')
		.where('partnership_id', '=', of.partnershipId)
		.where('evidence_id', '=', of.evidenceId)
		.where('id', '=', of.id)
		.execute();
}
