/** What a kind of test came to. */
export interface Tally {
	passed: number;
	failed: number;
}

/** One kind of check or test, as it is named in the summary. */
export interface Kind {
	name: string;
	/** Says what went wrong as it goes; resolves with the count either way. */
	run(): Promise<Tally>;
}

export function add(tallies: Tally[]): Tally {
	return tallies.reduce(
		(sum, tally) => ({ passed: sum.passed + tally.passed, failed: sum.failed + tally.failed }),
		{ passed: 0, failed: 0 },
	);
}

/**
 * A runner that ends badly must count as a failure even when its report is missing, says that all passed, or holds no
 * test at all.
 */
export function honest(tally: Tally | null, code: number): Tally {
	if (tally === null || tally.passed + tally.failed === 0) return { passed: 0, failed: 1 };
	return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
