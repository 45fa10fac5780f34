import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test('after signing in, people go on to the page they were going to', () => {
	expect(ownPath('/reviews/7?line=a#notes')).toBe('/reviews/7?line=a#notes');
});

test.each([
	null,
	'',
	'home',
	'https://evil.example/',
	'//evil.example',
	'/\\evil.example',
	'\\\\evil.example',
	'/.//evil.example',
	'/a/..//evil.example',
	'/\t/evil.example',
	'/\n/evil.example',
	'javascript:alert(1)',
	'http://own.invalid@evil.example/',
])('a forged way on, %j, leads to the first page', (forged) => {
	expect(ownPath(forged)).toBe('/');
});

test.each(['/sign-in', '/sign-in/link?token=x', '/sign-out', '/set-up', '/be'])(
	'%s is no place to go on to',
	(page) => {
		expect(ownPath(page)).toBe('/');
	},
);
