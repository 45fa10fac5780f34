import { createHash, randomBytes } from 'node:crypto';

/** A secret for one use, and the digest that is stored in its place. */
export function newToken(): { token: string; hash: string } {
	const token = randomBytes(24).toString('base64url');
	return { token, hash: hashToken(token) };
}

/** Whether text has the shape of a token; anything else is none of ours and need not be looked up. */
export const isToken = (text: string): boolean => /^[\w-]{32}$/.test(text);

/** The digest the sign-in library looks up a link by (its 'hashed' setting: SHA-256, base64url). */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('base64url');
}
