import { z } from 'zod';
import { keyed, line, named, need } from './text.ts';

/**
 * How what is seen is written down: two columns (CSC-11), the kinds a piece of evidence can be, the sources to triangulate
 * over (NFS-19). That no pupil and no single teacher is named is the product's rule, not a setting.
 */
export const evidence = z.object({
	columns: z.object({ seen: line, soWhat: line }),
	kinds: keyed(named).min(1),
	sources: keyed(named).min(1),
	photos: need,
	outsideFocus: z.enum(['not recorded', 'kept apart', 'recorded with the rest']),
	suggestions: z.enum(['where the host asks', 'practical suggestions welcome', 'questions only']),
});
