import { z } from 'zod';
import { day, id, line, optionalLine, optionalProse, version } from '#platform/text.ts';
import { beginsWithFigure } from '../impact/impact.ts';

const figure = line('Give the figure.', 60).refine(
	beginsWithFigure,
	'Begin with the figure, such as 61% or 12 of 30.',
);
const measuredOn = day('Give the day it was measured.');

const baseline = {
	measure: line('Say what is measured.'),
	framework: line('Name the framework or test it is measured by.'),
	pupils: optionalLine(120),
	figure,
	measuredOn,
	hoped: optionalLine(200),
};
const measurement = { figure, measuredOn, words: optionalProse(2000) };

export const measureBaselineInput = z.object({ id, reviewId: id, ...baseline });
export const changeBaselineInput = z.object({ reviewId: id, baselineId: id, version, ...baseline });
export const takeBackBaselineInput = z.object({ reviewId: id, baselineId: id });

export const measureAgainInput = z.object({ id, reviewId: id, baselineId: id, ...measurement });
export const changeMeasurementInput = z.object({
	reviewId: id,
	baselineId: id,
	measurementId: id,
	version,
	...measurement,
});
export const takeBackMeasurementInput = z.object({ reviewId: id, baselineId: id, measurementId: id });
/** Told as impact as it stands: nothing is typed again. Which headings there are says the protocol. */
export const tellMeasurementInput = z.object({
	...{ reviewId: id, baselineId: id, measurementId: id },
	heading: z.string().max(60).default(''),
});

export type SaidOfBaseline = Omit<z.output<typeof measureBaselineInput>, 'id' | 'reviewId'>;
export type SaidOfMeasurement = Omit<z.output<typeof measureAgainInput>, 'id' | 'reviewId' | 'baselineId'>;
