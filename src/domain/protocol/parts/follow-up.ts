import { z } from 'zod';
import { key } from '#platform/text.ts';
import { keyed, named, need } from './text.ts';

/**
 * The look-back asks every school the same questions (CEN-9). `sides` says who answers them. What a review changed is told under
 * `impactHeadings` (HEP-15); where there is none, it is told without.
 */
export const followUp = z.object({
	lookBack: z.object({
		form: key.meta({ title: 'The questions of the look-back', refers: 'forms' }),
		sides: z
			.array(z.enum(['host', 'team']).meta({ words: { host: 'The host', team: 'One of the team' } }))
			.min(1, 'Somebody looks back.')
			.meta({ title: 'Who answers them' }),
	}),
	impactHeadings: keyed(named).max(20, 'At most 20 headings.').default([]).meta({
		title: 'Headings under which impact is told',
		description: 'The same for every school, so that what reviews change can be laid side by side.',
		one: 'a heading',
	}),
	followUpReview: need.meta({ title: 'Does a follow-up review come after?' }),
	standingItem: need.meta({ title: 'Is what came of reviews an item of every heads’ meeting?' }),
});
