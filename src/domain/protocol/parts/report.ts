import { z } from 'zod';
import { key } from '#platform/text.ts';
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
 * Findings of which kinds say what could be better: every partnership has its own word for them. Their number may be limited
 * (KSA-15), and the next review of the host begins with what came of them (NFS-16). No kinds: no finding is held to either.
 */
const developments = z
	.object({
		kinds: z.array(key).max(10).meta({
			title: 'Findings of these kinds say what could be better',
			description: 'The next review of the school shows them again, with what came of them.',
			refers: 'kinds of evidence',
		}),
		atMost: z
			.int('Give a whole number.')
			.min(1, 'At least 1.')
			.max(50, 'At most 50.')
			.optional()
			.meta({ title: 'Most of them in one report', description: 'Leave it empty for no limit.' }),
	})
	.refine(({ kinds, atMost }) => kinds.length > 0 || atMost === undefined, {
		path: ['atMost'],
		error: 'Say which kinds are counted, or leave this empty.',
	});

/**
 * The written report (NFS-10); whether and when there is one is a matter of the stages. Each heading is filled from findings
 * of the kinds it names; one that names none is written freely. `signedBy` are the roles whose every holder signs.
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
	developments: developments.meta({ title: 'Areas for development' }),
	remarks: keyed(remark).meta({ title: 'What is added afterwards' }),
});
