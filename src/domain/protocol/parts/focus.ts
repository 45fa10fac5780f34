import { z } from 'zod';
import { role } from './roles.ts';
import { keyed, line, named } from './text.ts';

/** What a review may be about, where that comes from and who decides it (NFS-6, KSA-8, CEN-3). */
export const focus = z.object({
	kinds: keyed(named).min(1),
	sources: keyed(named).min(1),
	decidedBy: z.array(role).min(1),
	linesAtMost: z.int().min(1).max(26),
	lastReview: z.enum(['commented on, not reviewed again', 'starting point', 'left to the host']),
});

/** Kinds of review: a focused one, a full one, a desktop one without a visit (`days` 0). */
export const reviewKinds = keyed(named.extend({ days: z.int().min(0).max(10), about: line })).min(1);
