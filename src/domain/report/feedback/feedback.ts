import type { Protocol } from '#domain/protocol/schema.ts';

/** Who hears the team at the end of the day: the host's head with senior leaders, and all staff (NFS-9). */
export const hearers = ['head', 'staff'] as const;
export type Hearers = (typeof hearers)[number];

/** Whom the team speaks to, and how it speaks to them. */
export const speaking: Record<Hearers, { to: string; how: string }> = {
	head: {
		to: 'To the headteacher and senior leaders',
		how: 'Strengths first. No teacher is given feedback on themselves, and nobody is named.',
	},
	staff: {
		to: 'To all staff',
		how: 'To celebrate with them what you saw. No individual teacher is spoken about, and nobody is named.',
	},
};

/** Those this partnership's day has the team speak to; all staff only where a part of it is for them (KSA-9). */
export const hearersOf = ({ day }: Pick<Protocol, 'day'>): Hearers[] =>
	hearers.filter((one) => one !== 'staff' || day.blocks.some((block) => block.for === 'all staff'));

/** A finding as it may be spoken of. */
export interface Speakable {
	id: string;
	kind: string;
	letter: string | null;
	/** All it rests on lies outside the focus. */
	outsideFocus: boolean;
}

/** What the team settled for one circle of hearers: findings said, in order, and left out. */
export interface Settled {
	said: readonly string[];
	leftOut: readonly string[];
}

export type Spoken<F> = F & {
	said: boolean;
	/** Written since the team last settled what is said. */
	isNew: boolean;
};

/**
 * The findings in the order in which they are spoken of, each with whether it is said. By itself that is line by line, strengths
 * first, then areas for development, then the rest; all of it to the leaders, and what is to be celebrated to all staff. What
 * lies outside the focus is said where the team chooses to (CSC-26). What the team settled goes before.
 */
export function inSpeakingOrder<F extends Speakable>(
	to: Hearers,
	protocol: Pick<Protocol, 'report'>,
	findings: readonly F[],
	settled: Settled | null,
): Spoken<F>[] {
	const place = placeOf(protocol);
	const byItself = (finding: F) => !finding.outsideFocus && (to === 'head' || place(finding.kind) === 0);
	const spoken = findings
		.map((finding) => {
			const wasSaid = settled?.said.includes(finding.id) ?? false;
			const isNew = settled !== null && !wasSaid && !settled.leftOut.includes(finding.id);
			return { ...finding, isNew, said: wasSaid || ((settled === null || isNew) && byItself(finding)) };
		})
		.sort((one, other) => byLine(one, other) || place(one.kind) - place(other.kind));
	const settledOrder = [...(settled?.said ?? [])];
	const rank = ({ id }: F) => (settledOrder.includes(id) ? settledOrder.indexOf(id) : settledOrder.length);
	return spoken.sort((one, other) => rank(one) - rank(other));
}

/**
 * The same order after one of those said has been moved before the one said ahead of it, or after the next.
 *
 * @param order ids as they stand, said or not
 */
export function moved(
	order: readonly string[],
	said: readonly string[],
	move: { id: string; to: 'earlier' | 'later' } | null,
): string[] {
	const spoken = order.filter((id) => said.includes(id));
	if (!move) return spoken;
	const from = spoken.indexOf(move.id);
	const to = move.to === 'earlier' ? from - 1 : from + 1;
	if (from < 0 || to < 0 || to >= spoken.length) return spoken;
	[spoken[from], spoken[to]] = [spoken[to]!, spoken[from]!];
	return spoken;
}

/** 0 for strengths, 1 for what could be better, 2 for the rest. */
function placeOf({ report }: Pick<Protocol, 'report'>): (kind: string) => 0 | 1 | 2 {
	return (kind) =>
		report.celebrations.kinds.includes(kind) ? 0 : report.developments.kinds.includes(kind) ? 1 : 2;
}

/** Strengths stand under the first heading of the report that is filled from what celebrates (KSA-15). */
export const strengthsHeading = ({ headings, celebrations }: Protocol['report']) =>
	headings.find(({ kinds }) => kinds.some((kind) => celebrations.kinds.includes(kind)));

/** By letter, A before B before AA; what answers no line comes last. */
function byLine({ letter: one }: Speakable, { letter: other }: Speakable): number {
	if (one === other) return 0;
	if (one === null) return 1;
	if (other === null) return -1;
	return one.length - other.length || one.localeCompare(other);
}
