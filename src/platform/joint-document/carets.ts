import type { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';
import { type Place, placeIn } from './places.ts';

/** Where somebody else is in a joint document. */
export interface Caret {
	/** The number under which they write. */
	writer: number;
	personId: string;
	name: string;
	/** As the document names places; null while they are nowhere in it. */
	caret: unknown;
}

/** Shows others' carets in the editors that share an awareness; those who are gone are taken away. */
export function showCarets(awareness: Awareness, carets: readonly Caret[]): void {
	const { states, clientID } = awareness;
	const shown = new Map(carets.filter(({ writer }) => writer !== clientID).map((one) => [one.writer, one]));
	const removed = [...states.keys()].filter((writer) => writer !== clientID && !shown.has(writer));
	for (const writer of removed) states.delete(writer);
	const added: number[] = [];
	const updated: number[] = [];
	for (const [writer, { name, personId, caret: said }] of shown) {
		const caret = isThere(awareness.doc, said) ? said : null;
		// The colour that the caret's plugin asks for is not shown.
		const state = { user: { name, number: colourOf(personId), color: '#4d5563' }, cursor: caret };
		if (JSON.stringify(states.get(writer)) === JSON.stringify(state)) continue;
		(states.has(writer) ? updated : added).push(writer);
		states.set(writer, state);
	}
	if (added.length + updated.length + removed.length > 0)
		awareness.emit('change', [{ added, updated, removed }, 'others']);
}

/** A caret that names no place would break the editors that show it. */
function isThere(doc: Doc, caret: unknown): boolean {
	const { anchor, head } = (caret ?? {}) as { anchor?: Place; head?: Place };
	return Boolean(anchor && head && placeIn(doc, anchor) && placeIn(doc, head));
}

/** As many colours as `people.css` knows. */
const colours = 6;

/** The same person has the same colour on everybody's screen; the end of an id is as good as chance. */
export const colourOf = (personId: string): number => Number.parseInt(personId.slice(-4), 16) % colours;
