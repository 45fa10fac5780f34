import { z } from 'zod';
import { role } from './roles.ts';
import { key, keyed, line, named, need } from './text.ts';

const heading = named.extend({ guidance: line, kinds: z.array(key).max(10) });

/** What is added after the signatures and reopens nothing. */
const remark = named.extend({ by: z.enum(['team', 'host']), need });

/**
 * The written report (NFS-10). Each heading is filled from findings of the kinds it names; one that names none is written
 * freely. `signedBy` are the roles whose every holder signs; `developmentsAtMost` null sets no limit (KSA-15).
 */
export const report = z.object({
	need,
	writtenBy: z.enum(['team', 'host']),
	signedBy: z.array(role).min(1, 'Somebody signs the report.'),
	headings: keyed(heading).min(1, 'A report has at least one heading.'),
	remarks: keyed(remark),
	developmentsAtMost: z.int().min(1).max(50).nullable(),
});
