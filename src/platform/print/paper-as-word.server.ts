import type * as Docx from 'docx';
import {
	contentsOf,
	type Paper,
	type PaperBlock,
	type PaperList,
	type PaperParagraph,
	type PaperRun,
} from './paper.ts';

type Word = typeof Docx;
type Block = Docx.Paragraph | Docx.Table;

/**
 * A paper as a Word file that can be worked on: real styles, lists that Word numbers, tables with a header row, in British
 * English, with the restriction and the page at the foot of each page.
 */
export async function paperAsWord(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
	// Half a megabyte of script that most visits never need.
	const word = await import('docx');
	const writer = new Writer(word);
	const document = new word.Document({
		title: clean(paper.title),
		description: clean(paper.kicker),
		creator: clean(paper.authors.join(', ') || 'Fresh Eyes'),
		styles: styles(word),
		numbering: { config: [numbering(word, 'bullets', false), numbering(word, 'numbers', true)] },
		sections: [
			{
				properties: { page: { size: a4, margin: { top: 1361, bottom: 1474, left: side, right: side } } },
				headers: { default: new word.Header({ children: [writer.styled('Header', paper.title)] }) },
				footers: { default: footer(word, paper.restriction) },
				children: [
					writer.styled('Kicker', paper.kicker),
					writer.styled('Title', paper.title),
					...paper.blocks.flatMap((block) => writer.block(block, paper)),
				],
			},
		],
	});
	return new Uint8Array(await word.Packer.toArrayBuffer(document));
}

// Lengths of a page are counted in twentieths of a point.
const a4 = { width: 11906, height: 16838 };
const side = 1361;
const textWidth = a4.width - 2 * side;
const soft = '4D5563';
const accent = '9A4A0A';
const rule = 'A89F8F';
const deepest = 8;

/** Turns what a paper holds into what Word holds; each ordered list counts from one. */
class Writer {
	readonly #word: Word;
	#lists = 0;

	constructor(word: Word) {
		this.#word = word;
	}

	styled(style: string, words: string): Docx.Paragraph {
		return new this.#word.Paragraph({ style, children: this.#runs([{ words }]) });
	}

	block(block: PaperBlock, paper: Paper): Block[] {
		const { Paragraph, TextRun } = this.#word;
		switch (block.is) {
			case 'facts':
				return block.facts.map(
					({ term, words }) =>
						new Paragraph({
							style: 'Fact',
							children: [new TextRun({ text: `${clean(term)}: `, bold: true }), ...this.#runs([{ words }])],
						}),
				);
			case 'notice':
				return [this.styled('Notice', block.words)];
			case 'heading':
				return [new Paragraph({ style: `Heading${block.level}`, children: this.#runs(block.runs) })];
			case 'contents':
				return [
					this.styled('Heading1', 'Contents'),
					...contentsOf(paper).map(({ words }) => this.styled('Normal', words)),
				];
			case 'paragraph':
				return [this.#paragraph(block)];
			case 'list':
				return this.#list(block, 0);
			case 'quote':
				return [
					...block.paragraphs.map(
						(runs) =>
							new Paragraph({
								style: 'Quote',
								children: this.#runs(
									block.by === undefined ? runs : [{ words: '‘' }, ...runs, { words: '’' }],
								),
							}),
					),
					...(block.by === undefined ? [] : [this.styled('QuotedBy', block.by)]),
				];
			case 'table':
				return [this.#table(block), new Paragraph({ style: 'Aside' })];
		}
	}

	#paragraph({ runs, aside }: PaperParagraph): Docx.Paragraph {
		return new this.#word.Paragraph({ style: aside ? 'Aside' : 'Normal', children: this.#runs(runs) });
	}

	#list({ ordered, items }: PaperList, level: number): Docx.Paragraph[] {
		const { Paragraph } = this.#word;
		const instance = (this.#lists += 1);
		const at = Math.min(level, deepest);
		return items.flatMap((item) =>
			item.flatMap((part, index) => {
				if (part.is === 'list') return this.#list(part, level + 1);
				const style = ordered ? 'ListNumber' : 'ListBullet';
				const children = this.#runs(part.runs);
				// A second paragraph of an item stands under the first, without a number of its own.
				return index === 0
					? new Paragraph({
							style,
							children,
							numbering: { reference: ordered ? 'numbers' : 'bullets', level: at, instance },
						})
					: new Paragraph({ style: 'ListContinue', children, indent: { left: indent(at) } });
			}),
		);
	}

	#table({ columns, rows }: Extract<PaperBlock, { is: 'table' }>): Docx.Table {
		const { Table, TableRow, TableCell, TableLayoutType, WidthType } = this.#word;
		const all = columns.reduce((sum, { share }) => sum + share, 0);
		const widths = columns.map(({ share }) => Math.round((textWidth * share) / all));
		const cell = (children: Docx.Paragraph[], column: number) =>
			new TableCell({
				width: { size: widths[column]!, type: WidthType.DXA },
				children: children.length > 0 ? children : [this.styled('TableText', '')],
			});
		return new Table({
			layout: TableLayoutType.FIXED,
			width: { size: textWidth, type: WidthType.DXA },
			columnWidths: widths,
			borders: borders(this.#word),
			margins: { top: 60, bottom: 60, left: 80, right: 80 },
			rows: [
				new TableRow({
					tableHeader: true,
					cantSplit: true,
					children: columns.map(({ label }, at) => cell([this.styled('TableHeading', label)], at)),
				}),
				...rows.map(
					(row) =>
						new TableRow({
							children: row.map((part, at) =>
								cell(
									part.map(
										({ runs, aside }) =>
											new this.#word.Paragraph({
												style: aside ? 'Aside' : 'TableText',
												children: this.#runs(runs),
											}),
									),
									at,
								),
							),
						}),
				),
			],
		});
	}

	#runs(runs: readonly PaperRun[]): Docx.TextRun[] {
		return runs.flatMap(({ words, bold, italic }) =>
			clean(words)
				.split('\n')
				.map(
					(text, line) =>
						new this.#word.TextRun({
							text,
							...(line > 0 && { break: 1 }),
							...(bold && { bold }),
							...(italic && { italics: italic }),
						}),
				),
		);
	}
}

