import { expect, test } from 'vitest';
import { readForm } from './form-data.ts';

function posted(...fields: [string, string | Blob][]): FormData {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value);
	return data;
}

test('text is taken as it was typed', () => {
	expect(readForm(posted(['seen', '  two spaces \r\n'], ['empty', '']))).toEqual({
		seen: '  two spaces \r\n',
		empty: '',
	});
});

test('ticked boxes become a list, under a name that ends in [] even when there is one', () => {
	expect(readForm(posted(['who', 'a'], ['who', 'b'], ['role[]', 'x']))).toEqual({
		who: ['a', 'b'],
		role: ['x'],
	});
});

test('a field cannot reach the prototype, and files are left alone', () => {
	const form = readForm(posted(['__proto__', 'x'], ['photo', new Blob(['…'])]));
	expect(Object.getPrototypeOf(form)).toBe(Object.prototype);
	expect(Object.keys(form)).toEqual(['__proto__']);
});

test('a form of more fields than any of ours is refused before it costs anything', () => {
	const data = new FormData();
	for (let field = 0; field <= 2_000; field += 1) data.append('people', 'x');
	expect(() => readForm(data)).toThrow(RangeError);
});
