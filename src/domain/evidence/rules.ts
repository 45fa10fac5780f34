import type { Protocol } from '#domain/protocol/schema.ts';
import type { Facts } from '#domain/review/facts.ts';
import { hasReached, type Stage } from '#domain/review/stage.ts';
import type { FieldErrors } from '#platform/outcome.ts';
import type { Piece } from './input.ts';
import { isKeptApart } from './model.ts';

/**
 * Why nothing can be captured, sorted or written now; null while it can. It opens once the plan stands, since some evidence,
 * such as data, is looked at before the day, and closes when the report is out.
 */
export function workClosed({
	stage,
	facts,
}: {
	stage: Stage;
	facts: Pick<Facts, 'publication' | 'closedOn'>;
}): string | null {
	if (stage === 'deferred' || stage === 'cancelled') return `The review is ${stage}: nothing is added to it.`;
	if (facts.publication)
		return 'The report is published: the evidence and findings under it stay as they are.';
	if (facts.closedOn) return 'The review is closed.';
	if (hasReached(stage, 'prepared')) return null;
	return 'This opens when host and team have met, agreed lines and timetable, and everyone on the team has agreed confidentiality.';
}

/** Why nothing that is kept apart can be shown to the host, or taken back, now; null while it can: until the review is closed. */
export function showingClosed({
	stage,
	facts,
	protocol,
}: {
	stage: Stage;
	facts: Pick<Facts, 'closedOn'>;
	protocol: Pick<Protocol, 'audience'>;
}): string | null {
	if (stage === 'deferred' || stage === 'cancelled') return `The review is ${stage}: it stays as it is.`;
	if (facts.closedOn) return 'The review is closed: what the host reads stays as it is.';
	if (!protocol.audience.things.evidence.ceiling.includes('host'))
		return 'By your protocol the host reads no evidence.';
	return null;
}

/** Why a piece stays as it is; null while it can be put differently or withdrawn. */
export const pieceClosed = (
	review: Parameters<typeof workClosed>[0],
	{ withdrawn }: { withdrawn: object | null },
): string | null =>
	workClosed(review) ??
	(withdrawn ? 'This piece is withdrawn. Record it again if it stands after all.' : null);

const longestAgo = 31 * 24 * 60 * 60;

/**
 * When a piece was written down, by the server's clock: as many seconds before it arrived as the device counted. A device that
 * counts more than a month had its clock changed meanwhile and is not believed.
 */
export const writtenAt = (arrived: Date, ago: number): Date =>
	ago > longestAgo ? arrived : new Date(arrived.getTime() - ago * 1000);

/** What the protocol and this review's plan say about a piece, a sentence by field; empty where all is well. */
export function refusals(
	piece: Piece,
	protocol: Protocol,
	plan: { lines: readonly { id: string }[]; activities: readonly { id: string }[] },
): FieldErrors {
	const fields: FieldErrors = {};
	const { kinds, sources, outsideFocus } = protocol.evidence;
	if (!sources.some(({ key }) => key === piece.source)) fields['source'] = 'Choose where this comes from.';
	if (!kinds.some(({ key }) => key === piece.kind)) fields['kind'] = 'Choose what kind of evidence it is.';
	if (piece.lineId && !plan.lines.some(({ id }) => id === piece.lineId))
		fields['lineId'] = 'This is no line of this review, or not any more. Choose another, or none.';
	if (piece.activityId && !plan.activities.some(({ id }) => id === piece.activityId)) {
		fields['activityId'] = 'This is no activity of this review, or not any more. Choose another, or none.';
	}
	if (piece.pupilWords && piece.pupilYear === '')
		fields['pupilYear'] = 'Choose the year group of the pupil who said it.';
	if (piece.outsideFocus && outsideFocus === 'not recorded') {
		fields['outsideFocus'] = 'By your protocol, what lies outside the focus is not recorded.';
	}
	if (piece.outsideFocus && piece.lineId) {
		fields['outsideFocus'] ??= 'It belongs to a line of enquiry or lies outside the focus, not both.';
	}
	return fields;
}

/** Why a finding may not rest on these pieces, by field: what lies outside the focus is kept apart there too (CSC-26). */
export function notApart(
	cited: readonly { outsideFocus: boolean }[],
	lineId: string | null,
	rules: Protocol['evidence'],
): FieldErrors {
	const apart = cited.filter((piece) => isKeptApart(piece, rules));
	if (apart.length === 0) return {};
	const fields: FieldErrors = {};
	if (apart.length < cited.length)
		fields['evidence'] =
			'What was seen outside the focus is kept apart. Let one finding rest on it, and another on the rest.';
	if (lineId) fields['lineId'] = 'What was seen outside the focus answers no line. Choose ‘No line’.';
	return fields;
}
