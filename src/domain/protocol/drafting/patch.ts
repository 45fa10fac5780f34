import mergePatch from 'json-merge-patch';
import { isDeepStrictEqual } from 'node:util';
import { inSeries } from '../model.ts';
import { partsInOrder, partTitles, type Part } from '../parts-in-order.ts';
import type { Protocol } from '../protocol.ts';
import type { Refusal } from '../editor/refusals.ts';

/** A JSON merge patch (RFC 7396): what is not named stays, null takes away, lists are replaced whole. */
export type Patch = Record<string, unknown>;

/** The change that makes one protocol of another; empty where they are alike. */
export const patchBetween = (base: Protocol, adapted: object): Patch =>
	(mergePatch.generate(base, adapted) as Patch | undefined) ?? {};

/** The base with the change made; whether it is still a protocol is for the schema to say. */
export const patched = (base: Protocol, patch: Patch): Record<string, unknown> =>
	mergePatch.apply(structuredClone(base), patch) as Record<string, unknown>;

/** The parts in which two protocols differ, in their order. */
export const partsChanged = (base: Protocol, adapted: Protocol): Part[] =>
	partsInOrder.filter((part) => !isDeepStrictEqual(base[part], adapted[part]));

/** The parts in which two changes of one protocol meet: both change the same place, and not to the same. */
export const partsMet = (one: Patch, other: Patch): Part[] =>
	partsInOrder.filter((part) => meet(one[part], other[part]));

function meet(one: unknown, other: unknown): boolean {
	if (one === undefined || other === undefined || isDeepStrictEqual(one, other)) return false;
	return isPatch(one) && isPatch(other) ? Object.keys(one).some((key) => meet(one[key], other[key])) : true;
}

const isPatch = (value: unknown): value is Patch =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What a group may not do to its partnership's protocol (CSC-6, CSC-14): change a part that the protocol does not leave to
 * groups, or leave out a heading of the report that every group keeps.
 */
export function beyondAdaptation(base: Protocol, adapted: Protocol): Refusal[] {
	const open: readonly string[] = base.adaptation.parts;
	const closed = partsChanged(base, adapted).filter((part) => !open.includes(part));
	const kept = base.report.headings.filter(({ inGroups }) => inGroups === 'kept');
	const gone = kept.filter(({ key }) => !adapted.report.headings.some((heading) => heading.key === key));
	return [
		...(adapted.title === base.title
			? []
			: [{ path: 'title', part: null, message: 'The protocol keeps its name in every group.' }]),
		...closed.map((part) => ({
			path: part,
			part,
			message: `‘${partTitles[part]}’ is the same in every group of the partnership.`,
		})),
		...(gone.length === 0
			? []
			: [
					{
						path: 'report.headings',
						part: 'report' as const,
						message: `Every group keeps the ${gone.length === 1 ? 'heading' : 'headings'} ${inSeries(gone.map(({ label }) => `‘${label}’`))}.`,
					},
				]),
	];
}
