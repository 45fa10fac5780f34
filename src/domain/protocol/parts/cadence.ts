import { z } from 'zod';

const count = z.int().min(1).max(40);

/**
 * How often: each school every so many half-terms, terms or years; or so many reviews in each half-term or term, for the
 * whole partnership or for each of its groups (HEP-12, KSA-2, NFS-2).
 */
const reviews = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('each school'), every: count, unit: z.enum(['half-terms', 'terms', 'years']) }),
	z.object({
		kind: z.literal('slots'),
		reviews: count,
		per: z.enum(['half-term', 'term']),
		of: z.enum(['partnership', 'group']),
	}),
]);

/** `headsMeet` places a heads' meeting whose date nobody has entered yet. */
export const cadence = z.object({
	reviews,
	headsMeet: z.object({ every: count, unit: z.enum(['half-terms', 'terms']) }),
});
