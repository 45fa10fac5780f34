import * as Y from 'yjs';

/** A place in a joint document as it is sent and kept (Yjs: a relative position). */
export type Place = Parameters<typeof Y.createRelativePositionFromJSON>[0];

/** Where a place is by now; null where it is nowhere any more, or never was. Places come from strangers. */
export function placeIn(doc: Y.Doc, place: Place): Y.AbsolutePosition | null {
	try {
		return Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(place), doc);
	} catch {
		return null;
	}
}
