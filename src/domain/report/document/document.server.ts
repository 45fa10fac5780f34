import * as Y from 'yjs';
import type { Context } from '#platform/context.ts';
import { sectionsOf } from '../queries.server.ts';
import { type Block, blocksIn } from './blocks.ts';
import { begun } from './changes.ts';
import { takeKnown } from './last-known.ts';
import { logOf, logUpTo } from './queries.server.ts';
import { mostAtOnce } from './turn.server.ts';

interface Review {
	partnershipId: string;
	id: string;
}

/** The joint document as its log says, with all that was deleted. */
export interface JointDocument {
	doc: Y.Doc;
	/** Of its last update; 0 where nobody has written in it yet. */
	number: number;
	/** Of all updates in it. */
	bytes: number;
}

/** Reads the document. What was written before there was one is its beginning. */
export async function documentOf(ctx: Context, review: Review): Promise<JointDocument> {
	const log = await logOf(ctx, review);
	const updates = log?.updates ?? [begun(await sectionsOf(ctx, review))];
	return {
		doc: documentFrom(updates),
		number: log?.number ?? 0,
		bytes: bytesOf(updates),
	};
}

/**
 * The document as this process remembers it, for whoever has the turn and is about to add to it; null where the log does not bear it
 * out. Its row of that number holds the very bytes that were added last, so all before them is the same as well.
 */
export function rememberedDocument(
	reviewId: string,
	{ from, updates }: { from: number; updates: readonly Uint8Array[] },
): JointDocument | null {
	const last = takeKnown(reviewId);
	if (!last || last.number < from || updates.length >= mostAtOnce) return null;
	const [confirmed, ...since] = updates.slice(last.number - from);
	if (!confirmed || !Buffer.from(last.update).equals(confirmed)) return null;
	bringIn(last.doc, since);
	return { doc: last.doc, number: last.number + since.length, bytes: last.bytes + bytesOf(since) };
}

/** The document as it was at a number. */
export const documentAt = async (ctx: Context, review: Review, number: number): Promise<Y.Doc> =>
	documentFrom(await logUpTo(ctx, review, number));

/** What stands under each heading that has something. */
export function partsOf(doc: Y.Doc, headings: readonly string[]): Map<string, Block[]> {
	return new Map(headings.map((heading) => [heading, blocksIn(doc.getXmlFragment(heading))]));
}

function documentFrom(updates: readonly Uint8Array[]): Y.Doc {
	const doc = new Y.Doc({ gc: false });
	bringIn(doc, updates);
	return doc;
}

const bringIn = (doc: Y.Doc, updates: readonly Uint8Array[]): void =>
	doc.transact(() => {
		for (const update of updates) Y.applyUpdate(doc, update);
	});

const bytesOf = (updates: readonly Uint8Array[]): number =>
	updates.reduce((sum, { byteLength }) => sum + byteLength, 0);
