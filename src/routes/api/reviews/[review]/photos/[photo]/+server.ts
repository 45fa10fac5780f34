import { photoJpeg } from '#domain/evidence/photo-queries.server.ts';
import { asPicture } from '../../../../../as-picture.ts';
import { notThere } from '../../../../../refusals.ts';
import type { RequestHandler } from './$types';

/** One photo's picture, to whoever reads the piece it hangs on; with `?thumbnail` as little as a list shows of it. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const how = url.searchParams.has('thumbnail') ? 'thumbnail' : 'whole';
	const jpeg = await locals.within((ctx) => photoJpeg(ctx, params.review, params.photo, how));
	if (!jpeg) notThere();
	return asPicture(jpeg);
};
