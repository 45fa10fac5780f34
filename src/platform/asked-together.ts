/** Gathers what is asked at the same moment and asks it as one question. Its answers are in the order of what was asked. */
export function askedTogether<Q, A>(
	ask: (all: readonly Q[]) => Promise<readonly A[]>,
): (one: Q) => Promise<A> {
	let gathered: { all: Q[]; answers: Promise<readonly A[]> } | null = null;
	return async (one) => {
		if (!gathered) {
			const all: Q[] = [];
			const moment = new Promise<void>((resolve) => void setImmediate(resolve));
			gathered = {
				all,
				answers: moment.then(() => {
					gathered = null;
					return ask(all);
				}),
			};
		}
		const { all, answers } = gathered;
		const place = all.push(one) - 1;
		return (await answers)[place]!;
	};
}
