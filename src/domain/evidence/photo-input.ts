import { z } from 'zod';
import type { ReadPicture } from '#platform/picture/read-picture.server.ts';
import { id, line } from '#platform/text.ts';
import { askDescription, longestDescription } from './photo.ts';

export const addPhotoInput = z.object({
	id,
	reviewId: id,
	evidenceId: id,
	description: line(askDescription, longestDescription),
	/** What the server made of the file that came with it, or why it made none. */
	picture: z.custom<ReadPicture>(
		(picture) => typeof picture === 'object' && picture !== null,
		'The photo itself did not arrive. Take it again.',
	),
	/** Seconds since it was taken, where a device kept it until it could be sent. */
	ago: z.number().int().min(0).default(0),
});

export const removePhotoInput = z.object({ photoId: id, evidenceId: id, reviewId: id });
