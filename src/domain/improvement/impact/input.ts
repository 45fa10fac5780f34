import { z } from 'zod';
import { day, id, optionalLine, prose, version } from '#platform/text.ts';
import { beginsWithFigure } from './impact.ts';

/** A figure before and a figure now, what they are of and where they are from. */
export const figures = {
	measure: optionalLine(200),
	before: optionalLine(60),
	now: optionalLine(60),
	source: optionalLine(200),
};

const told = {
	/** Which headings there are says the protocol. */
	heading: z.string().max(60).default(''),
	actionId: z.literal('').or(id).default(''),
	words: prose('Say what is different now.', 5000),
	pupils: optionalLine(120),
	...figures,
	/** The day of the inspection of which it is a line (CSC-31). */
	inspectedOn: z.literal('').or(day('Give the day of the inspection.')).default(''),
};

/** A measure is whole or not there: what was counted, a figure before and a figure now (CSC-29). */
export const wholeMeasure = <T extends z.ZodType<{ measure: string; before: string; now: string }>>(
	form: T,
) =>
	form.superRefine(({ measure, before, now }, check) => {
		if (measure + before + now === '') return;
		const refuse = (path: string, message: string) =>
			check.addIssue({ code: 'custom', path: [path], message });
		if (measure === '') refuse('measure', 'Say what was counted or compared.');
		if (!beginsWithFigure(before)) refuse('before', 'Begin with the figure before, such as 61%.');
		if (!beginsWithFigure(now)) refuse('now', 'Begin with the figure now, such as 70%.');
	});

export const tellImpactInput = wholeMeasure(z.object({ id, reviewId: id, ...told }));
export const changeImpactInput = wholeMeasure(z.object({ reviewId: id, impactId: id, version, ...told }));
/** What an update says is told as impact as it stands: nothing is typed again. */
export const tellUpdateInput = z.object({
	reviewId: id,
	actionId: id,
	updateId: id,
	heading: told.heading,
	pupils: told.pupils,
});
export const takeBackImpactInput = z.object({ reviewId: id, impactId: id });

export type TellingOfImpact = Omit<z.output<typeof tellImpactInput>, 'id' | 'reviewId'>;
