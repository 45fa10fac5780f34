/**
 * What the product is doing while it starts, and what the person who started it must know. The server in bin/ and the
 * bundled application each load this file, so what is said is kept where both find it.
 */
interface Board {
	step: string;
	lines: string[];
	listeners: Set<(step: string) => void>;
}

const key = Symbol.for('fresh-eyes.progress');
const shared = globalThis as { [key]?: Board };
const board: Board = (shared[key] ??= { step: 'Starting', lines: [], listeners: new Set() });

/** Says what is being done now, in a few words for the waiting page and the terminal: "Loading the school register". */
export function report(step: string): void {
	if (step === board.step) return;
	board.step = step;
	for (const listener of board.listeners) listener(step);
}

/** The last step reported. */
export function latest(): string {
	return board.step;
}

/** Calls `listener` at each new step. */
export function onReport(listener: (step: string) => void): void {
	board.listeners.add(listener);
}

/** Leaves a line for whoever started the server: the set-up token, the folder of unsent mail. Printed once it is ready. */
export function announce(line: string): void {
	board.lines.push(line);
}

/** Hands over the lines announced since the last call. */
export function takeAnnouncements(): string[] {
	return board.lines.splice(0);
}
