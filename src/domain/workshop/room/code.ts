/** Letters and digits nobody takes for each other, and no vowels, so that no code is a word. */
const alphabet = '23456789BCDFGHJKMNPQRTVWXYZ';
const length = 8;

/** How long a code lets phones in once it is shown, in hours. Those that are in stay in until the workshop ends. */
export const codeHours = 3;

/** A code of eight signs: 27⁸ is some 280,000 million. @param random bytes from a source of secrets, three for each sign at least */
export function codeFrom(random: Uint8Array): string {
	// What would make some letters likelier than others is left out.
	const fair = [...random].filter((byte) => byte < alphabet.length * Math.floor(256 / alphabet.length));
	if (fair.length < length) throw new Error('Too few random bytes for a code');
	return fair
		.slice(0, length)
		.map((byte) => alphabet[byte % alphabet.length])
		.join('');
}

/** A code as somebody typed it: in small letters, with spaces or hyphens. Null where it can be none. */
export function codeIn(text: string): string | null {
	const code = text.toUpperCase().replaceAll(/[\s-]/g, '');
	return code.length === length && [...code].every((sign) => alphabet.includes(sign)) ? code : null;
}

/** As it is read out: 'KTPX 4M7W'. */
export const spacedCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;
