import { z } from 'zod';
import { line } from './text.ts';

/**
 * The parts people play around one review. What each is called is the partnership's own: one says facilitator, another
 * independent chair. `host` is the headteacher (or heads) of the school reviewed; `chair` the partnership's lead.
 */
export const roles = [
	'host',
	'reviewer',
	'facilitator',
	'expert',
	'champion',
	'chair',
	'administrator',
	'partner',
] as const;
export const role = z.enum(roles).meta({
	words: {
		host: 'The head of the school reviewed',
		reviewer: 'Reviewers',
		facilitator: 'The facilitator',
		expert: 'Experts who accompany the team',
		champion: 'The champion, who leads what follows',
		chair: 'Whoever leads the partnership',
		administrator: 'The administrator',
		partner: 'The outside partner',
	},
});
export type Role = z.infer<typeof role>;

export const roleWords = z.record(
	role,
	z.object({
		one: line.meta({ title: 'You call one of them' }),
		many: line.meta({ title: 'And several' }),
	}),
);

/** Those of a team who review: they accept, agree confidentiality, read the team's evidence and write. */
export const reviewingRoles = ['reviewer', 'facilitator', 'expert'] as const satisfies readonly Role[];
