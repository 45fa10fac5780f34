import { z } from 'zod';
import { id, optionalLine, prose, version } from '#platform/text.ts';
import { beginsWithFigure } from './impact.ts';

const told = {
	/** Which headings there are says the protocol. */
	heading: z.string().max(60).default(''),
	actionId: z.literal('').or(id).default(''),
	words: prose('Say what is different now.', 5000),
	pupils: optionalLine(120),
	measure: optionalLine(200),
	before: optionalLine(60),
	now: optionalLine(60),
};

/** A measure is whole or not there: what was counted, a figure before and a figure now (CSC-29). */
const whole = <T extends z.ZodType<{ measure: string; before: string; now: string }>>(form: T) =>
	form.superRefine(({ measure, before, now }, check) => {
		if (measure + before + now === '') return;
		const refuse = (path: string, message: string) =>
			check.addIssue({ code: 'custom', path: [path], message });
		if (measure === '') refuse('measure', 'Say what was counted or compared.');
		if (!beginsWithFigure(before)) refuse('before', 'Begin with the figure before, such as 61%.');
		if (!beginsWithFigure(now)) refuse('now', 'Begin with the figure now, such as 70%.');
	});

export const tellImpactInput = whole(z.object({ id, reviewId: id, ...told }));
export const changeImpactInput = whole(z.object({ reviewId: id, impactId: id, version, ...told }));
export const takeBackImpactInput = z.object({ reviewId: id, impactId: id });

export type TellingOfImpact = Omit<z.output<typeof tellImpactInput>, 'id' | 'reviewId'>;
