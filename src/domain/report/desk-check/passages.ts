import type { EditionBlock, EditionHeading } from '../body.ts';
import type { ListBlock, Run } from '../document/blocks.ts';
import type { Place } from './entry.ts';

/** Words of the report that belong together: a paragraph, or a part of a finding. */
export interface Passage {
	place: Place;
	words: string;
	/** Somebody else’s words, such as a pupil’s. */
	quoted: boolean;
}

/** Something in a passage, from a letter to another. */
export interface Span {
	from: number;
	to: number;
}

/** All words of the report in their order, those of its findings among them. */
export const passagesOf = (headings: readonly EditionHeading[]): Passage[] =>
	headings.flatMap(({ key, blocks }) => blocks.flatMap((block) => passagesIn(block, { heading: key })));

function passagesIn(block: EditionBlock, place: Place): Passage[] {
	const own = (runs: readonly Run[], quoted = false) => ({ place, words: said(runs), quoted });
	switch (block.is) {
		case 'paragraph':
		case 'subheading':
			return [own(block.runs)];
		case 'list':
			return listed(block).map((runs) => own(runs));
		case 'quote':
			return block.paragraphs.map((runs) => own(runs, true));
		case 'finding': {
			const { id, seen, effect, pupils } = block.finding;
			const of = (words: string, quoted = false) => ({ place: { finding: id }, words, quoted });
			return [of(seen), of(effect), ...pupils.map(({ words }) => of(words, true))];
		}
	}
}

const listed = ({ items }: Extract<ListBlock, { is: 'list' }>): Run[][] =>
	items.flat().flatMap((part) => (part.is === 'list' ? listed(part) : [part.runs]));

const said = (runs: readonly Run[]): string => runs.map(({ words }) => words).join('');

/** Where sentences end. A full stop after a title ends none. */
const ends = /(?<=[.!?…]["”’)]?)(?<!\b(?:Mrs?|Ms|Dr|St|e\.g|i\.e)\.)\s+|\n+/gu;

/** The sentences of some words, each from its first letter to its last. */
export function sentencesIn(words: string): Span[] {
	const sentences: Span[] = [];
	let from = 0;
	for (const { index, 0: blank } of words.matchAll(ends)) {
		sentences.push({ from, to: index });
		from = index + blank.length;
	}
	return [...sentences, { from, to: words.length }].filter(({ from: start, to }) => to > start);
}

/** As much of the sentence as is read beside what was found in it. */
export function around(sentence: string, { from, to }: Span): string {
	const [first, last] = [from < 80 ? 0 : wordAfter(sentence, from - 60), to + 80 > sentence.length];
	const end = last ? sentence.length : wordBefore(sentence, to + 60);
	return `${first > 0 ? '… ' : ''}${sentence.slice(first, end)}${end < sentence.length ? ' …' : ''}`;
}

const wordAfter = (words: string, at: number): number => words.indexOf(' ', at) + 1;
const wordBefore = (words: string, at: number): number => words.lastIndexOf(' ', at);
