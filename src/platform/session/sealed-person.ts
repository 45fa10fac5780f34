import { createHmac, timingSafeEqual } from 'node:crypto';
import { isId } from '../text.ts';

/**
 * A token that says who somebody is for one purpose and no other, such as stopping a kind of letter. Nothing is stored: it is
 * sealed with the installation's secret, never ends, and so must not open anything.
 */
export function sealPerson(secret: string, purpose: string, personId: string): string {
	return `${personId}.${seal(secret, purpose, personId)}`;
}

/** Whom a token names; null where its seal is not ours, or was made for another purpose. */
export function unsealPerson(secret: string, purpose: string, token: string): string | null {
	const [personId = '', given = ''] = token.split('.');
	if (!isId(personId)) return null;
	const expected = Buffer.from(seal(secret, purpose, personId));
	const found = Buffer.from(given);
	return found.length === expected.length && timingSafeEqual(found, expected) ? personId : null;
}

const seal = (secret: string, purpose: string, personId: string) =>
	createHmac('sha256', secret).update(`${purpose}:${personId}`).digest('base64url');
