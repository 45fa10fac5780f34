import { z } from 'zod';
import { keyed, named, passage } from './text.ts';

const contact = z.enum([
	'headteacher',
	'deputy headteacher',
	'designated safeguarding lead',
	'chair of governors',
	'designated contact',
]);

/**
 * Who is told at once of something that cannot wait (CSC-5): in turn, `minutes` apart, until somebody acknowledges; and who
 * where it is about the headteacher. The product rings the bell; it keeps no account of what was seen.
 */
export const concerns = z
	.object({
		kinds: keyed(named).min(1),
		tell: z.array(contact).min(1, 'Somebody is told.'),
		tellAboutHead: z.array(contact).min(1, 'Somebody is told.'),
		minutes: z.int().min(1).max(120),
		reviewerReads: passage,
	})
	.refine(({ tellAboutHead }) => !tellAboutHead.includes('headteacher'), {
		path: ['tellAboutHead'],
		error: 'A concern about the headteacher is not told to the headteacher.',
	});
