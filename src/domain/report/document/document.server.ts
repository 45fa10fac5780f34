import * as Y from 'yjs';
import type { Context } from '#platform/context.ts';
import { sectionsOf } from '../queries.server.ts';
import { type Block, blocksIn } from './blocks.ts';
import { begun } from './changes.ts';
import { logOf, logUpTo } from './queries.server.ts';

interface Review {
	partnershipId: string;
	id: string;
}

/** The joint document as its log says, with all that was deleted. */
export interface JointDocument {
	doc: Y.Doc;
	/** Of its last update; 0 where nobody has written in it yet. */
	number: number;
	/** How many updates were not yet brought together, and the bytes of all. */
	sinceState: number;
	bytes: number;
}

/** Reads the document. What was written before there was one is its beginning. */
export async function documentOf(ctx: Context, review: Review): Promise<JointDocument> {
	const log = await logOf(ctx, review);
	const updates = log?.updates ?? [begun(await sectionsOf(ctx, review))];
	return {
		doc: documentFrom(updates),
		number: log?.number ?? 0,
		sinceState: log?.sinceState ?? 0,
		bytes: updates.reduce((sum, { byteLength }) => sum + byteLength, 0),
	};
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
	doc.transact(() => {
		for (const update of updates) Y.applyUpdate(doc, update);
	});
	return doc;
}
