import { z } from 'zod';
import { role } from './roles.ts';
import { key, need } from './text.ts';

/** How reviews themselves are reviewed (NFS-18, HEP-4): the same questions to both sides, and an outsider's sample. */
export const quality = z.object({
	internal: z.object({ need, form: key }),
	external: z.object({ need, by: role, reviewsAYear: z.int().min(0).max(100) }),
	postReviewMeeting: need,
});
