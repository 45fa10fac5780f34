import type { RegisteredSchool } from './model.ts';

/** A point on the register's grid, in metres. */
export interface Point {
	easting: number;
	northing: number;
}

/** Where the first of these schools is of which the register knows it; null where it knows of none. */
export function pointOf(schools: readonly Pick<RegisteredSchool, 'easting' | 'northing'>[]): Point | null {
	const placed = schools.find(({ easting, northing }) => easting !== null && northing !== null);
	return placed ? { easting: placed.easting!, northing: placed.northing! } : null;
}

/** Whole metres between two points on the grid; null where one of them is not known. */
export function metresBetween(one: Point | null, other: Point | null): number | null {
	if (!one || !other) return null;
	const east = one.easting - other.easting;
	const north = one.northing - other.northing;
	return Math.floor(Math.sqrt(east * east + north * north));
}
