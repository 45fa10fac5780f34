import { z } from 'zod';
import { id, line, version } from '#platform/text.ts';

/** A preset becomes the partnership's next protocol version; `id` is its id, `version` the number of the one in force as the form showed it. */
export const publishPresetInput = z.object({
	id,
	partnershipId: id,
	version,
	preset: line('Choose one of the protocols listed.'),
});
