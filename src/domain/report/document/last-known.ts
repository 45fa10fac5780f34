import type * as Y from 'yjs';

/** A joint document as this process left it, and the update it added to it last. */
export interface LastKnown {
	doc: Y.Doc;
	number: number;
	update: Uint8Array;
	/** Of all updates in it. */
	bytes: number;
}

/** How much is remembered. A document in memory takes about ten times its bytes. */
const most = { documents: 50, bytes: 16_000_000 } as const;

/**
 * Remembers documents so that whoever adds the next update need not build them anew. It is a guess and nothing rests on it: the
 * update may have been rolled back since, or another process may have gone on. The log tells (`rememberedDocument`).
 */
const known = new Map<string, LastKnown | Taken>();

/** One that somebody has just taken to go on with: whoever comes next asks for the log from there, too. */
type Taken = { number: number; bytes: 0; doc: null };

/** Up to which number a document is remembered; 0 where it is not. It may be another when the turn comes. */
export const knownUpTo = (reviewId: string): number => known.get(reviewId)?.number ?? 0;

/** Gives what is remembered away: whoever has it changes it. */
export function takeKnown(reviewId: string): LastKnown | null {
	const last = known.get(reviewId);
	if (!last?.doc) return null;
	remember(reviewId, { number: last.number, bytes: 0, doc: null });
	return last;
}

/** Remembers a document; those that nobody wrote in for longest are forgotten. */
export function remember(reviewId: string, last: LastKnown | Taken): void {
	known.delete(reviewId);
	known.set(reviewId, last);
	let bytes = [...known.values()].reduce((sum, one) => sum + one.bytes, 0);
	for (const [oldest, one] of known) {
		if (known.size <= most.documents && bytes <= most.bytes) break;
		known.delete(oldest);
		bytes -= one.bytes;
	}
}
