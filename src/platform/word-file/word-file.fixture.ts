import JSZip from 'jszip';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (inner: string) =>
	`${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
const style = (id: string, name: string) =>
	`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
const level = (format: string) =>
	[0, 1, 2, 3, 4, 5, 6, 7]
		.map((ilvl) => `<w:lvl w:ilvl="${ilvl}"><w:numFmt w:val="${format}"/></w:lvl>`)
		.join('');

/** The parts of a Word file as Word itself writes it, with so much of a body; `more` adds parts or puts others in their place. */
export function wordParts(body: string, more: Record<string, string | Uint8Array> = {}) {
	return {
		'[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		'_rels/.rels': relationships(
			`<Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/>`,
		),
		'word/_rels/document.xml.rels': relationships(
			`<Relationship Id="s1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="n1" Type="${office}/numbering" Target="numbering.xml"/>`,
		),
		'word/styles.xml': `${xml}<w:styles ${w}>${style('Title', 'Title')}${style('Heading1', 'heading 1')}${style('Heading2', 'heading 2')}${style('Quote', 'Quote')}${style('TOC1', 'toc 1')}</w:styles>`,
		'word/numbering.xml': `${xml}<w:numbering ${w}><w:abstractNum w:abstractNumId="1">${level('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level('decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
		'word/document.xml': `${xml}<w:document ${w} xmlns:r="${office}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}</w:body></w:document>`,
		...more,
	};
}

export async function zipped(parts: Record<string, string | Uint8Array>): Promise<Uint8Array> {
	const zip = new JSZip();
	for (const [name, part] of Object.entries(parts)) zip.file(name, part);
	return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 9 } });
}

export const wordFile = (body: string, more: Record<string, string | Uint8Array> = {}) =>
	zipped(wordParts(body, more));

export const run = (words: string, properties = '') =>
	`<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;

export const paragraph = (inner: string, properties = '') =>
	`<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner.startsWith('<') ? inner : run(inner)}</w:p>`;

export const styled = (name: string, words: string) => paragraph(words, `<w:pStyle w:val="${name}"/>`);

export const item = (words: string, ilvl = 0, number: 1 | 2 = 1) =>
	paragraph(words, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${number}"/></w:numPr>`);

export const table = (...rows: string[][]) =>
	`<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
