import { z } from 'zod';
import { role } from './roles.ts';
import { keyed, named } from './text.ts';

/** What a review may be about, where that comes from and who decides it (NFS-6, KSA-8, CEN-3). */
export const focus = z.object({
	kinds: keyed(named).min(1, 'A focus is of at least one kind.').meta({ title: 'Why a focus is chosen' }),
	sources: keyed(named).min(1, 'A focus comes from somewhere.').meta({ title: 'Where a focus comes from' }),
	decidedBy: z.array(role).min(1, 'Somebody decides it.').meta({ title: 'Who decides the focus' }),
	linesAtMost: z
		.int('Give a whole number.')
		.min(1, 'At least one.')
		.max(26, 'At most 26: they are lettered A to Z.')
		.meta({ title: 'Most lines of enquiry' }),
	lastReview: z.enum(['commented on, not reviewed again', 'starting point', 'left to the host']).meta({
		title: 'What the last review found is',
	}),
});
