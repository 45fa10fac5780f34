import { openReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { isId } from '#platform/text.ts';

/** What stands under a photo's id: where it hangs, whose it is and its digest; `removed` where it was there once. */
export async function photoStands(ctx: Context, partnershipId: string, photoId: string) {
	const { db } = ctx;
	const removal = await db
		.selectFrom('photo_removal')
		.select('evidence_id')
		.where('partnership_id', '=', partnershipId)
		.where('photo_id', '=', photoId)
		.executeTakeFirst();
	if (removal) return { is: 'removed' as const };
	const photo = await db
		.selectFrom('photo')
		.select(['evidence_id', 'taken_by', 'sha256'])
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', photoId)
		.executeTakeFirst();
	return photo
		? { is: 'there' as const, evidenceId: photo.evidence_id, takenBy: photo.taken_by, sha256: photo.sha256 }
		: null;
}

/** The picture of one photo, for whoever reads the piece it hangs on; null for others. As little as a list shows of it, or whole. */
export async function photoJpeg(
	ctx: Context,
	reviewId: string,
	photoId: string,
	how: 'thumbnail' | 'whole',
): Promise<Uint8Array | null> {
	const review = isId(photoId) ? await openReview(ctx, reviewId) : null;
	if (!review) return null;
	const photo = await ctx.db
		.selectFrom('photo')
		.select(how === 'thumbnail' ? ['thumbnail'] : [])
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('id', '=', photoId)
		.executeTakeFirst();
	if (!photo || how === 'thumbnail') return photo?.thumbnail ?? null;
	const chunks = await ctx.db
		.selectFrom('photo_chunk')
		.select('bytes')
		.where('partnership_id', '=', review.partnershipId)
		.where('photo_id', '=', photoId)
		.orderBy('number')
		.execute();
	return Buffer.concat(chunks.map(({ bytes }) => bytes));
}
