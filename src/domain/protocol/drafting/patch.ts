import mergePatch from 'json-merge-patch';
import { isDeepStrictEqual } from 'node:util';
import { inSeries } from '../model.ts';
import { partsInOrder, partTitles, type Part } from '../parts-in-order.ts';
import type { Protocol } from '../protocol.ts';
import type { Refusal } from '../editor/refusals.ts';
import { carried, isRecord } from './carry.ts';

/** A JSON merge patch (RFC 7396): what is not named stays, null takes away, lists are replaced whole. */
export type Patch = Record<string, unknown>;

/** The change that makes one protocol of another; empty where they are alike. */
export const patchBetween = (base: Protocol, adapted: object): Patch =>
	(mergePatch.generate(base, adapted) as Patch | undefined) ?? {};

/** The parts in which two protocols differ, in their order. */
export const partsChanged = (base: Protocol, adapted: Protocol): Part[] =>
	partsInOrder.filter((part) => !isDeepStrictEqual(base[part], adapted[part]));

/** The parts in which two changes of one document meet: it matters which of them is carried onto the other. */
export const partsMet = (base: object, one: object, other: object): Part[] =>
	partsInOrder.filter((part) => {
		const [was, mine, theirs] = [base, one, other].map((document) => (document as Patch)[part]);
		return !isDeepStrictEqual(carried(was, mine, theirs), carried(was, theirs, mine));
	});

/**
 * What a group may not do to its partnership's protocol (CSC-6, CSC-14): change a part that the protocol does not leave to
 * groups, or leave out a heading of the report that every group keeps.
 */
export function beyondAdaptation(base: Protocol, adapted: Protocol): Refusal[] {
	const open: readonly string[] = base.adaptation.parts;
	const closed = partsChanged(base, adapted).filter((part) => !open.includes(part));
	const gone = keptButGone(base, adapted.report.headings);
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

/** A draft with one part as a group may have it: the kept headings back in their places, or, where it may change nothing, as all have it. */
export function withinAdaptation(base: Protocol, document: Patch, part: Part): Patch {
	if (part !== 'report' || !base.adaptation.parts.includes(part)) return { ...document, [part]: base[part] };
	const { report } = document;
	if (!isRecord(report) || !Array.isArray(report['headings'])) return document;
	const headings = keptButGone(base, report['headings']).reduce<unknown[]>(
		(list, heading) => list.toSpliced(base.report.headings.indexOf(heading), 0, heading),
		report['headings'],
	);
	return { ...document, report: { ...report, headings } };
}

/** The headings that every group keeps and these lack. */
const keptButGone = (base: Protocol, headings: readonly unknown[]) =>
	base.report.headings.filter(
		({ key, inGroups }) =>
			inGroups === 'kept' && !headings.some((one) => isRecord(one) && one['key'] === key),
	);
