import type { ProtocolDraft } from './protocol.ts';

/**
 * A protocol as the second format wrote it: it knew no kinds that say what could be better, celebrate or suggest, nor which are
 * breaks, nor how long a device keeps what it has sent, nor words, length and numbers of a report.
 */
export function asSecond(draft: ProtocolDraft) {
	const { report, day, evidence, ...rest } = structuredClone(draft);
	const {
		developments,
		celebrations: _c,
		avoids: _a,
		wordsAtMost: _w,
		numbersFrom: _n,
		...reported
	} = report;
	const { breaks: _b, ...timed } = day;
	const { daysOnDevice: _d, suggestionKinds: _s, ...written } = evidence;
	const limit = developments.atMost === undefined ? {} : { developmentsAtMost: developments.atMost };
	return { ...rest, format: 2, report: { ...reported, ...limit }, day: timed, evidence: written };
}
