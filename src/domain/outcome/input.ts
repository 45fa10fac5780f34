import { z } from 'zod';
import { id, oneOf, optionalLine, optionalProse, ticks, version } from '#platform/text.ts';
import { kindOf, measureKeys, pupilGroups, ranges, type MeasureKey } from './measures.ts';
import { circles } from './access.ts';
import { yearIn } from './year.ts';

const number = /^-?\d{1,3}([.,]\d{1,2})?%?$/;

const figure = z
	.string({ error: 'Give the figure.' })
	.trim()
	.regex(number, 'Write the figure as a number, like 72 or 72.5.')
	.transform((text) => Number.parseFloat(text.replace(',', '.')));
const pupilCount = z
	.union([
		z.literal(''),
		z.string().regex(/^\d{1,4}$/, 'Write how many pupils as a whole number, or leave it empty.'),
	])
	.default('')
	.transform((text) => (text === '' ? null : Number(text)));
export const sharedWith = ticks.pipe(z.array(oneOf(circles, 'Choose who may see it.')));

export const isPossible = (measure: MeasureKey, value: number): boolean => {
	const [least, most] = ranges[kindOf(measure).unit];
	return value >= least && value <= most;
};
export const possibleWords = (measure: MeasureKey): string => {
	const [least, most] = ranges[kindOf(measure).unit];
	return `This figure lies between ${least} and ${most}.`;
};
/** Of a group whose size is not known a figure could not be shown. */
export const countNeeded = 'Say how many pupils, so that small numbers can be hidden.';

/** A school year as people name it, by its summer. */
export const schoolYear = z.string({ error: 'Give the year.' }).transform((text, context) => {
	const year = yearIn(text);
	if (year && year >= '1990') return year;
	context.addIssue({ code: 'custom', message: 'Write the year like 2017 or 2016-17.' });
	return z.NEVER;
});

/** One figure for one year, with what the school says of it (CEN-7). `sharedWith` names who may see it besides its staff. */
export const enterMeasureInput = z
	.object({
		id,
		partnershipId: id,
		schoolId: id,
		measure: oneOf(measureKeys, 'Choose what the figure measures.'),
		pupilGroup: oneOf(pupilGroups, 'Choose which pupils it is about.').default('all'),
		year: schoolYear,
		value: figure,
		pupils: pupilCount,
		comment: optionalProse(2_000),
		source: optionalLine(200),
		sharedWith,
	})
	.superRefine(({ measure, pupilGroup, value, pupils }, context) => {
		if (!isPossible(measure, value))
			context.addIssue({ code: 'custom', path: ['value'], message: possibleWords(measure) });
		if (pupilGroup !== 'all' && pupils === null)
			context.addIssue({ code: 'custom', path: ['pupils'], message: countNeeded });
	});

const ofSchool = { partnershipId: id, schoolId: id };

/** A figure put right: what it is now, on the version that was open. */
export const correctFigureInput = z.object({
	...ofSchool,
	figureId: id,
	version,
	value: figure,
	pupils: pupilCount,
	comment: optionalProse(2_000),
});

export const withdrawFigureInput = z.object({ ...ofSchool, figureId: id });

export const shareFiguresInput = z.object({
	...ofSchool,
	measure: oneOf(measureKeys, 'Choose what the figure measures.'),
	sharedWith,
});
