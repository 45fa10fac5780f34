import { priceUnit, type Column } from '#platform/solver/programme.ts';
import type { Asked, Priced } from '#platform/solver/problem.ts';
import type { Triple } from '#platform/solver/subset-rows.ts';
import { BestOfAll, BestOfEach, type Keeper } from './best-few.ts';
import { barred, type GroupingTables } from './points.ts';

/** A unit of schools that stand or fall together, as the search sees it. */
interface Unit {
	schools: number[];
	/** Points among its own schools, needs counted as if none were met twice. */
	own: number;
}

/** Everything a search needs that is the same at all prices. Points are in price units throughout. */
export interface GroupSearch {
	tables: GroupingTables;
	least: number;
	most: number;
	units: Unit[];
	/** Points between units, needs counted as if none were met twice: never less than what they are worth. */
	between: Float64Array;
	/** The highest of them for each unit. */
	highest: Float64Array;
}

export function groupSearch(tables: GroupingTables, size: { least: number; most: number }): GroupSearch {
	const { schools, pairs, shared } = tables;
	const count = schools.length;
	const both = (a: number, b: number): number => {
		const points = pairs[a * count + b]!;
		return points === barred ? -Infinity : points + shared[a * count + b]! + shared[b * count + a]!;
	};
	const units = tables.units
		.map((members) => ({
			schools: members,
			own:
				priceUnit *
				members.reduce(
					(sum, a, at) =>
						members
							.slice(at + 1)
							.reduce((total, b) => total + both(a, b), pairs[a * count + a] === barred ? -Infinity : sum),
					0,
				),
		}))
		.filter(({ own, schools: { length } }) => own > -Infinity && length <= size.most);
	const between = new Float64Array(units.length ** 2);
	const highest = new Float64Array(units.length);
	for (const [u, one] of units.entries()) {
		for (const [v, other] of units.entries()) {
			if (u === v) continue;
			let points = 0;
			for (const a of one.schools) for (const b of other.schools) points += both(a, b);
			between[u * units.length + v] = points * priceUnit;
			highest[u] = Math.max(highest[u]!, points * priceUnit);
		}
	}
	return { tables, least: Math.max(1, size.least), most: size.most, units, between, highest };
}

/**
 * All groups whose reduced value is above the threshold, best first; where there are more than asked for, the best for each
 * school if `spread`, else the best of all. Goes through every group that the sizes allow, but for those under a partial group that
 * provably leads to none above the threshold.
 */
export function priceGroups(search: GroupSearch, { prices, cuts, above, most, spread }: Asked): Priced {
	const { units, between, highest, tables } = search;
	const count = units.length;
	const best = keeperFor(search, above, most, spread);
	const alone = units.map(
		({ own, schools }) => own - schools.reduce((sum, school) => sum + prices[school]!, 0),
	);
	// What a unit adds to the group of each depth; a row for each unit already in it.
	const gains = Array.from({ length: search.most + 1 }, () => new Float64Array(count));
	gains[0]!.set(alone);
	const cutsOf = cutsByUnit(units, cuts, prices.slice(tables.schools.length));
	const group: number[] = [];
	const hopes: number[] = [];

	/** A cut costs its price once, when the second of its three units comes; a third costs nothing more. */
	const charge = (cutsHere: readonly UnitCut[], next: Float64Array, unit: number): void => {
		for (const { others, price } of cutsHere) {
			const [one, other] = others;
			const has = group.includes(one) || group.includes(other);
			for (const each of others) if (each > unit) next[each]! += has ? price : -price;
		}
	};

	const extend = (from: number, size: number, score: number): void => {
		const gain = gains[group.length]!;
		const room = search.most - size;
		if (size >= search.least && score > best.threshold) keep(score);
		if (room === 0 || from === count) return;
		if (room === 1) return last(gain, from, score);
		if (score + hope(gain, from, room) <= best.threshold) return;
		for (let unit = from; unit < count; unit += 1) {
			const added = units[unit]!.schools.length;
			if (added > room || !Number.isFinite(gain[unit])) continue;
			group.push(unit);
			if (added < room) {
				const next = gains[group.length]!;
				for (let other = unit + 1; other < count; other += 1) {
					next[other] = gain[other]! + between[unit * count + other]!;
				}
				charge(cutsOf[unit]!, next, unit);
			}
			extend(unit + 1, size + added, score + gain[unit]!);
			group.pop();
		}
	};

	/** Scores count needs as if none were met twice; what is comes off where a score is good enough without it. */
	const keep = (score: number): void => {
		const schools = group.flatMap((unit) => units[unit]!.schools);
		if (schools.every((school) => score <= best.thresholdOf[school]!)) return;
		best.take(schools, score - metTwice(tables, schools) * priceUnit);
	};

	/** Room for one more: nearly all of the work, and so without another call for each. */
	const last = (gain: Float64Array, from: number, score: number): void => {
		let least = Infinity;
		for (const unit of group) {
			for (const school of units[unit]!.schools) least = Math.min(least, best.thresholdOf[school]!);
		}
		for (let unit = from; unit < count; unit += 1) {
			const reached = score + gain[unit]!;
			if (reached <= best.threshold) continue;
			const { schools } = units[unit]!;
			if (schools.length > 1 || (reached <= least && reached <= best.thresholdOf[schools[0]!]!)) continue;
			group.push(unit);
			keep(reached);
			group.pop();
		}
	};

	/** The most that further units can add: each its gain and half its best pair with each other that comes. */
	const hope = (gain: Float64Array, from: number, room: number): number => {
		hopes.length = 0;
		const pairs = (room - 1) / 2;
		for (let unit = from; unit < count; unit += 1) {
			const hoped = gain[unit]! + pairs * highest[unit]!;
			if (hoped <= 0 || (hopes.length === room && hoped <= hopes[room - 1]!)) continue;
			let at = Math.min(hopes.length, room - 1);
			while (at > 0 && hopes[at - 1]! < hoped) {
				hopes[at] = hopes[at - 1]!;
				at -= 1;
			}
			hopes[at] = hoped;
		}
		let sum = 0;
		for (const hoped of hopes) sum += hoped;
		return sum;
	};

	extend(0, 0, 0);
	const { kept, leftOut } = best.end();
	const groups = Math.floor(tables.schools.length / search.least);
	const top = Math.max(0, kept[0]?.score ?? above, leftOut ?? 0);
	return {
		columns: kept.map(({ schools }) => columnOf(tables, schools)),
		// Prices that find none above the threshold may still leave each group worth as much as it.
		slack: groups * top,
		leftOut,
	};
}

