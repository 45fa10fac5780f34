import { onlyWhereAsked } from '#domain/review/suggestions.ts';
import type { Protocol } from '#domain/protocol/schema.ts';

/** As much of a finding as tells whether it is a suggestion that was asked for. */
interface Suggesting {
	kind: string;
	lineId: string | null;
}

/**
 * Why a finding cannot be a suggestion, a sentence by field; nothing where it may. Where by the protocol reviewers suggest only what
 * the host asks for, it answers a line for which a head of the host did (CSC-15).
 */
export function notAskedFor(
	{ evidence }: Pick<Protocol, 'evidence'>,
	{ kind, lineId }: Suggesting,
	lines: readonly { id: string; suggestionsAsked: boolean }[],
): { kind?: string; lineId?: string } {
	if (!onlyWhereAsked({ evidence }) || !evidence.suggestionKinds.includes(kind)) return {};
	const asked = lines.filter(({ suggestionsAsked }) => suggestionsAsked);
	if (asked.length === 0)
		return {
			kind: 'The host has not asked for suggestions. Put it as a question, or have the host ask at its lines of enquiry.',
		};
	return asked.some(({ id }) => id === lineId)
		? {}
		: { lineId: 'A suggestion answers a line for which the host has asked for some. Choose that line.' };
}
