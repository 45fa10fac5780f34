import { z } from 'zod';
import { line, passage } from './text.ts';

/** What the partnership wants peer review to be, at the head of its protocol (NFS-24, CSC-5). */
export const preamble = z.object({
	vision: passage,
	purpose: passage,
	values: z.array(z.object({ name: line, means: line })).max(12),
	reviewersDo: z.array(line).max(20),
	reviewersDoNot: z.array(line).max(20),
});
