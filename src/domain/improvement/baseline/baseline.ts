import type { Measure } from '../impact/impact.ts';
import { type Figure, progressInWords } from './progress.ts';

/** A later figure of what a baseline measured. */
export interface Measurement extends Figure {
	id: string;
	/** What stands behind it; may be empty. */
	words: string;
	writtenBy: string;
	/** What it said before, the latest last. */
	former: (Figure & { words: string; until: string })[];
	version: number;
	/** The figures of the impact that was told of it; null where none was, or it was taken back. */
	told: Pick<Measure, 'before' | 'now'> | null;
}

/** Where pupils are after a review, by a published framework (HEP-6). */
export interface Baseline extends Figure {
	id: string;
	measure: string;
	framework: string;
	/** Which pupils, in words; empty for the whole school. */
	pupils: string;
	/** What is hoped for; may be empty. */
	hoped: string;
	writtenBy: string;
	writtenAt: string;
	/** What it said before, the latest last. */
	former: (Figure & Pick<Baseline, 'measure' | 'framework' | 'pupils' | 'hoped'> & { until: string })[];
	version: number;
	/** By day. */
	measurements: Measurement[];
}

/** More are measured of no review, and none more often. */
export const mostBaselines = 20;
export const mostMeasurements = 20;

/** How far it has come since, by the latest measurement; null before there is one. */
export function sinceBaseline(baseline: Figure & { measurements: readonly Figure[] }): string | null {
	const latest = baseline.measurements.at(-1);
	return latest ? progressInWords(baseline, latest) : null;
}

/** Whether the impact told of a measurement says other figures than stand there now. */
export const toldOtherwise = (
	baseline: Figure,
	{ figure, told }: Pick<Measurement, 'figure' | 'told'>,
): boolean => told !== null && (told.before !== baseline.figure || told.now !== figure);
