import { z } from 'zod';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import type { ReadPicture } from '#platform/picture/read-picture.server.ts';
import { id, line } from '#platform/text.ts';
import { onRoom } from '../room/opening.server.ts';
import { deletePhoto, insertPhoto } from './paper-store.server.ts';
import { photosOf } from './queries.server.ts';

const mostPhotos = 12;

const addPaperInput = z.object({
	...{ id, reviewId: id, roomId: id },
	description: line('Say in a few words what it shows.', 200),
	/** What the server made of the file that came with it, or why it made none. */
	picture: z.custom<ReadPicture>(
		(picture) => typeof picture === 'object' && picture !== null,
		'Choose a photo first.',
	),
});

/** Keeps a photo of what was written on paper (HEP-7). The same photo sent again is one. Refused after twelve, and what is no picture. */
export const addPaper = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRoom(
		ctx,
		addPaperInput,
		input,
		async ({ input: sent, of, personId }) => {
			const { picture } = sent;
			if (picture.is === 'no picture') return invalid({ picture: picture.because });
			const photos = await photosOf(ctx, of.partnershipId, of.roomId);
			if (photos.some((photo) => photo.id === sent.id)) return done(null);
			if (photos.length >= mostPhotos)
				return invalid({ picture: `A sitting keeps ${mostPhotos} photos. Remove one first.` });
			const made = await insertPhoto(ctx, of, { ...sent, picture, takenBy: personId });
			return made ? done(null) : missing;
		},
		true,
	);

/** Removes a photo for good, as where somebody's name or face is on it. */
export const removePaper = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRoom(
		ctx,
		z.object({ reviewId: id, roomId: id, photoId: id }),
		input,
		async ({ input: { photoId }, of }) => {
			await deletePhoto(ctx, of, photoId);
			return done(null);
		},
		true,
	);
