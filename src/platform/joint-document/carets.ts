import type { Awareness } from 'y-protocols/awareness';

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
	for (const [writer, { name, personId, caret }] of shown) {
		const state = { user: { name, color: colourOf(personId) }, cursor: caret };
		if (JSON.stringify(states.get(writer)) === JSON.stringify(state)) continue;
		(states.has(writer) ? updated : added).push(writer);
		states.set(writer, state);
	}
	if (added.length + updated.length + removed.length > 0)
		awareness.emit('change', [{ added, updated, removed }, 'others']);
}

/** Each of them 4.5:1 under white, and 3:1 on paper and in the dark. */
const colours = ['#9a4a0a', '#22603f', '#2a4d79', '#8a2452', '#5b4396', '#1d6470'];

/** The same person has the same colour on everybody's screen. */
export const colourOf = (personId: string): string =>
	colours[Number.parseInt(personId.slice(-4), 16) % colours.length] ?? colours[0]!;
