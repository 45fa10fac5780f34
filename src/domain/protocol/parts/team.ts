import { z } from 'zod';
import { line, need } from './text.ts';

/** What a rule of team building looks at. Whether it binds or is only wished for is `weight`. */
export const teamRules = [
	'contrast with the host',
	'not competing for pupils',
	'expertise in the focus',
	'new with experienced',
	'no immediate return visit',
	'same team again',
	'release limit',
] as const;

/**
 * Who reviews. `headteachers.least` counts the host's own head where `countingHost` is 'with the host'. Members of the
 * team are all who review: headteachers, a facilitator, experts; champions stand beside it.
 */
export const team = z.object({
	size: z
		.object({ least: z.int().min(1).max(20), most: z.int().min(1).max(20) })
		.refine(({ least, most }) => least <= most, {
			path: ['most'],
			error: 'A team cannot have fewer at most than at least.',
		}),
	headteachers: z.object({
		least: z.int().min(0).max(20),
		counted: z.enum(['with the host', 'without the host']),
	}),
	facilitator: need,
	champion: need,
	expert: need,
	pairingWithHostStaff: z.enum(['never', 'where possible', 'always']),
	rules: z
		.array(z.object({ rule: z.enum(teamRules), weight: z.enum(['must', 'prefer']), words: line }))
		.max(20),
	setAside: z.array(line).max(5),
});
