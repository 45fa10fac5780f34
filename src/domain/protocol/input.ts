import { z } from 'zod';
import { id, line } from '#platform/text.ts';

/** A preset becomes the partnership's next protocol version; `id` is the version's, made by the sender. */
export const publishPresetInput = z.object({
	id,
	partnershipId: id,
	preset: line('Choose one of the protocols listed.'),
});
