import type { ProtocolDraft } from './protocol.ts';

/**
 * A protocol as the second format wrote it: it knew neither kinds that say what could be better, nor which are breaks, nor how
 * long a device keeps what it has sent.
 */
export function asSecond(draft: ProtocolDraft) {
	const { report, day, evidence, ...rest } = structuredClone(draft);
	const { developments, ...reported } = report;
	const { breaks: _, ...timed } = day;
	const { daysOnDevice: __, ...written } = evidence;
	const limit = developments.atMost === undefined ? {} : { developmentsAtMost: developments.atMost };
	return { ...rest, format: 2, report: { ...reported, ...limit }, day: timed, evidence: written };
}
