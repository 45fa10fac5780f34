import type { ProtocolDraft } from './protocol.ts';

/** A protocol as the second format wrote it: it knew neither kinds that say what could be better, nor which are breaks. */
export function asSecond(draft: ProtocolDraft) {
	const { report, day, ...rest } = structuredClone(draft);
	const { developments, ...reported } = report;
	const { breaks: _, ...timed } = day;
	const limit = developments.atMost === undefined ? {} : { developmentsAtMost: developments.atMost };
	return { ...rest, format: 2, report: { ...reported, ...limit }, day: timed };
}
