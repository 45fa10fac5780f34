/** What a list begins with. */
type First = 'A' | 'a';

/** 0 → 'A', 25 → 'Z', 26 → 'AA'; from 'a' on in small letters. */
export function letterAt(index: number, first: First = 'A'): string {
	const last = String.fromCharCode(first.charCodeAt(0) + (index % 26));
	return index < 26 ? last : letterAt(Math.floor(index / 26) - 1, first) + last;
}

/** The first letter that was never used, so that the letter of what was dropped is not given to another. */
export function nextLetter(used: readonly string[], first: First = 'A'): string {
	let index = 0;
	while (used.includes(letterAt(index, first))) index += 1;
	return letterAt(index, first);
}
