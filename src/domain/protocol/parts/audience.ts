import { z } from 'zod';
import { passage } from './text.ts';

/**
 * Circles of readers. `team` reviews; `champion` runs the workshop; `host` is the head (or heads) of the school reviewed,
 * `staff` its staff, `governors` its governors; `group` are the heads of the host's group; `heads` all heads of the
 * partnership and `partnership` everyone who stands in it; `partner` the outside partner; `link` who holds an expiring link.
 */
export const audiences = [
	'team',
	'champion',
	'host',
	'staff',
	'governors',
	'group',
	'heads',
	'partnership',
	'partner',
	'link',
] as const;
export const audienceName = z.enum(audiences);
export type Audience = z.infer<typeof audienceName>;

/**
 * What is read: the plan of a review (focus, lines, timetable); evidence; findings and report while the team writes them
 * (`draft`); findings and report once published; the workshop's outcome; actions with their progress; the look-back; the
 * documents of the cycle (which schools are reviewed when, by whom, and what is done).
 */
export const things = [
	'plan',
	'evidence',
	'findings',
	'draft',
	'report',
	'workshop',
	'actions',
	'look-back',
	'cycle',
] as const;
export type Thing = (typeof things)[number];

/**
 * Read by `floor` without asking; opened by the host head to anyone of `ceiling`, to nobody beyond. `countedBy` may see it
 * counted among other schools' without reading it.
 */
const bounds = z
	.object({
		floor: z.array(audienceName).min(1, 'Somebody can read it.'),
		ceiling: z.array(audienceName),
		countedBy: z.array(audienceName).default([]),
	})
	.refine(({ floor, ceiling }) => floor.every((one) => ceiling.includes(one)), {
		path: ['ceiling'],
		error: 'Whoever reads it without asking belongs to those it may be opened to.',
	});

/** `statement` is what reviewers agree to before they see anything; `limits` says plainly where confidentiality ends. */
export const audience = z.object({
	things: z.record(z.enum(things), bounds),
	confidentiality: z.object({ statement: passage, limits: passage }),
});
