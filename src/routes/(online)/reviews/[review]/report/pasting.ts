/** What never belongs to what was written: what was struck out, remarks at the edge, what only the program that wrote it needs. */
const foreign = [
	'del, s, strike',
	'script, style, template, iframe, object, svg, math, link, meta, title',
	'[class*="MsoComment"], [style*="mso-element:comment"], [style*="mso-hide:all"], .msocomoff, .msocomanchor',
	'[hidden], [aria-hidden="true"]',
].join(', ');

/**
 * Makes clean structure of what is pasted from Word and from pages of the web: headings of any level become subheadings, Word's
 * paragraphs that look like lists become lists, the rows of a table paragraphs. Styles, pictures and scripts go with the schema.
 */
export function cleanPaste(html: string): string {
	const { body } = new DOMParser().parseFromString(html, 'text/html');
	for (const element of body.querySelectorAll(foreign)) element.remove();
	for (const heading of body.querySelectorAll('h1, h2, h4, h5, h6')) replaceBy('h3', heading);
	for (const row of body.querySelectorAll('tr')) asParagraph(row);
	asLists(body);
	for (const text of textsIn(body)) text.data = text.data.replaceAll(strange, '');
	return body.innerHTML;
}

/** Characters that nobody types: the server refuses what holds them. */
const strange = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

function replaceBy(name: string, element: Element): Element {
	const other = document.createElement(name);
	other.append(...element.childNodes);
	element.replaceWith(other);
	return other;
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

function asLists(body: HTMLElement): void {
	let list = null as Element | null;
	for (const paragraph of body.querySelectorAll('p')) {
		if (!itemStyle.test(paragraph.getAttribute('style') ?? '')) {
			list = null;
			continue;
		}
		for (const ignored of paragraph.querySelectorAll(
			'[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]',
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

function textsIn(element: Element): Text[] {
	const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	const texts: Text[] = [];
	while (walker.nextNode()) texts.push(walker.currentNode as Text);
	return texts;
}
