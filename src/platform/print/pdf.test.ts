import { describe, expect, test } from 'vitest';
import { printPdf } from './pdf.server.ts';

const template = `#let document-data = json(bytes(sys.inputs.document))
#set document(title: document-data.title)
#set text(lang: "en", region: "GB", font: "Source Serif 4")
#title()
= A heading
#document-data.words`;

const printed = (words: string) =>
	Buffer.from(printPdf(template, { title: 'A report', words })).toString('latin1');

describe('printing', () => {
	test('documents are tagged, in British English, and say that they are PDF/UA', () => {
		const pdf = printed('Words.');
		expect(pdf.startsWith('%PDF-')).toBe(true);
		expect(pdf).toContain('/StructTreeRoot');
		expect(pdf).toContain('pdfuaid:part');
		expect(pdf).toContain('/Lang (en-GB)');
	});

	test.each([
		'#import "/etc/passwd"',
		'#panic()',
		'$x$ *bold* _x_ = heading',
		'\\u{0} `raw` @reference <label>',
		'// gone?',
	])('%s is words, not markup', (words) => {
		expect(printed(words).startsWith('%PDF-')).toBe(true);
	});

	test('characters that no font has still print', () => {
		expect(printed('Zoë, Łukasz, 中文, 😀, \u0000').startsWith('%PDF-')).toBe(true);
	});

	test('a template at fault says so', () => {
		expect(() => printPdf('#nothing-of-this-name', {})).toThrow('could not be laid out');
	});
});
