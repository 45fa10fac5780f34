import {
	type Box,
	boxAround,
	boxBetween,
	moved,
	pixelsOf,
	type Size,
	stretched,
	within,
} from '#domain/evidence/cover.ts';

type Point = Pick<Box, 'x' | 'y'>;

/** The boxes that somebody draws over a picture, with what they can undo. */
export class Covering {
	readonly picture: Size;
	boxes: Box[] = $state.raw([]);
	/** The box that keys and buttons move; null where there is none. */
	at: number | null = $state(null);
	#before: Box[][] = $state.raw([]);
	readonly undoes = $derived(this.#before.length > 0);

	constructor(picture: Size) {
		this.picture = picture;
	}

	/** The pixels to be covered. */
	pixels(): Box[] {
		return this.boxes.map(pixelsOf);
	}

	/** Adds a box around a point, in the middle unless told, and takes hold of it. */
	add(point: Point = { x: this.picture.width / 2, y: this.picture.height / 2 }): void {
		this.#remember();
		this.boxes = [...this.boxes, boxAround(point, this.picture)];
		this.at = this.boxes.length - 1;
	}

	/** Draws the box that is held anew, from one corner to the other. */
	draw(from: Point, to: Point): void {
		this.#replace(boxBetween(from, to, this.picture));
	}

	/** Puts the box that is held somewhere else, in the picture’s pixels. */
	put(box: Box): void {
		this.#replace(within(box, this.picture));
	}

	move(right: number, down: number): void {
		this.#change((box) => moved(box, right, down, this.picture));
	}

	stretch(wider: number, higher: number): void {
		this.#change((box) => stretched(box, wider, higher, this.picture));
	}

	remove(): void {
		if (this.at === null) return;
		this.#remember();
		this.boxes = this.boxes.filter((_, index) => index !== this.at);
		this.at = this.boxes.length > 0 ? this.boxes.length - 1 : null;
	}

	undo(): void {
		const last = this.#before.at(-1);
		if (!last) return;
		this.boxes = last;
		this.#before = this.#before.slice(0, -1);
		this.at = last.length > 0 ? last.length - 1 : null;
	}

	/** What follows, until the next time, is undone as one. */
	begin(): void {
		this.#remember();
	}

	#change(how: (box: Box) => Box): void {
		if (this.at === null) return;
		this.#remember();
		this.#replace(how(this.boxes[this.at]!));
	}

	#replace(box: Box): void {
		this.boxes = this.boxes.map((one, index) => (index === this.at ? box : one));
	}

	#remember(): void {
		this.#before = [...this.#before, this.boxes];
	}
}
