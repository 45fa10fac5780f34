import { z } from 'zod';

const count = z.int('Give a whole number.').min(1, 'At least 1.').max(40, 'At most 40.');

/**
 * How often: each school every so many half-terms, terms or years; or so many reviews in each half-term or term, for the
 * whole partnership or for each of its groups (HEP-12, KSA-2, NFS-2).
 */
const reviews = z.discriminatedUnion('kind', [
	z
		.object({
			kind: z.literal('each school'),
			every: count.meta({ title: 'Every how many' }),
			unit: z.enum(['half-terms', 'terms', 'years']).meta({ title: 'Half-terms, terms or years' }),
		})
		.meta({ title: 'Each school once in a while' }),
	z
		.object({
			kind: z.literal('slots'),
			reviews: count.meta({ title: 'How many reviews' }),
			per: z.enum(['half-term', 'term']).meta({ title: 'In each' }),
			of: z.enum(['partnership', 'group']).meta({
				title: 'Counted over',
				words: { partnership: 'The whole partnership', group: 'Each group' },
			}),
		})
		.meta({ title: 'So many reviews in each half-term or term' }),
]);

/** `headsMeet` places a heads' meeting whose date nobody has entered yet. */
export const cadence = z.object({
	reviews: reviews.meta({ title: 'How often schools are reviewed' }),
	headsMeet: z
		.object({
			every: count.meta({ title: 'Every how many' }),
			unit: z.enum(['half-terms', 'terms']).meta({ title: 'Half-terms or terms' }),
		})
		.meta({
			title: 'How often heads meet',
			description: 'Used where no date of a meeting has been entered.',
		}),
});
