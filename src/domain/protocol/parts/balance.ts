import { z } from 'zod';
import { key } from '#platform/text.ts';

/**
 * Findings of which kinds say what could be better: every partnership has its own word for them. Their number may be limited
 * (KSA-15), and the next review of the host begins with what came of them (NFS-16). No kinds: no finding is held to either.
 */
export const developments = z
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
 * Findings of which kinds celebrate what is good; whether they come before what could be better (KSA-15), and how many there are
 * beside it (NFS-10). No kinds: nothing is held to either.
 */
export const celebrations = z
	.object({
		kinds: z.array(key).max(10).meta({
			title: 'Findings of these kinds celebrate what is good',
			refers: 'kinds of evidence',
		}),
		place: z.enum(['anywhere', 'first']).meta({
			title: 'In the report they stand',
			words: { anywhere: 'Anywhere', first: 'Before what could be better' },
		}),
		balance: z.enum(['free', 'some', 'as many']).meta({
			title: 'Beside what could be better there are',
			words: { free: 'As many as there are', some: 'At least one of them', 'as many': 'At least as many' },
		}),
	})
	.refine(({ kinds, place, balance }) => kinds.length > 0 || (place === 'anywhere' && balance === 'free'), {
		path: ['kinds'],
		error: 'Say which kinds these are, or let them stand anywhere and be as many as there are.',
	});
