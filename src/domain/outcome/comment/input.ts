import { z } from 'zod';
import { id, oneOf, optionalProse, version } from '#platform/text.ts';
import { measureKeys } from '../measures.ts';
import { schoolYear, sharedWith } from '../input.ts';

/** What a school says of a year; empty words take back what it said. */
export const sayOfYearInput = z
	.object({
		partnershipId: id,
		schoolId: id,
		measure: oneOf(measureKeys, 'Choose what it is about.'),
		year: schoolYear,
		version,
		words: optionalProse(2_000),
		sharedWith,
	})
	.refine(({ version: before, words }) => before > 0 || words !== '', {
		path: ['words'],
		error: 'Say what there is to know of that year.',
	});
