import { validate as isId } from 'uuid';
import { withoutControl } from '#platform/control-characters.ts';

/** What never belongs to what was written: what was struck out, remarks at the edge, what only the program that wrote it needs. */
const foreign = [
	'del, s, strike',
	'script, style, template, iframe, object, svg, math, link, meta, title',
	'[class*="MsoComment"], [data-style*="mso-element:comment"], [data-style*="mso-hide:all"], .msocomoff, .msocomanchor',
	'[hidden], [aria-hidden="true"]',
].join(', ');

/**
 * Makes clean structure of what is pasted from Word and from pages of the web: headings of any level become subheadings, Word's
 * paragraphs that look like lists become lists, the rows of a table paragraphs. Styles, pictures and scripts go with the schema.
 */
export function cleanPaste(html: string): string {
	const pasted = document.createElement('template');
	pasted.innerHTML = unarmed(html);
	const body = pasted.content;
	for (const element of body.querySelectorAll(foreign)) element.remove();
	for (const heading of body.querySelectorAll('h1, h2, h4, h5, h6')) replaceBy('h3', heading);
	for (const row of body.querySelectorAll('tr')) asParagraph(row);
	asLists(body);
	for (const text of textsIn(body)) text.data = withoutControl(text.data);
	for (const finding of body.querySelectorAll('[data-finding]'))
		if (!isId(finding.getAttribute('data-finding') ?? '')) finding.removeAttribute('data-finding');
	for (const element of body.querySelectorAll('*')) withoutAttributes(element);
	return pasted.innerHTML;
}

/** Plain text: what breaks a line in Word and slides breaks one here. */
export const cleanPastedText = (text: string): string => withoutControl(text.replaceAll('\u000b', '\n'));

/** Styles and scripts within tags under names that do nothing: browsers look at them even where nothing is shown. */
const unarmed = (html: string): string =>
	html.replaceAll(/<[^>]*>/g, (tag) => tag.replaceAll(/([\s"'/])(style|on[a-z]+)\s*=/gi, '$1data-$2='));

const styleOf = (element: Element): string => element.getAttribute('data-style') ?? '';

/** What the editor itself reads of what was copied from it. */
const own = new Set(['data-finding', 'data-pm-slice']);

function withoutAttributes(element: Element): void {
	const weight = /font-weight:\s*(?<said>bold|normal|\d+)/.exec(styleOf(element))?.groups?.['said'];
	for (const name of element.getAttributeNames()) if (!own.has(name)) element.removeAttribute(name);
	if (element.localName === 'span' && (weight === 'bold' || Number(weight) >= 600))
		replaceBy('strong', element);
	// Some programs put all that they copy into a <b> that is not bold.
	if (element.localName === 'b' && weight === 'normal') element.replaceWith(...element.childNodes);
}

function replaceBy(name: string, element: Element): void {
	const other = document.createElement(name);
	other.append(...element.childNodes);
	element.replaceWith(other);
}

/** A row of a table as one paragraph, its cells one after another. */
function asParagraph(row: Element): void {
	const words = [...row.querySelectorAll('td, th')]
		.map(({ textContent }) => textContent.trim().replaceAll(/\s+/g, ' '))
		.filter((cell) => cell !== '');
	const paragraph = document.createElement('p');
	paragraph.textContent = words.join(' – ');
	const table = row.closest('table')!;
	table.before(paragraph);
	row.remove();
	if (!table.querySelector('tr')) table.remove();
}

/** Word marks the items of a list by a style alone, and writes the bullet or number into the words. */
const itemStyle = /mso-list:\s*l\d+ level\d+/;
const marker = /^[\s\u00a0]*(?:[·•▪◦o§-]|(?<number>\d+[.)]|[a-z][.)]))[\s\u00a0]+/u;

function asLists(body: DocumentFragment): void {
	let list = null as Element | null;
	for (const paragraph of body.querySelectorAll('p')) {
		if (!itemStyle.test(styleOf(paragraph))) {
			list = null;
			continue;
		}
		for (const ignored of paragraph.querySelectorAll(
			'[data-style*="mso-list:Ignore"], [data-style*="mso-list: Ignore"]',
		))
			ignored.replaceWith(`${ignored.textContent.trim()} `);
		const first = textsIn(paragraph).find(({ data }) => data.trim() !== '');
		const found = marker.exec(first?.data ?? '');
		if (first && found) first.data = first.data.slice(found[0].length);
		const kind = found?.groups?.['number'] ? 'ol' : 'ul';
		if (list === null || list.localName !== kind) {
			list = document.createElement(kind);
			paragraph.before(list);
		}
		const item = document.createElement('li');
		const words = document.createElement('p');
		words.append(...paragraph.childNodes);
		item.append(words);
		list.append(item);
		paragraph.remove();
	}
}

function textsIn(element: Node): Text[] {
	const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	const texts: Text[] = [];
	while (walker.nextNode()) texts.push(walker.currentNode as Text);
	return texts;
}
