import { z } from 'zod';
import { key } from '#platform/text.ts';
import { role } from './roles.ts';
import { need } from './text.ts';

/** How reviews themselves are reviewed (NFS-18, HEP-4): the same questions to both sides, and an outsider's sample. */
export const quality = z.object({
	internal: z.object({
		need: need.meta({ title: 'Do host and team say how good the review was?' }),
		form: key.meta({ title: 'The questions they answer', refers: 'forms' }),
	}),
	external: z.object({
		need: need.meta({ title: 'Does somebody from outside look at reviews?' }),
		by: role.meta({ title: 'Who' }),
		reviewsAYear: z
			.int('Give a whole number.')
			.min(0, 'At least 0.')
			.max(100, 'At most 100.')
			.meta({ title: 'How many reviews a year' }),
	}),
	postReviewMeeting: need.meta({ title: 'Is there a meeting on how the review went?' }),
});
