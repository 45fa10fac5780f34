import type { Found } from './field-props.ts';

const pause = 120;

/** The state of a search box with scripts: what is typed, found, marked and chosen. Answers that come late are dropped. */
export class SearchAsTyped {
	/** False until scripts run: the page then offers a button and radios instead. */
	ready = $state(false);
	found: readonly Found[] = $state.raw([]);
	open = $state(false);
	/** Index of the marked one; -1 for none. */
	active = $state(-1);
	/** What a screen reader is told. */
	said = $state('');
	#picked: Found | undefined | null = $state.raw(null);
	#asked = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	readonly #source: () => string;
	readonly #given: () => Found | undefined;
	readonly #chose: (found: Found | undefined) => void;

	constructor(
		source: () => string,
		given: () => Found | undefined,
		chose: (found: Found | undefined) => void,
	) {
		this.#source = source;
		this.#given = given;
		this.#chose = chose;
	}

	start(): () => void {
		this.ready = true;
		return () => clearTimeout(this.#timer);
	}

	/** What will be posted: null means that nobody has touched it, so what the page came with holds. */
	get choice(): Found | undefined {
		return this.#picked === null ? this.#given() : this.#picked;
	}

	typed(words: string): void {
		if (this.choice) this.#settle(undefined);
		clearTimeout(this.#timer);
		const ask = ++this.#asked;
		if (words.trim().length < 2) return this.#show([], '');
		this.#timer = setTimeout(() => void this.#ask(words, ask), pause);
	}

	choose(found: Found, input: HTMLInputElement | null): void {
		this.#settle(found);
		if (input) input.value = found.label;
		this.close();
		this.said = `${found.label} chosen`;
	}

	close(): void {
		this.open = false;
		this.active = -1;
	}

	key(event: KeyboardEvent & { currentTarget: HTMLInputElement }): void {
		if (event.key === 'Escape' && this.open) this.close();
		else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
			this.#move(event.key === 'ArrowDown' ? 1 : -1);
		else if (event.key === 'Enter' && this.open && this.found[this.active])
			this.choose(this.found[this.active]!, event.currentTarget);
		else return;
		event.preventDefault();
	}

	#move(step: 1 | -1): void {
		if (this.found.length === 0) return;
		this.open = true;
		const next = this.active + step;
		this.active = next < 0 ? this.found.length - 1 : next % this.found.length;
	}

	async #ask(words: string, ask: number): Promise<void> {
		const joint = this.#source().includes('?') ? '&' : '?';
		try {
			const answer = await fetch(`${this.#source()}${joint}q=${encodeURIComponent(words)}`);
			if (!answer.ok) throw new Error(String(answer.status));
			const found = (await answer.json()) as Found[];
			if (ask !== this.#asked) return;
			this.#show(found, found.length === 0 ? 'Nothing found' : `${found.length} found, use the arrow keys`);
			this.open = true;
		} catch {
			if (ask === this.#asked) this.#show([], 'The search did not answer. Try again in a moment.');
		}
	}

	#show(found: readonly Found[], said: string): void {
		this.found = found;
		this.said = said;
		this.active = -1;
		this.open = found.length > 0;
	}

	#settle(found: Found | undefined): void {
		this.#picked = found;
		this.#chose(found);
	}
}
