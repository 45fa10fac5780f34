/** The numbers by which some things are known to have changed; what has none yet is left out. One question for all of them. */
export type ReadNumbers = (names: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** Tells when numbers move on, whichever process moved them. */
export interface Watch {
	/** Calls `tell` with the number as it is known now and whenever it is another; returns what ends it. */
	follow(name: string, tell: (number: number) => void): () => void;
	/** Asks now, since this process itself has just moved something that may be followed. */
	look(): void;
	/** Asks no more, and waits for the question under way. */
	stop(): Promise<void>;
}

interface Watched {
	number: number | undefined;
	tells: Set<(number: number) => void>;
}

/**
 * Reads the numbers of all that is followed every so many milliseconds, and nothing while nobody follows. A failure is reported
 * once, until it works again.
 *
 * @param restMs how long nothing is asked after a question, however much moves: what many move at once is told at once
 */
export function startWatch(
	read: ReadNumbers,
	{ everyMs, restMs = 0 }: { everyMs: number; restMs?: number },
	failed: (error: unknown) => void = () => {},
): Watch {
	const watched = new Map<string, Watched>();
	let timer: NodeJS.Timeout | undefined;
	let underWay: Promise<void> | undefined;
	let stopped = false;
	let works = true;
	/** Something moved while the numbers were being read, or just after: they are read again as soon as may be. */
	let behind = false;
	let restedAt = 0;

	async function look() {
		try {
			const numbers = await read([...watched.keys()]);
			works = true;
			for (const [name, one] of watched) tellOf(one, numbers.get(name) ?? 0);
		} catch (error) {
			if (works) failed(error);
			works = false;
		}
	}
	function tellOf(one: Watched, number: number) {
		if (number === one.number) return;
		one.number = number;
		for (const tell of one.tells) tell(number);
	}
	function begin() {
		clearTimeout(timer);
		timer = undefined;
		behind = false;
		restedAt = performance.now() + restMs;
		underWay = look().finally(() => {
			underWay = undefined;
			if (behind) soon();
			else arm();
		});
	}
	function arm() {
		if (!stopped && watched.size > 0 && !underWay) timer ??= setTimeout(begin, everyMs).unref();
	}
	function soon() {
		if (stopped) return;
		behind = true;
		if (underWay) return;
		const rest = restedAt - performance.now();
		if (rest <= 0) return begin();
		clearTimeout(timer);
		timer = setTimeout(begin, rest).unref();
	}

	return {
		follow(name, tell) {
			const one = watched.get(name) ?? { number: undefined, tells: new Set() };
			watched.set(name, one);
			one.tells.add(tell);
			if (one.number !== undefined) tell(one.number);
			arm();
			return () => {
				one.tells.delete(tell);
				if (one.tells.size === 0 && watched.get(name) === one) watched.delete(name);
			};
		},
		look() {
			if (watched.size > 0) soon();
		},
		async stop() {
			stopped = true;
			clearTimeout(timer);
			await underWay;
		},
	};
}
