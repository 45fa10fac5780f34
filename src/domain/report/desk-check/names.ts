import { likelyNames, opensSentence, wellKnown } from '#domain/evidence/names.ts';
import { classNames, firstNames } from './first-names.ts';
import type { Passage, Span } from './passages.ts';

export interface Named extends Span {
	because: string;
}

/** People and places that may be named: those who review and the host’s heads, in their roles, and the host itself. */
export interface Nameable {
	people: readonly string[];
	host: string;
}

const titles = ['Mr', 'Mrs', 'Miss', 'Ms', 'Dr', 'Mr.', 'Mrs.', 'Ms.', 'Dr.', 'Sir'];

/** As they may stand in the report, the longest first: their full names, and surnames after a title. */
function allowedOf({ people, host }: Nameable): string[] {
	const written = people.flatMap((name) => {
		const surname = name.split(' ').at(-1)!;
		return [name, ...titles.flatMap((title) => [`${title} ${name}`, `${title} ${surname}`])];
	});
	return [...written, host, ...wellKnown].sort((one, other) => other.length - one.length);
}

/** More in one paragraph is no report but a list of names, of which these tell enough. */
const mostNames = 100;

const capital = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+(?![\p{L}])/gu;
const titleBefore = /\b(?:St|Saint|King|Queen|Prince|Princess|Lord|Lady) $/;
const classFollows = /^(?:['’]s?)? (?:class|room|house|group|team)\b/i;

/**
 * Finds what looks like the name of a pupil or a teacher (NFS-9): what evidence is warned of, and first names that stand alone,
 * which many a quotation brings along. Those who review, the host’s heads and the host are passed over.
 */
export function namesIn(nameable: Nameable): (passage: Passage) => Named[] {
	const allowed = allowedOf(nameable);
	const ofHost = new Set(nameable.host.split(/[^\p{L}]+/u));
	return ({ words }) => {
		const left = allowed.reduce(
			(rest, name) =>
				placesOf(rest, name).reduce(
					(now, { from, to }) => `${now.slice(0, from)}${'·'.repeat(to - from)}${now.slice(to)}`,
					rest,
				),
			words,
		);
		const named = likelyNames(left, [], [nameable.host])
			.slice(0, mostNames)
			.flatMap(({ found, why }) => placesOf(left, found).map((span) => ({ ...span, because: why })));
		const alone = [...left.matchAll(capital)]
			.map(({ 0: name, index }) => ({ name, from: index, to: index + name.length }))
			.filter(({ name, from, to }) => {
				if (ofHost.has(name) || titleBefore.test(left.slice(Math.max(0, from - 10), from))) return false;
				if (firstNames.has(name)) return true;
				return (
					classNames.has(name) && !opensSentence(left, from) && !classFollows.test(left.slice(to, to + 8))
				);
			})
			.map(({ from, to }) => ({ from, to, because: 'a first name' }));
		return [...named, ...alone];
	};
}

/** Wherever a name stands as a word of its own. */
function placesOf(words: string, name: string): Span[] {
	const places: Span[] = [];
	for (let from = words.indexOf(name); from >= 0; from = words.indexOf(name, from + name.length)) {
		const to = from + name.length;
		if (!/\p{L}/u.test(words.charAt(from - 1)) && !/\p{L}/u.test(words.charAt(to))) places.push({ from, to });
	}
	return places;
}
