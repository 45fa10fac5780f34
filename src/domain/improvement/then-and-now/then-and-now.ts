import type { Urgency } from '../model.ts';

/** A finding beside that of another time. */
export interface FoundThenOrNow {
	id: string;
	/** What it is in the words of the protocol it was found by. */
	kind: string;
	seen: string;
	effect: string;
}

/** A finding of then, with what is done about it. */
export interface FoundThen extends FoundThenOrNow {
	actions: { id: string; title: string; stands: string; urgency: Urgency }[];
}

/** What was asked under one letter, and what was found; without a question what stands under no line. */
export interface Asked<F extends FoundThenOrNow = FoundThenOrNow> {
	lineId: string | null;
	letter: string;
	question: string;
	findings: F[];
}

/** A line of the review before beside the line that asks it again; one of them null where it was asked once. */
export interface ThenAndNow {
	earlier: Asked<FoundThen> | null;
	now: Asked | null;
}

/**
 * Lays what a follow-up asks and finds beside what the review it follows asked and found (CSC-12): first what is asked again, in the order
 * of then, then what is asked now alone, then what was asked then alone. What stands under no line comes last, beside each other. Lines
 * without findings stay: that nothing was found is worth knowing.
 */
export function thenAndNow(
	earlier: readonly Asked<FoundThen>[],
	now: readonly (Asked & { earlierLineId: string | null })[],
): ThenAndNow[] {
	const again = (lineId: string) => now.find((line) => line.earlierLineId === lineId) ?? null;
	const asked = <T extends Asked>(lines: readonly T[]) => lines.filter(({ lineId }) => lineId !== null);
	const rows = asked(earlier).map((line) => ({ earlier: line, now: again(line.lineId!) }));
	const taken = new Set(rows.map((row) => row.now));
	const loose = {
		earlier: earlier.find(({ lineId }) => lineId === null) ?? null,
		now: now.find(({ lineId }) => lineId === null) ?? null,
	};
	return [
		...rows.filter((row) => row.now !== null),
		...asked(now)
			.filter((line) => !taken.has(line))
			.map((line) => ({ earlier: null, now: line })),
		...rows.filter((row) => row.now === null),
		...(loose.earlier || loose.now ? [loose] : []),
	];
}
