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
		kinds: keyed(named).min(1, 'A partnership says what cannot wait.').meta({ title: 'What cannot wait' }),
		tell: z
			.array(contact)
			.min(1, 'Somebody is told.')
			.meta({ title: 'Who is told, in turn', description: 'People of the school that is reviewed.' }),
		tellAboutHead: z
			.array(contact)
			.min(1, 'Somebody is told.')
			.meta({ title: 'Who is told if it is about the headteacher' }),
		minutes: z
			.int('Give a whole number.')
			.min(1, 'At least a minute.')
			.max(120, 'At most two hours.')
			.meta({ title: 'Minutes before the next of them is told' }),
		reviewerReads: passage.meta({ title: 'What the reviewer reads then' }),
	})
	.refine(({ tellAboutHead }) => !tellAboutHead.includes('headteacher'), {
		path: ['tellAboutHead'],
		error: 'A concern about the headteacher is not told to the headteacher.',
	});