function keeperFor({ units, tables }: GroupSearch, above: number, most: number, spread: boolean): Keeper {
	const count = tables.schools.length;
	if (!spread) return new BestOfAll(above, most, count);
	const few = Math.max(2, Math.ceil(most / Math.max(1, count)));
	return new BestOfEach(
		above,
		few,
		units.flatMap(({ schools }) => schools),
	);
}

/**
 * Prices to begin with: a share of what a school could at most bring to a group. Few groups gain at high ones, so that the first
 * searches are short and find groups that are good for each of their schools.
 */
export function firstPrices({ units, between, most, tables }: GroupSearch): number[][] {
	const highest = tables.schools.map(() => 0);
	for (const [unit, { schools, own }] of units.entries()) {
		const row = between
			.slice(unit * units.length, (unit + 1) * units.length)
			.sort()
			.reverse();
		const best = row
			.slice(0, Math.max(0, most - schools.length))
			.reduce((sum, points) => sum + Math.max(0, points), 0);
		for (const school of schools) highest[school] = (own + best / 2) / schools.length;
	}
	return [0.9, 0.8, 0.7, 0.6].map((share) => highest.map((points) => Math.round(points * share)));
}

/** A cut as it meets one of its units: the other two, and the price. */
interface UnitCut {
	others: readonly [number, number];
	price: number;
}

/** The cuts with a price, by unit. They are among schools of which each speaks for a unit of its own. */
function cutsByUnit(units: readonly Unit[], cuts: readonly Triple[], prices: readonly number[]): UnitCut[][] {
	const unitOf = new Map(
		units.flatMap(({ schools }, unit) => schools.map((school) => [school, unit] as const)),
	);
	const byUnit: UnitCut[][] = units.map(() => []);
	for (const [at, cut] of cuts.entries()) {
		const price = prices[at]!;
		if (price === 0) continue;
		const [a, b, c] = cut.map((school) => unitOf.get(school) ?? -1) as [number, number, number];
		byUnit[a]?.push({ others: [b, c], price });
		byUnit[b]?.push({ others: [a, c], price });
		byUnit[c]?.push({ others: [a, b], price });
	}
	return byUnit;
}

/** Points counted too often because more than one of the group could meet a need. */
export function metTwice({ needs, strong }: GroupingTables, schools: readonly number[]): number {
	let points = 0;
	for (const school of schools) {
		for (const need of needs[school]!) {
			let able = 0;
			for (const other of schools) if (other !== school) able += strong[other]![need.theme]!;
			if (able > 1) points += (able - 1) * need.points;
		}
	}
	return points;
}

function columnOf(tables: GroupingTables, places: readonly number[]): Column {
	const order = places.toSorted((one, other) => one - other);
	return {
		key: order.map((place) => tables.schools[place]!.id).join('\n'),
		value: pointsOf(tables, order),
		most: 1,
		whole: true,
		entries: order.map((place) => [place, 1] as const),
	};
}

function pointsOf(tables: GroupingTables, order: readonly number[]): number {
	const { schools, pairs, shared } = tables;
	const both = (a: number, b: number) =>
		pairs[a * schools.length + b]! + shared[a * schools.length + b]! + shared[b * schools.length + a]!;
	const together = order.reduce(
		(sum, a, at) => order.slice(at + 1).reduce((total, b) => total + both(a, b), sum),
		0,
	);
	return together - metTwice(tables, order);
}
