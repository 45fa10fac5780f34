import { paperJpeg } from '#domain/workshop/paper/queries.server.ts';
import { asPicture } from '../../../../../../../as-picture.ts';
import { notThere } from '../../../../../../../refusals.ts';
import type { RequestHandler } from './$types';

/** A photo of what was written on paper, to whoever runs the workshop. */
export const GET: RequestHandler = async ({ locals, params: { review, room, paper } }) =>
	asPicture((await locals.within((ctx) => paperJpeg(ctx, review, room, paper))) ?? notThere());
