import { tick } from 'svelte';
import { v7 } from 'uuid';
import { goto } from '$app/navigation';
import { drag } from './drag.ts';
import { type Fields, send } from './send.ts';

/** What somebody has in hand, with the words by which it is named. */
export type Held =
	| { is: 'pieces'; ids: string[]; from: string | 'loose' | ''; words: string }
	| { is: 'finding'; id: string; kind: string; words: string };

interface Step {
	action: 'place' | 'arrange';
	fields: Fields;
	id: string;
	/** What is said when it is done, and where the keyboard goes then. */
	done: string;
	grip: string;
}

/**
 * Moves pieces of evidence and findings about a board, by pointer and by keyboard. Places are elements with `data-place`:
 * 'loose' (no finding), 'finding', 'new' (a finding to be made) for pieces, 'gap' (before a finding, or last of a kind) for findings.
 */
export class Board {
	held: Held | null = $state.raw(null);
	/** The grip by which it is held. */
	at = $state('');
	/** Read out to those who do not see the board. */
	said = $state('');
	/** Why the last step was not done. */
	trouble: string[] = $state.raw([]);
	/** It never reached the server, and can be sent again. */
	unsent: Step | null = $state.raw(null);
	/** How many steps are on their way. */
	sending = $state(0);
	/** Scripts run. */
	ready = $state(false);
	/** The board's own element. */
	element: HTMLElement | undefined = $state.raw();
	readonly #base: () => string;
	readonly #refresh: () => Promise<void>;
	#over: HTMLElement | null = null;
	#queue: Promise<void> = Promise.resolve();
	#drop: (() => void) | null = null;
	/** Where the keyboard goes when what was moved stands there; it may come with others' news, a moment later. */
	#next: string | null = null;

	constructor(base: () => string, refresh: () => Promise<void>) {
		this.#base = base;
		this.#refresh = refresh;
	}

