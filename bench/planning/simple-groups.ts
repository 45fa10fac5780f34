import { measuresOf } from '#domain/planning/grouping/explain.ts';
import type { GroupingInput, GroupingSchool } from '#domain/planning/grouping/model.ts';
import { barred, tablesOf } from '#domain/planning/grouping/points.ts';
import { seeded } from '#domain/planning/grouping/instance.fixture.ts';

/** What a plan without mathematics is compared by: points of the whole, a broken rule costing as much as a school left out. */
function valuer(input: GroupingInput) {
	const { schools, pairs } = tablesOf(input);
	const known = new Map<string, number>();
	const ofGroup = (group: readonly number[]): number => {
		const order = group.toSorted((one, other) => one - other);
		const key = order.join();
		let value = known.get(key);
		if (value === undefined) {
			const members = order.map((place): GroupingSchool => schools[place]!);
			value = measuresOf(input, members).reduce((sum, { points }) => sum + points, 0);
			for (const a of order)
				for (const b of order) if (a < b && pairs[a * schools.length + b] === barred) value -= 10_000;
			known.set(key, value);
		}
		return value;
	};
	return { count: schools.length, ofGroup };
}

const total = (groups: readonly number[][], ofGroup: (group: readonly number[]) => number): number =>
	groups.reduce((sum, group) => sum + ofGroup(group), 0);

/** How many groups, as equal as can be, of the largest size that goes. */
const sizes = (count: number, most: number): number[] => {
	const groups = Math.ceil(count / most);
	return Array.from({ length: groups }, (_, at) => Math.floor((count + at) / groups));
};

/** Fills one group after the other with whichever school adds most. */
export function greedyGroups(input: GroupingInput): number {
	const { count, ofGroup } = valuer(input);
	const left = new Set(Array.from({ length: count }, (_, place) => place));
	const groups = sizes(count, input.size.most).map((size) => {
		const group = [[...left][0]!];
		left.delete(group[0]!);
		while (group.length < size) {
			const next = [...left].reduce((best, place) =>
				ofGroup([...group, place]) > ofGroup([...group, best]) ? place : best,
			);
			group.push(next);
			left.delete(next);
		}
		return group;
	});
	return total(groups, ofGroup);
}

/** Swaps two schools so many times, at first even where that loses. */
export function annealedGroups(input: GroupingInput, swaps: number, seed: number): number {
	const { count, ofGroup } = valuer(input);
	const random = seeded(seed);
	const order = Array.from({ length: count }, (_, place) => place).sort(() => random() - 0.5);
	let at = 0;
	const groups = sizes(count, input.size.most).map((size) => order.slice(at, (at += size)));
	let best = total(groups, ofGroup);
	let value = best;
	for (let swap = 0; swap < swaps; swap += 1) {
		const heat = 30 * (1 - swap / swaps) + 0.01;
		const [one, other] = [
			groups[Math.floor(random() * groups.length)]!,
			groups[Math.floor(random() * groups.length)]!,
		];
		if (one === other) continue;
		const [i, j] = [Math.floor(random() * one.length), Math.floor(random() * other.length)];
		const before = ofGroup(one) + ofGroup(other);
		[one[i], other[j]] = [other[j]!, one[i]!];
		const gained = ofGroup(one) + ofGroup(other) - before;
		if (gained >= 0 || random() < Math.exp(gained / heat)) {
			value += gained;
			best = Math.max(best, value);
		} else [one[i], other[j]] = [other[j]!, one[i]!];
	}
	return best;
}
