import { expect, test } from 'vitest';
import { z } from 'zod';
import { readInput } from './input.ts';
import { day, email, id, line, optionalProse, prose } from './text.ts';

/** What is kept of a posted value, or the sentence that refuses it. */
function kept(schema: z.ZodType, value: unknown): unknown {
	const read = readInput(z.object({ field: schema }), value === undefined ? {} : { field: value });
	return read.ok ? read.value.field : { refused: read.fields['field'] };
}

const strange = { refused: expect.stringContaining('cannot be shown') };

test('a line is trimmed, and asked for in the words of its field when it is empty', () => {
	const name = line('Give your name.', 20);
	expect(kept(name, '  Ada Lane ')).toBe('Ada Lane');
	for (const empty of [undefined, '', '   '])
		expect(kept(name, empty)).toEqual({ refused: 'Give your name.' });
	expect(kept(name, 'x'.repeat(21))).toEqual({ refused: 'Keep this to 20 characters.' });
});

test('markup, accents and joined signs are text like any other', () => {
	for (const text of ['<script>alert(1)</script>', 'Zoë O’Neill & daughters', '👩‍🏫'])
		expect(kept(line('?'), text)).toBe(text);
});

test.each(['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u202e'])(
	'the control character %j is refused, in lines and paragraphs',
	(character) => {
		expect(kept(line('?'), `a${character}b`)).toEqual(strange);
		expect(kept(prose('?'), `a${character}b`)).toEqual(strange);
	},
);

test.each(['a\nb', 'a\rb', 'a\r\nBcc: all@elsewhere.example', 'a\tb'])(
	'the line %j is refused: it is more than one',
	(text) => {
		expect(kept(line('?'), text)).toEqual(strange);
	},
);

test('paragraphs keep their breaks, all of one kind', () => {
	expect(kept(prose('Say what you saw.'), 'one\r\n\r\ntwo\rthree\tfour')).toBe('one\n\ntwo\nthree\tfour');
	expect(kept(prose('Say what you saw.'), ' \r\n ')).toEqual({ refused: 'Say what you saw.' });
	expect(kept(optionalProse(), undefined)).toBe('');
});

test('a megabyte of text is refused with a sentence', () => {
	expect(kept(prose('?'), 'x'.repeat(1_000_000))).toEqual({ refused: 'Keep this to 20,000 characters.' });
});

test('a day is one that exists', () => {
	expect(kept(day('?'), '2028-02-29')).toBe('2028-02-29');
	for (const wrong of [
		'2026-02-29',
		'2026-13-01',
		'3/12/2026',
		'2026-12-03T10:00',
		'0000-01-01',
		'1899-12-31',
	]) {
		expect(kept(day('?'), wrong)).toEqual({ refused: expect.stringContaining('not a date') });
	}
	expect(kept(day('Choose a day.'), '')).toEqual({ refused: 'Choose a day.' });
});

test('an email address is lower-cased; what is none, or two, is refused', () => {
	expect(kept(email('?'), ' Ada@School.Example ')).toBe('ada@school.example');
	expect(kept(email('Give an address.'), '')).toEqual({ refused: 'Give an address.' });
	for (const wrong of [
		'ada',
		'ada@',
		'a@b.example, c@d.example',
		'Ada <a@b.example>',
		'a@b.example\r\nBcc: c@d.example',
	]) {
		expect(kept(email('?'), wrong)).toEqual({ refused: expect.stringContaining('does not look like') });
	}
});

test('an id is a UUID', () => {
	expect(kept(id, '1 or 1=1')).toEqual({ refused: expect.stringContaining('lost its place') });
});
