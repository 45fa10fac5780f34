import { WordList } from './word-list.ts';
import { filedWordsOf, wordsOf } from './words.ts';

/** What the search goes by, and shows. */
export interface Searchable {
	urn: number;
	name: string;
	town: string;
	locality: string;
	district: string;
	postcode: string;
	localAuthority: string;
	/** The names of the schools it took over from. */
	formerNames: string;
}

/** How much a word says, by where it stands: a school's own name before its town, its town before its authority. */
const weights = {
	name: 1,
	code: 1,
	town: 0.9,
	formerNames: 0.85,
	locality: 0.8,
	district: 0.75,
	localAuthority: 0.7,
} as const;
const parts = Object.keys(weights) as (keyof typeof weights)[];

/**
 * Every school by the words people know it by, in memory: the register is the same for all and changes a few times a
 * year. A search per keystroke takes 1 to 5 ms here; by trigram arrays in the embedded database it took 400 to 1,000.
 */
export class SearchIndex<S extends Searchable> {
	readonly #schools: readonly S[];
	readonly #words: WordList;
	/** By word: the schools it stands for, each with the part of the school it was found in (number × 8 + part). */
	readonly #places: Uint32Array[];
	/** By word: how much it tells. Rare words tell more. */
	readonly #tells: Float32Array;
	/** By school: how much all the words of its name tell. */
	readonly #nameTells: Float32Array;
	readonly #score: Float32Array;
	readonly #nameScore: Float32Array;
	readonly #best: Float32Array;
	readonly #bestInName: Float32Array;
	readonly #touched: number[] = [];

	constructor(schools: readonly S[]) {
		this.#schools = schools;
		const placesOf = gather(schools);
		this.#words = new WordList(placesOf.keys());
		this.#places = this.#words.words.map((word) => Uint32Array.from(placesOf.get(word)!));
		this.#tells = Float32Array.from(this.#places, (places) => Math.log(1 + schools.length / places.length));
		const numberOf = new Map(this.#words.words.map((word, number) => [word, number]));
		this.#nameTells = Float32Array.from(schools, ({ name }) => {
			let sum = 0;
			for (const word of new Set(wordsOf(name))) sum += this.#tells[numberOf.get(word)!]!;
			return sum;
		});
		const blank = () => new Float32Array(schools.length);
		[this.#score, this.#nameScore, this.#best, this.#bestInName] = [blank(), blank(), blank(), blank()];
	}

	/**
	 * The schools that `text` may mean, likeliest first, at most `limit`. Every word counts by how much it tells and how
	 * well it fits; among equals the school whose name holds least besides comes first.
	 */
	search(text: string, limit: number): S[] {
		const typed = [...new Set(wordsOf(text))].slice(0, 10);
		if (!typed.length) return [];
		this.#score.fill(0);
		this.#nameScore.fill(0);
		const unfinished = !/[\s,]$/.test(text);
		let whole = 0;
		for (const [at, word] of typed.entries())
			whole += this.#count(word, unfinished && at === typed.length - 1);
		return this.#likeliest(whole, limit);
	}

	/** Adds what one typed word tells of each school; returns the most it could have told. */
	#count(typed: string, unfinished: boolean): number {
		const readings = this.#words.readings(typed, unfinished);
		let bearers = 0;
		let closest = 0;
		for (const { fit } of readings) closest = Math.max(closest, fit);
		for (const { word, fit } of readings) if (fit > closest - 0.1) bearers += this.#places[word]!.length;
		// What was typed tells as much as all its likely readings together: a rare misreading must not outdo the common word.
		const tells = bearers ? Math.log(1 + this.#schools.length / bearers) : unheardOf;
		for (const { word, fit } of readings) this.#credit(word, fit, tells);
		for (const school of this.#touched) {
			this.#score[school]! += this.#best[school]!;
			this.#nameScore[school]! += this.#bestInName[school]!;
			this.#best[school] = this.#bestInName[school] = 0;
		}
		this.#touched.length = 0;
		return tells;
	}

	#credit(word: number, fit: number, tells: number): void {
		const nameTold = fit * this.#tells[word]!;
		for (const place of this.#places[word]!) {
			const school = place >>> 3;
			const part = parts[place & 7]!;
			const told = fit * tells * weights[part];
			if (!this.#best[school]) this.#touched.push(school);
			if (told > this.#best[school]!) this.#best[school] = told;
			if (part === 'name' && nameTold > this.#bestInName[school]!) this.#bestInName[school] = nameTold;
		}
	}

	#likeliest(whole: number, limit: number): S[] {
		const first: { school: number; score: number }[] = [];
		for (let school = 0; school < this.#schools.length; school++) {
			if (this.#score[school]! < whole * enough) continue;
			const score =
				this.#score[school]! / whole +
				nameShare * Math.min(1, this.#nameScore[school]! / this.#nameTells[school]!);
			if (first.length === limit && score <= first[limit - 1]!.score) continue;
			let at = first.length;
			while (at > 0 && first[at - 1]!.score < score) at--;
			first.splice(at, 0, { school, score });
			if (first.length > limit) first.pop();
		}
		return first.map(({ school }) => this.#schools[school]!);
	}
}

/** Below this share of what was asked, a school is no answer. */
const enough = 0.35;
/** What a word that is nowhere in the register would have told: it lowers the share of what was found. */
const unheardOf = 4;
/** How much it counts that what was typed is the whole of the name. */
const nameShare = 0.2;

function gather(schools: readonly Searchable[]): Map<string, number[]> {
	const places = new Map<string, number[]>();
	for (const [number, school] of schools.entries()) {
		const seen = new Set<string>();
		for (const [part, name] of parts.entries()) {
			for (const word of name === 'code' ? codesOf(school) : filedWordsOf(school[name])) {
				if (seen.has(word)) continue;
				seen.add(word);
				const held = places.get(word);
				if (held) held.push(number * 8 + part);
				else places.set(word, [number * 8 + part]);
			}
		}
	}
	return places;
}

/** What is typed in figures: the URN, and the postcode, which people write in two halves or in one. */
function codesOf({ urn, postcode }: Searchable): string[] {
	const halves = wordsOf(postcode);
	return [String(urn), ...halves, ...(halves.length > 1 ? [halves.join('')] : [])];
}
