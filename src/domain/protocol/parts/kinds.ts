import { z } from 'zod';
import { teamNeeds } from './team.ts';
import { key } from '#platform/text.ts';
import { keyed, line, named } from './text.ts';

/**
 * Kinds of review (CEN-3, KSA-11, CSC-10, NFS-22): each is the protocol with some stages left out and, where it says so,
 * other people. `days` is how long it usually takes; 0 is a desktop review without a visit. `begins` from scratch or from
 * what an earlier review found. Where it says a `term`, every school has one of this kind in that term of each school year: an
 * autumn visit and a summer return, say (CSC-12, CSC-24).
 */
const reviewKind = named.extend({
	about: line.meta({ title: 'What it is, in a sentence' }),
	days: z
		.int('Give a whole number.')
		.min(0, 'At least 0.')
		.max(10, 'At most 10.')
		.meta({ title: 'Days in the school', description: '0 is a review of data with no visit.' }),
	begins: z.enum(['afresh', 'from an earlier review']).meta({
		title: 'It begins',
		words: { afresh: 'Afresh', 'from an earlier review': 'From an earlier review' },
	}),
	term: z.int('Give a whole number.').min(1, 'At least 1.').max(6, 'At most 6.').optional().meta({
		title: 'Term of the school year in which every school has one',
		description: '1 is the first. Leave it empty where a school has one at any time.',
	}),
	without: z.array(key).meta({ title: 'Stages this kind does without', refers: 'stages' }),
	team: teamNeeds
		.optional()
		.meta({ title: 'Its own rules on who reviews', description: 'Left out, those of every review hold.' }),
});

export const reviewKinds = keyed(reviewKind).min(1, 'There is at least one kind of review.');