function footer(word: Word, restriction: string): Docx.Footer {
	const { Footer, Paragraph, PageNumber, TextRun } = word;
	return new Footer({
		children: [
			new Paragraph({ style: 'Footer', children: [new TextRun(clean(restriction))] }),
			new Paragraph({
				style: 'Footer',
				children: [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
			}),
		],
	});
}

function styles({ AlignmentType, BorderStyle }: Word): Docx.IStylesOptions {
	const body = { basedOn: 'Normal', quickFormat: true };
	const noteRun = { size: 18, color: soft };
	const heading = (size: number, before: number, after: number) => ({
		run: { size, bold: true, color: '1C2532' },
		paragraph: { keepNext: true, keepLines: true, spacing: { before, after } },
	});
	return {
		default: {
			document: {
				run: { font: 'Georgia', size: 21, language: { value: 'en-GB' } },
				paragraph: { spacing: { after: 140, line: 300 } },
			},
			title: { run: { size: 46, bold: true }, paragraph: { spacing: { before: 80, after: 240 } } },
			heading1: heading(28, 400, 160),
			heading2: heading(23, 280, 100),
			heading3: heading(21, 240, 80),
		},
		paragraphStyles: [
			// Without one of its own a reader of the file knows the style by its number alone.
			{ id: 'Normal', name: 'Normal', quickFormat: true },
			{ id: 'Kicker', name: 'Kicker', ...body, next: 'Title', run: { bold: true, size: 19, color: accent } },
			{ id: 'Fact', name: 'Fact', ...body, paragraph: { spacing: { after: 60 } } },
			{
				...{ id: 'Notice', name: 'Notice', ...body },
				paragraph: {
					indent: { left: 200 },
					spacing: { before: 160, after: 160 },
					border: { left: { style: BorderStyle.SINGLE, size: 20, color: accent, space: 8 } },
				},
			},
			{
				...{ id: 'Quote', name: 'Quote', ...body },
				run: { italics: true },
				paragraph: { indent: { left: 425, right: 425 }, keepLines: true },
			},
			{
				...{ id: 'QuotedBy', name: 'Quoted by', ...body, run: noteRun },
				paragraph: { indent: { left: 425, right: 425 } },
			},
			{
				...{ id: 'Aside', name: 'Aside', ...body, run: noteRun },
				paragraph: { spacing: { after: 260 } },
			},
			{ id: 'ListBullet', name: 'List Bullet', ...body, paragraph: { spacing: { after: 80 } } },
			{ id: 'ListNumber', name: 'List Number', ...body, paragraph: { spacing: { after: 80 } } },
			{ id: 'ListContinue', name: 'List Continue', ...body, paragraph: { spacing: { after: 80 } } },
			{ id: 'TableText', name: 'Table Text', ...body, paragraph: { spacing: { after: 60, line: 270 } } },
			{
				...{ id: 'TableHeading', name: 'Table Heading', basedOn: 'TableText', quickFormat: true },
				run: { bold: true },
				paragraph: { keepNext: true },
			},
			{
				...{ id: 'Header', name: 'header', basedOn: 'Normal', run: noteRun },
				paragraph: { alignment: AlignmentType.RIGHT },
			},
			{
				...{ id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 16, color: soft } },
				paragraph: { spacing: { after: 0 } },
			},
		],
	};
}

const indent = (level: number) => 425 * (level + 1);

function numbering({ AlignmentType, LevelFormat }: Word, reference: string, ordered: boolean) {
	const levels = Array.from({ length: deepest + 1 }, (_, level) => ({
		level,
		format: ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
		text: ordered ? `%${level + 1}.` : '•',
		alignment: AlignmentType.LEFT,
		style: { paragraph: { indent: { left: indent(level), hanging: 425 } } },
	}));
	return { reference, levels };
}

function borders({ BorderStyle }: Word): Docx.ITableBordersOptions {
	const line = { style: BorderStyle.SINGLE, size: 4, color: rule };
	const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
	return {
		top: line,
		bottom: line,
		insideHorizontal: line,
		left: none,
		right: none,
		insideVertical: none,
	};
}

/** Leaves out what no XML may hold: a file with one such character does not open. */
const clean = (words: string): string =>
	// oxlint-disable-next-line no-control-regex
	words.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
