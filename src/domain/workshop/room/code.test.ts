import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { codeFrom, codeIn, spacedCode } from './code.ts';

test('a code is eight signs that nobody takes for each other, and reads back however it is typed', () => {
	for (let nth = 0; nth < 200; nth++) {
		const code = codeFrom(randomBytes(64));
		expect(code).toMatch(/^[2-9BCDFGHJKMNPQRTVWXYZ]{8}$/);
		expect(codeIn(` ${spacedCode(code).toLowerCase().replace(' ', '-')} `)).toBe(code);
	}
});

test.each(['', 'KTPX', 'KTPX 4M7W2', 'KTPX 4M7O', '<script>', '🙂🙂🙂🙂🙂🙂🙂🙂'])(
	'%s is no code',
	(text) => {
		expect(codeIn(text)).toBeNull();
	},
);

test('every sign of a code is as likely as any other', () => {
	const counted = new Map<string, number>();
	// What would favour some signs is passed over.
	for (let byte = 0; byte < 243; byte++) {
		const [sign] = codeFrom(new Uint8Array(8).fill(byte));
		counted.set(sign!, (counted.get(sign!) ?? 0) + 1);
	}
	expect([counted.size, ...new Set(counted.values())]).toEqual([27, 9]);
	expect(() => codeFrom(new Uint8Array(8).fill(243))).toThrow();
});
