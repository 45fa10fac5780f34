/** Work that the server does by itself, again and again. */
export interface Round {
	/** Begins no further one, and waits for the one under way. */
	stop(): Promise<void>;
}

/** Does `work` now and every so many seconds, never twice at once. What it throws is reported, and the next one comes. */
export function startRound(
	work: () => Promise<void>,
	report: (error: unknown) => void,
	everySeconds: number,
): Round {
	let underWay: Promise<void> | null = null;
	const go = () => {
		underWay ??= work()
			.catch(report)
			.finally(() => (underWay = null));
	};
	go();
	const timer = setInterval(go, everySeconds * 1000).unref();
	return {
		async stop() {
			clearInterval(timer);
			await underWay;
		},
	};
}