	/** A pointer goes down on a card. With a mouse the whole card is held, with a finger its grip, so that pages still scroll. */
	press(event: PointerEvent, held: Held): void {
		const target = event.target as HTMLElement;
		const grip = target.closest<HTMLElement>('[data-grip]');
		const own = target.closest('a, button, input, select, summary, textarea');
		if (event.button !== 0 || (grip === null && (own !== null || event.pointerType !== 'mouse'))) return;
		event.stopPropagation();
		this.#drop = drag(event, {
			words: held.words,
			onStart: () => this.#take(held, grip?.dataset['grip'] ?? ''),
			onMove: (x, y) => this.#goOver(this.#placeAt(x, y)),
			onDrop: () => this.#put(),
			onCancel: () => this.cancel(''),
		});
	}

	key(event: KeyboardEvent, held: Held, at: string): void {
		const { key } = event;
		const holds = this.held !== null && this.at === at;
		if (key === 'Enter' || key === ' ') {
			event.preventDefault();
			if (event.repeat) return;
			if (holds) return this.#put();
			this.#take(held, at);
			const count = this.#places().length;
			this.said = `You hold ${held.words}. ${count} places to put it. Choose with the arrow keys, put it down with Enter, leave it with Escape.`;
		} else if (holds && key === 'Escape') {
			event.preventDefault();
			this.cancel(`${held.words} stays where it was.`);
		} else if (holds && key in moves) {
			event.preventDefault();
			this.#goOn(moves[key]!);
		}
	}

	/** The keyboard leaves a grip: what it held stays where it was. */
	leave(at: string): void {
		if (this.#drop === null && this.held !== null && this.at === at)
			this.cancel(`${this.held.words} stays where it was.`);
	}

	/** The board shows something new: somebody else may have taken away what is in hand. */
	look(): void {
		const there = this.held === null || this.at === '' || this.#grip(this.at) !== null;
		if (!there) this.cancel('Somebody has moved what you held. The board shows where it is now.');
		if (this.#over !== null && !this.#over.isConnected) this.#over = null;
		this.#follow();
	}

	cancel(said: string): void {
		this.#drop?.();
		this.#letGo();
		this.said = said;
	}

	/** Sends a step after those before it, each with an id of its own. */
	do(step: Omit<Step, 'id'> & { id?: string }): void {
		const whole = { ...step, id: step.id ?? v7() };
		this.trouble = [];
		this.unsent = null;
		this.sending += 1;
		this.#queue = this.#queue.then(() => this.#send(whole));
	}

	async #send(step: Step): Promise<void> {
		const answer = await send(`${this.#base()}?/${step.action}`, { ...step.fields, id: step.id });
		if (answer.is === 'elsewhere') return goto(answer.location);
		// What stands now is shown whether or not the step was done.
		if (answer.is !== 'unsent') await this.#refresh().catch(() => {});
		this.sending -= 1;
		await tick();
		if (answer.is === 'done') {
			this.said = step.done;
			this.#next = step.grip;
			this.#follow();
		} else {
			this.trouble = answer.words;
			if (answer.is === 'unsent') this.unsent = step;
		}
	}

	/** The keyboard goes along with what it moved, unless it is somewhere else by now. */
	#follow(): void {
		const grip = this.#next === null ? null : this.#grip(this.#next);
		if (grip === null || document.activeElement !== document.body) return;
		this.#next = null;
		grip.focus();
	}

	#take(held: Held, at: string): void {
		this.#next = null;
		this.held = held;
		this.at = at;
		this.trouble = [];
		this.said = '';
	}

	#letGo(): void {
		this.#goOver(null);
		this.held = null;
		this.#drop = null;
	}

	#put(): void {
		const { held } = this;
		const over = this.#over;
		const says = over?.dataset['says'] ?? '';
		this.#letGo();
		if (held === null) return;
		if (over === null) {
			this.said = `${held.words} stays where it was.`;
			return;
		}
		const { place, id = '', kind = '', before = '' } = over.dataset;
		const done = `${held.words} is now ${says}.`;
		if (held.is === 'finding') {
			const fields = { findingId: held.id, kind, before };
			this.do({ action: 'arrange', fields, done, grip: `finding ${held.id}` });
		} else if (place === 'new') {
			const asked = new URLSearchParams([['kind', kind], ...held.ids.map((one) => ['evidence', one])]);
			void goto(`${this.#base()}/new?${asked}`);
		} else {
			const fields = { evidence: held.ids, from: held.from, into: id };
			this.do({ action: 'place', fields, done, grip: `piece ${held.ids[0]} ${id || 'loose'}` });
		}
	}

	#goOn(move: Move): void {
		const places = this.#places();
		if (places.length === 0) return;
		const now = this.#over === null ? -1 : places.indexOf(this.#over);
		const columnOf = (place: HTMLElement) => place.closest('[data-column]');
		let next = Math.min(Math.max(now + (move === 'back' ? -1 : 1), 0), places.length - 1);
		if (now >= 0 && (move === 'column' || move === 'column back')) {
			const columns = [...new Set(places.map(columnOf))];
			const at = columns.indexOf(columnOf(places[now]!)) + (move === 'column' ? 1 : -1);
			const column = columns[Math.min(Math.max(at, 0), columns.length - 1)];
			next = places.findIndex((place) => columnOf(place) === column);
		}
		const place = places[next]!;
		this.#goOver(place);
		place.scrollIntoView({ block: 'nearest' });
		this.said = `${next + 1} of ${places.length}: ${place.dataset['says'] ?? ''}`;
	}

	#goOver(place: HTMLElement | null): void {
		this.#over?.removeAttribute('data-over');
		this.#over = place;
		place?.setAttribute('data-over', '');
	}

	/** Where what is in hand can go, in the order of the page. */
	#places(): HTMLElement[] {
		return [...(this.element?.querySelectorAll<HTMLElement>('[data-place]') ?? [])].filter((place) =>
			this.#takes(place),
		);
	}

	#takes({ dataset: { place, id } }: HTMLElement): boolean {
		const { held } = this;
		if (held === null) return false;
		if (held.is === 'finding') return place === 'gap';
		const cited = held.from !== 'loose' && held.from !== '';
		return place === 'finding' ? id !== held.from : place === 'loose' ? cited : place === 'new' && !cited;
	}

	#placeAt(x: number, y: number): HTMLElement | null {
		const under = document.elementFromPoint(x, y);
		if (this.held?.is !== 'finding') {
			const place = under?.closest<HTMLElement>('[data-place]') ?? null;
			return place && this.#takes(place) ? place : null;
		}
		// Gaps are thin: the nearest of the column counts.
		const column = under?.closest('[data-column]');
		const gaps = this.#places().filter((place) => column?.contains(place));
		const away = (gap: HTMLElement) => {
			const { top, bottom } = gap.getBoundingClientRect();
			return Math.abs((top + bottom) / 2 - y);
		};
		return gaps.toSorted((one, other) => away(one) - away(other))[0] ?? null;
	}

	#grip(at: string): HTMLElement | null {
		return this.element?.querySelector<HTMLElement>(`[data-grip="${at}"]`) ?? null;
	}
}

type Move = 'on' | 'back' | 'column' | 'column back';
const moves: Partial<Record<string, Move>> = {
	ArrowDown: 'on',
	ArrowUp: 'back',
	ArrowRight: 'column',
	ArrowLeft: 'column back',
};
