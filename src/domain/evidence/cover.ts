/** What covers a face or a name on a picture: a box in the picture's own pixels. */
export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

export type Size = Pick<Box, 'width' | 'height'>;
type Point = Pick<Box, 'x' | 'y'>;

/** Longer than this no photo leaves a device: enough to read a child's handwriting. */
export const longestSide = 1600;

/** The same proportions, with neither side longer than given; never larger than it is. */
export function fitWithin({ width, height }: Size, longest: number): Size {
	const scale = Math.min(1, longest / Math.max(width, height));
	return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Smaller ones cover nothing, and could be neither seen nor taken hold of. */
const smallest = (picture: Size): number => Math.min(picture.width, picture.height) * 0.04;

const between = (low: number, value: number, high: number): number => Math.max(low, Math.min(value, high));

/** The same box, no smaller than can be seen, and within the picture. */
export function within(box: Box, picture: Size): Box {
	const width = between(smallest(picture), box.width, picture.width);
	const height = between(smallest(picture), box.height, picture.height);
	return {
		width,
		height,
		x: between(0, box.x, picture.width - width),
		y: between(0, box.y, picture.height - height),
	};
}

/** The box from one corner to the other, in whichever order they were touched; what lies outside the picture is left out. */
export function boxBetween(one: Point, other: Point, picture: Size): Box {
	const [left, right] = [one.x, other.x].map((x) => between(0, x, picture.width)).toSorted((a, b) => a - b);
	const [top, bottom] = [one.y, other.y].map((y) => between(0, y, picture.height)).toSorted((a, b) => a - b);
	return within({ x: left!, y: top!, width: right! - left!, height: bottom! - top! }, picture);
}

/** A box as large as a face may be, around a point. */
export function boxAround({ x, y }: Point, picture: Size): Box {
	const side = Math.min(picture.width, picture.height) * 0.2;
	return within({ x: x - side / 2, y: y - side / 2, width: side, height: side }, picture);
}

/** By how much one press of a key moves a box: so many parts of the picture's longer side. */
const steps = 50;

/** Moved by steps to the right and down; it stops at the edge. */
export function moved(box: Box, right: number, down: number, picture: Size): Box {
	const step = Math.max(picture.width, picture.height) / steps;
	return within({ ...box, x: box.x + right * step, y: box.y + down * step }, picture);
}

/** Made wider and higher by steps; its upper left corner stays where it can. */
export function stretched(box: Box, wider: number, higher: number, picture: Size): Box {
	const step = Math.max(picture.width, picture.height) / steps;
	return within({ ...box, width: box.width + wider * step, height: box.height + higher * step }, picture);
}

/** The whole pixels that a box touches: what it covers only in part is covered, too. */
export function pixelsOf({ x, y, width, height }: Box): Box {
	const [left, top] = [Math.floor(x), Math.floor(y)];
	return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
}

/** Where a box stands, in words, for whoever does not see it. */
export function whereIs({ x, y, width, height }: Box, picture: Size): string {
	const percent = (part: number, of: number) => `${Math.round((100 * part) / of)} %`;
	return `${percent(x, picture.width)} from the left, ${percent(y, picture.height)} from the top, ${percent(width, picture.width)} wide, ${percent(height, picture.height)} high`;
}
