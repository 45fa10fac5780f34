import { z } from 'zod';
import { id, oneOf, tick, ticks, withoutControls } from '#platform/text.ts';
import { circles } from '../access.ts';
import { measureKeys, pupilGroups } from '../measures.ts';
import { publishers } from '../said.ts';
import { yearIn, type SchoolYear } from '../year.ts';
import { columnParts, mostMappedColumns, type ColumnUse } from './mapping.ts';
import { mostOf } from './sheet.ts';

export const tooLargeWords = `This file is larger than ${mostOf.bytes / 1_000_000} MB. Download one authority’s file instead of all England’s, or take out the schools and columns that are not yours.`;

/** A year that may be left empty. */
const year = z
	.string()
	.default('')
	.transform((text, context): SchoolYear | null => {
		const found = text.trim() === '' ? null : yearIn(text);
		if (found !== null || text.trim() === '') return found;
		context.addIssue({ code: 'custom', message: 'Write the year like 2019 or 2018-19.' });
		return z.NEVER;
	});
const school = z
	.union([z.literal(''), z.uuid('Choose from the list.').toLowerCase()])
	.default('')
	.transform((chosen) => (chosen === '' ? null : chosen));

const file = z
	.object({ name: z.string(), bytes: z.number() })
	.refine(({ bytes }) => bytes > 0, 'Choose a file that is not empty.')
	.refine(({ bytes }) => bytes <= mostOf.bytes, tooLargeWords)
	// Names of files hold what they like; what cannot be shown is left out.
	.transform(({ name, bytes }) => ({ name: withoutControls(name).slice(0, 200) || 'A file', bytes }));

export const openReadingInput = z.object({ id, partnershipId: id, file, year, schoolId: school });

const columnUse = z.object({
	what: z.union([
		z.literal(''),
		oneOf(columnParts, 'Choose from the list.'),
		oneOf(measureKeys, 'Choose from the list.'),
	]),
	group: oneOf(pupilGroups, 'Choose from the list.').default('all'),
}) satisfies z.ZodType<ColumnUse>;

export const sayColumnsInput = z.object({
	partnershipId: id,
	readingId: id,
	columns: z.array(columnUse).min(1).max(mostMappedColumns),
	parts: tick,
	year,
	schoolId: school,
});

export const ofReading = z.object({ partnershipId: id, readingId: id });

export const bringInInput = z.object({
	partnershipId: id,
	readingId: id,
	/** What the comparison came to that was confirmed. */
	stamp: z.string().max(60).default(''),
	sharedWith: ticks.pipe(z.array(oneOf(circles, 'Choose who may see it.'))),
});

export const sayPublisherInput = ofReading.extend({
	publisher: oneOf(publishers, 'Say whose figures these are.'),
});

export const undoImportInput = z.object({ partnershipId: id, importId: id });
