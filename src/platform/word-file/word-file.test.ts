import { describe, expect, test, vi } from 'vitest';
import { readWord } from './read-word.server.ts';
import { mostOf } from './unpack.server.ts';
import { item, paragraph, run, styled, table, wordFile, wordParts, zipped } from './word-file.fixture.ts';

const said = async (file: Uint8Array) => {
	const told = await readWord(file);
	if ('because' in told) throw new Error(told.because);
	return told;
};
const because = async (file: Uint8Array) => {
	const told = await readWord(file);
	return 'because' in told ? told.because : 'it was read';
};

describe('what a Word file says', () => {
	test('headings, quotes, lists, marks and tables come out; looks, contents and what was taken out do not', async () => {
		const { blocks } = await said(
			await wordFile(
				[
					styled('Title', 'Our report'),
					styled('TOC1', 'Strengths 3'),
					styled('Heading1', 'Strengths'),
					paragraph(
						run('All ') +
							run('calm', '<w:b/><w:color w:val="FF0000"/>') +
							run(' and ') +
							run('kind', '<w:i/>'),
					),
					styled('Quote', 'I like it'),
					item('First', 0, 2),
					item('Within', 1),
					paragraph(
						`${run('Kept')}<w:del w:id="1" w:author="A">${run(' gone').replace('w:t ', 'w:delText ').replace('/w:t>', '/w:delText>')}</w:del><w:ins w:id="2" w:author="A">${run(' added')}</w:ins>`,
					),
					paragraph('  '),
					paragraph('<w:r><w:t>one</w:t><w:br/><w:t>two\u0085</w:t></w:r>'),
					table(['Seen', 'So what'], ['Books', 'They read']),
				].join(''),
			),
		);
		const plain = { is: 'paragraph', heading: null, quote: false, list: null };
		const words = (...runs: object[]) => ({ ...plain, runs });
		expect(blocks).toEqual([
			{ ...words({ words: 'Our report' }), heading: 0 },
			{ ...words({ words: 'Strengths' }), heading: 1 },
			words(
				{ words: 'All ' },
				{ words: 'calm', bold: true },
				{ words: ' and ' },
				{ words: 'kind', italic: true },
			),
			{ ...words({ words: 'I like it' }), quote: true },
			{ ...words({ words: 'First' }), list: { ordered: true, level: 0 } },
			{ ...words({ words: 'Within' }), list: { ordered: false, level: 1 } },
			words({ words: 'Kept added' }),
			words({ words: 'one\ntwo' }),
			{
				is: 'table',
				rows: [
					[[words({ words: 'Seen' })], [words({ words: 'So what' })]],
					[[words({ words: 'Books' })], [words({ words: 'They read' })]],
				],
			},
		]);
	});

	test('pictures, notes and comments are counted and left out, and nothing is fetched from anywhere', async () => {
		const fetched = vi.spyOn(globalThis, 'fetch');
		const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
		const picture =
			'<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="x1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
		const file = await wordFile(
			paragraph(
				`${run('Look')}${picture}<w:r><w:footnoteReference w:id="3"/></w:r><w:r><w:commentReference w:id="1"/></w:r><w:hyperlink r:id="x2">${run(' here')}</w:hyperlink>`,
			),
			{
				'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x1" Type="${office}/image" Target="http://127.0.0.1:9/a.png" TargetMode="External"/><Relationship Id="x2" Type="${office}/hyperlink" Target="javascript:alert(1)" TargetMode="External"/><Relationship Id="x3" Type="${office}/attachedTemplate" Target="http://127.0.0.1:9/t.dotm" TargetMode="External"/></Relationships>`,
				'word/vbaProject.bin': new Uint8Array([1, 2, 3]),
			},
		);
		expect(await said(file)).toMatchObject({
			blocks: [{ runs: [{ words: 'Look here' }] }],
			leftOut: { pictures: 1, notes: 1, comments: 1 },
		});
		expect(fetched).not.toHaveBeenCalled();
	});

	test('two hundred pages are read in a second or so', async () => {
		const page = Array.from({ length: 12 }, (_, nth) =>
			paragraph(`${nth} ${'Seen in every room. '.repeat(12)}`),
		);
		const began = performance.now();
		const { blocks } = await said(await wordFile(Array(200).fill(page.join('')).join('')));
		expect(blocks).toHaveLength(2_400);
		expect(performance.now() - began).toBeLessThan(8_000);
	});
});

