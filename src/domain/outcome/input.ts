import { z } from 'zod';
import { id, oneOf, optionalLine, optionalProse, ticks } from '#platform/text.ts';
import { kindOf, measureKeys, pupilGroups, ranges } from './measures.ts';
import { circles } from './access.ts';
import { yearIn } from './year.ts';

const number = /^-?\d{1,3}([.,]\d{1,2})?%?$/;

/** One figure for one year, with what the school says of it (CEN-7). `sharedWith` names who may see it besides its staff. */
export const enterMeasureInput = z
	.object({
		id,
		partnershipId: id,
		schoolId: id,
		measure: oneOf(measureKeys, 'Choose what the figure measures.'),
		pupilGroup: oneOf(pupilGroups, 'Choose which pupils it is about.').default('all'),
		year: z.string({ error: 'Give the year.' }).transform((text, context) => {
			const year = yearIn(text);
			if (year && year >= '1990') return year;
			context.addIssue({ code: 'custom', message: 'Write the year like 2017 or 2016-17.' });
			return z.NEVER;
		}),
		value: z
			.string({ error: 'Give the figure.' })
			.trim()
			.regex(number, 'Write the figure as a number, like 72 or 72.5.')
			.transform((text) => Number.parseFloat(text.replace(',', '.'))),
		pupils: z
			.union([
				z.literal(''),
				z.string().regex(/^\d{1,4}$/, 'Write how many pupils as a whole number, or leave it empty.'),
			])
			.default('')
			.transform((text) => (text === '' ? null : Number(text))),
		comment: optionalProse(2_000),
		source: optionalLine(200),
		sharedWith: ticks.pipe(z.array(oneOf(circles, 'Choose who may see it.'))),
	})
	.superRefine(({ measure, value }, context) => {
		const [least, most] = ranges[kindOf(measure).unit];
		if (value < least || value > most)
			context.addIssue({
				code: 'custom',
				path: ['value'],
				message: `This figure lies between ${least} and ${most}.`,
			});
	});
