import JSZip from 'jszip';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { paperAsPdf, paperOnSides } from './paper-as-pdf.server.ts';
import { paperAsWord } from './paper-as-word.server.ts';
import { everything } from './paper.fixture.ts';
import { paragraphs } from './paper.ts';
import { readPdf, tagsOf } from './read-pdf.fixture.ts';

describe('a paper as PDF', () => {
	test('has its language, its title in the window, and bookmarks as deep as its headings', async () => {
		const pdf = await readPdf(paperAsPdf(everything));
		expect(pdf).toMatchObject({
			title: everything.title,
			showsTitle: true,
			language: 'en-GB',
			isTagged: true,
			bookmarks: [
				{ title: 'Strengths', items: [{ title: 'In the early years' }] },
				{ title: 'Areas for development' },
				{ title: 'Signatures' },
			],
		});
		expect(pdf.text.every((side) => side.includes(everything.restriction))).toBe(true);
	});

	test('tags headings in order, lists in lists, quotes, and the headers of tables with their scope', async () => {
		const { tags } = await readPdf(paperAsPdf(everything));
		const headings = tagsOf(tags, /^H\d$/);
		expect(headings.map(({ role, words }) => [role, words])).toEqual([
			['H1', 'Strengths'],
			['H2', 'In the early years'],
			['H1', 'Areas for development'],
			['H1', 'Signatures'],
		]);
		const [facts, points, ...further] = tagsOf(tags, /^L$/);
		expect(facts!.tags.map(({ words }) => words)).toEqual([
			expect.stringContaining('Focus'),
			expect.stringContaining('Thursday 19 November 2026'),
		]);
		expect(tagsOf(points!.tags, /^L$/).flatMap(({ tags: items }) => items)).toHaveLength(2);
		expect(further).toHaveLength(2);
		expect(tagsOf(tags, /^BlockQuote$/).map(({ words }) => words)).toEqual([
			expect.stringMatching(/My marker helps me go further.*A pupil, Year 4/),
			expect.stringMatching(/What a policy says/),
		]);
		expect(tagsOf(tags, /^TH$/).map(({ words, scope }) => [words, scope])).toEqual([
			['Name', 'Column'],
			['Signed', 'Column'],
		]);
		expect(tagsOf(tags, /^TD$/).every(({ headers }) => headers?.length === 1)).toBe(true);
		for (const figure of tagsOf(tags, /^Figure$/)) expect(figure.alt).toBeTruthy();
	});

	test('is set on one side by smaller type as long as that can be read, and says when it is longer', () => {
		const long = (times: number) => ({
			...everything,
			blocks: [...everything.blocks, ...paragraphs('Seen in every room.\n\n'.repeat(times))],
		});
		expect(paperOnSides(1, long(4))).toMatchObject({ sides: 1 });
		expect(paperOnSides(1, long(80))).toMatchObject({ size: '9', sides: expect.any(Number) });
		expect(paperOnSides(1, long(80)).sides).toBeGreaterThan(1);
	});
});

describe('a paper for Word', () => {
	const xml = async (part: string, paper = everything) =>
		(await JSZip.loadAsync(await paperAsWord(paper))).file(part)!.async('string');

	test('comes back from Word as it was: headings, lists in lists, a table with its header, quotes, words marked', async () => {
		const { value, messages } = await mammoth.convertToHtml(
			{ buffer: Buffer.from(await paperAsWord(everything)) },
			{
				styleMap: [
					"p[style-name='Title'] => p.title:fresh",
					"p[style-name='Quote'] => blockquote:fresh",
					"p[style-name='Quoted by'] => cite:fresh",
					...['Kicker', 'Fact', 'Notice', 'Aside', 'Table Heading', 'Table Text'].map(
						(name) => `p[style-name='${name}'] => p:fresh`,
					),
				],
			},
		);
		expect(messages).toEqual([]);
		expect(value).toContain('<p class="title">Peer review at Fernmarsh</p>');
		expect(value).toContain('<h1>Strengths</h1><p>Pupils go back to what they wrote.<br />They say why.</p>');
		expect(value).toContain(
			'Books show <strong>corrections</strong> and <em>second tries</em>, some <strong><em>both</em></strong>. &lt;b&gt;&amp;amp; *x* #y',
		);
		expect(value).toContain(
			'<blockquote>‘My marker helps me go further.’</blockquote><cite>A pupil, Year 4</cite>',
		);
		expect(value).toContain('<h2>In the early years</h2>');
		expect(value).toContain(
			'<ul><li>Talk comes first</li><li>Then writing<ol><li>in sand</li><li>on paper</li></ol></li></ul>',
		);
		expect(value).toContain('<ol><li>First</li><li>Second</li></ol>');
		expect(value).toContain('<thead><tr><th><p>Name</p></th><th><p>Signed</p></th></tr></thead>');
		expect(value).toContain('<td><p>Edie Papermoon</p></td>');
	});

	test('is in British English, with its title, and says at the foot of each page who may read it and which page it is', async () => {
		const styles = await xml('word/styles.xml');
		expect(styles).toContain('<w:lang w:val="en-GB"/>');
		for (const name of [
			'Title',
			'heading 1',
			'heading 2',
			'heading 3',
			'Quote',
			'List Bullet',
			'List Number',
		])
			expect(styles.toLowerCase()).toContain(`<w:name w:val="${name.toLowerCase()}"/>`);
		expect(await xml('docProps/core.xml')).toContain(`<dc:title>${everything.title}</dc:title>`);
		const footer = await xml('word/footer1.xml');
		expect(footer).toContain(everything.restriction);
		expect(footer).toMatch(/PAGE<.*NUMPAGES</s);
		expect(await xml('word/header1.xml')).toContain(everything.title);
	});

	test('leaves how headings look to their styles, numbers lists by Word, and repeats the header of a table', async () => {
		const document = await xml('word/document.xml');
		const styled = (style: string) =>
			[...document.matchAll(/<w:p>.*?<\/w:p>/gs)]
				.map(([paragraph]) => paragraph)
				.filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`));
		expect(styled('Heading1')).toHaveLength(3);
		for (const heading of [...styled('Title'), ...styled('Heading1'), ...styled('Heading2')]) {
			expect(heading).not.toContain('<w:rPr>');
			expect(heading.match(/<w:pPr>(.*?)<\/w:pPr>/s)![1]).toMatch(/^<w:pStyle [^>]*>$/);
		}
		const numberOf = (paragraph: string) => /<w:numId w:val="(\d+)"/.exec(paragraph)?.[1];
		const [sand, , first, second] = styled('ListNumber').map(numberOf);
		expect(sand).not.toBe(first);
		expect(first).toBe(second);
		expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
	});

	test('opens whatever was typed: what XML may not hold is left out', async () => {
		const words = 'a\u0001b\uD800c\uFFFFd ]]> <w:p/> & ü 😀';
		const document = await xml('word/document.xml', { ...everything, blocks: paragraphs(words) });
		expect(document).toContain('ab\uFFFDcd ]]&gt; &lt;w:p/&gt; &amp; ü 😀');
	});
});
