/** Set while this tab acts as if it had no signal, as the demo lets people try. */
const mark = 'fresh-eyes-without-signal';

export function signalIsOff(): boolean {
	try {
		return sessionStorage.getItem(mark) !== null;
	} catch {
		// A browser that keeps nothing for us has nothing switched off: everything asks this before it sends.
		return false;
	}
}

/** Takes the signal from this tab alone, or gives it back; everything that goes by the browser's own word of it is told. */
export function switchSignal(on: boolean): void {
	if (on) sessionStorage.removeItem(mark);
	else sessionStorage.setItem(mark, 'off');
	globalThis.dispatchEvent(new Event(on ? 'online' : 'offline'));
}

/** `fetch`, which fails as without signal while that is switched off. */
export const reach = async (...asked: Parameters<typeof fetch>): Promise<Response> => {
	if (signalIsOff()) throw new TypeError('The signal is switched off.');
	return fetch(...asked);
};
