import { z } from 'zod';
import { key } from '#platform/text.ts';
import { need } from './text.ts';

/** The look-back asks every school the same questions (CEN-9). `sides` says who answers them. */
export const followUp = z.object({
	lookBack: z.object({
		form: key.meta({ title: 'The questions of the look-back', refers: 'forms' }),
		sides: z
			.array(z.enum(['host', 'team']).meta({ words: { host: 'The host', team: 'One of the team' } }))
			.min(1, 'Somebody looks back.')
			.meta({ title: 'Who answers them' }),
	}),
	followUpReview: need.meta({ title: 'Does a follow-up review come after?' }),
	standingItem: need.meta({ title: 'Is what came of reviews an item of every heads’ meeting?' }),
});
