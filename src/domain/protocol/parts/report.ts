import { z } from 'zod';
import { key } from '#platform/text.ts';
import { avoids } from './avoids.ts';
import { celebrations, developments } from './balance.ts';
import { role } from './roles.ts';
import { keyed, line, named, need } from './text.ts';

/** `inGroups` says whether a group that adapts the protocol may leave the heading out (CSC-14). */
const heading = named.extend({
	guidance: line.meta({ title: 'What belongs here' }),
	kinds: z.array(key).max(10).meta({
		title: 'Filled from findings of these kinds',
		description: 'None: the team writes freely here.',
		refers: 'kinds of evidence',
	}),
	inGroups: z
		.enum(['kept', 'may be left out'])
		.default('kept')
		.meta({ title: 'When a group adapts the protocol, it is' }),
});

/** What is added after the signatures and reopens nothing. */
const remark = named.extend({
	by: z.enum(['team', 'host']).meta({ title: 'Added by', words: { team: 'The team', host: 'The host' } }),
	need: need
		.exclude(['never'])
		.meta({ title: 'Is it asked for?', words: { may: 'If wanted', must: 'Always' } }),
});

/**
 * The written report (NFS-10); whether and when there is one is a matter of the stages. Each heading is filled from findings
 * of the kinds it names; one that names none is written freely. `signedBy` are the roles whose every holder signs. What is said of
 * fewer people than `numbersFrom` may tell who they are.
 * Nothing in a protocol is null: in a merge patch null takes away.
 */
export const report = z.object({
	writtenBy: z.enum(['team', 'host']).meta({
		title: 'Who writes the report',
		words: { team: 'The team', host: 'The host, after spoken feedback' },
	}),
	signedBy: z.array(role).min(1, 'Somebody signs the report.').meta({ title: 'Who signs it' }),
	headings: keyed(heading)
		.min(1, 'A report has at least one heading.')
		.meta({ title: 'Headings', one: 'a heading' }),
	celebrations: celebrations.meta({ title: 'What is celebrated' }),
	developments: developments.meta({ title: 'Areas for development' }),
	avoids: avoids.meta({ title: 'Words it avoids', one: 'words to avoid' }),
	wordsAtMost: z
		.int('Give a whole number.')
		.min(100, 'At least 100.')
		.max(50_000, 'At most 50000.')
		.optional()
		.meta({ title: 'Most words in one report', description: 'Leave it empty for no limit.' }),
	numbersFrom: z.int('Give a whole number.').min(1, 'At least 1.').max(100, 'At most 100.').meta({
		title: 'Fewest people a number is given of',
		description: 'A number of fewer pupils or staff may show who they are. With 1, any number is given.',
	}),
	remarks: keyed(remark).meta({ title: 'What is added afterwards' }),
});
