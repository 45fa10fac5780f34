import { expect, test } from 'vitest';
import { decode } from './decode.ts';

const name = 'St Thomas à Becket’s';

test('reads UTF-8 with and without a mark at the front', () => {
	expect(decode(Buffer.from(name))).toBe(name);
	expect(decode(Buffer.from(`\ufeff${name}`))).toBe(name);
});

test('reads Windows-1252', () => {
	expect(decode(Uint8Array.of(0x53, 0x74, 0x92, 0x73, 0x20, 0xe0))).toBe('St’s à');
});

test('mends a Windows-1252 apostrophe that got into UTF-8', () => {
	expect(decode(Buffer.from('St Saviour\u0092s'))).toBe('St Saviour’s');
});