describe('what is no Word file, or a hostile one, is refused with a sentence', () => {
	const body = paragraph('Words');

	test.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
		['nothing', () => new Uint8Array(), /^Choose a Word file/],
		['text', () => Buffer.from('Strengths'), /could not be read as a Word file/],
		['a PDF', () => Buffer.from('%PDF-1.7 '.repeat(50)), /could not be read as a Word file/],
		['a zip of something else', () => zipped({ 'a.txt': 'a' }), /could not be read as a Word file/],
		[
			'a spreadsheet',
			() => zipped({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<a/>' }),
			/could not be read/,
		],
		[
			'one that was cut off',
			async () => (await wordFile(body)).slice(0, -40),
			/could not be read as a Word file/,
		],
		['broken XML', () => wordFile('<w:p><w:r>'), /could not be read as a Word file|No words/],
		['no words', () => wordFile(paragraph(' ')), /No words were found/],
		[
			'one locked by a password, or by old Word',
			() => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]),
			/locked by a password/,
		],
		['more than may be sent', () => new Uint8Array(mostOf.bytes + 1), /larger than 10 MB/],
		['more paragraphs than a report has', () => wordFile(body.repeat(5_001)), /more than 5,000 paragraphs/],
	])('%s', async (_, file, sentence) => {
		expect(await because(await file())).toMatch(sentence);
	});

	test('a zip bomb, whether it says how large it is or lies, is given up before it is unpacked whole', async () => {
		const bomb = await wordFile(body, { 'word/document.xml': new Uint8Array(60_000_000).fill(32) });
		expect(bomb.byteLength).toBeLessThan(mostOf.bytes);
		const before = process.memoryUsage().rss;
		expect(await because(bomb)).toMatch(/far more in this file/);
		// The directory at its end says for each part how large it is unpacked; here it says 1000 of all.
		const lying = Buffer.from(bomb);
		for (let at = lying.indexOf('PK\u0001\u0002'); at >= 0; at = lying.indexOf('PK\u0001\u0002', at + 4))
			if (lying.readUInt32LE(at + 24) > 1_000_000) lying.writeUInt32LE(1_000, at + 24);
		expect(await because(lying)).toMatch(/could not be read/);
		expect(process.memoryUsage().rss - before).toBeLessThan(120_000_000);
		// What is not words is never unpacked: a photo may be as large as it likes.
		const withPhoto = await wordFile(body, { 'word/media/image1.png': new Uint8Array(30_000_000) });
		expect((await said(withPhoto)).blocks).toHaveLength(1);
		expect(await because(await zipped({ ...wordParts(body), ...manyFiles() }))).toMatch(
			/far more in this file/,
		);
	});

	const manyFiles = () =>
		Object.fromEntries(Array.from({ length: mostOf.files }, (_, nth) => [`word/media/${nth}.png`, '']));

	test('one whose parts are locked one by one', async () => {
		const file = Buffer.from(await wordFile(body));
		for (let at = file.indexOf('PK\u0001\u0002'); at >= 0; at = file.indexOf('PK\u0001\u0002', at + 4))
			file.writeUInt16LE(file.readUInt16LE(at + 8) | 1, at + 8);
		expect(await because(file)).toMatch(/locked by a password/);
	});

	test.each([
		['entities from elsewhere', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 'utf8'],
		['entities that grow', `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(100)}">]>`, 'utf8'],
		['the same in two bytes a character', '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">', 'utf16le'],
	] as const)('%s', async (_, doctype, encoding) => {
		const whole = wordParts(paragraph('&x;&b;'))['word/document.xml']!.replace(/^<\?xml.*?\?>/, '');
		const part = Buffer.from(`${doctype}${whole}`, encoding);
		expect(await because(await wordFile('', { 'word/document.xml': part }))).toMatch(/could not be read/);
	});

	test('a few kilobytes that take minutes to read are given up, and meanwhile the server works on', async () => {
		const file = await wordFile('<w:r/>'.repeat(3_000_000));
		let turns = 0;
		const turning = setInterval(() => (turns += 1), 50);
		expect(await readWord(file, 1_500)).toEqual({
			because: expect.stringMatching(/more in this file than can be read/),
		});
		clearInterval(turning);
		expect(turns).toBeGreaterThan(10);
	});

	test('elements thirty thousand deep', async () => {
		const deep = 30_000;
		expect(
			await because(
				await wordFile('<w:sdt><w:sdtContent>'.repeat(deep) + '</w:sdtContent></w:sdt>'.repeat(deep)),
			),
		).toMatch(/could not be read|No words/);
	});
});
