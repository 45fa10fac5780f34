/** 0 → 'A', 25 → 'Z', 26 → 'AA'. */
export function letterAt(index: number): string {
	const last = String.fromCharCode(65 + (index % 26));
	return index < 26 ? last : letterAt(Math.floor(index / 26) - 1) + last;
}

/** The first letter that was never used, so that a dropped line's letter is not given to another. */
export function nextLetter(used: readonly string[]): string {
	let index = 0;
	while (used.includes(letterAt(index))) index += 1;
	return letterAt(index);
}
