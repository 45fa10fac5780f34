import { metresBetween } from '#domain/register/distance.ts';
import { compare, inOrder } from '../answer.ts';
import { weightOf } from '../measures.ts';
import { traits, type GroupingInput, type GroupingSchool, type Trait } from './model.ts';

/** Whether they teach pupils of one age: by their ages, or by their phase where an age is not known. */
export function sameAges(one: GroupingSchool, other: GroupingSchool): boolean {
	const ages = [one.lowAge, one.highAge, other.lowAge, other.highAge];
	if (ages.some((age) => age === null)) return one.phase !== '' && one.phase === other.phase;
	return Math.max(one.lowAge!, other.lowAge!) < Math.min(one.highAge!, other.highAge!);
}

/** What two schools differ in, of what is known of both. */
export const differing = (one: GroupingSchool, other: GroupingSchool): Trait[] =>
	traits.filter((trait) => {
		const [a, b] = [one.traits[trait], other.traits[trait]];
		return Boolean(a) && Boolean(b) && a !== b;
	});

/** Kilometres begun beyond what counts as near. */
export const kilometresBeyond = (metres: number | null, near: number): number =>
	metres === null ? 0 : Math.max(0, Math.ceil((metres - near) / 1000));

/** How heavily two schools that need support weigh on one group: 1, 2 or 4; 0 where one of them needs little. */
export const burden = (one: GroupingSchool, other: GroupingSchool): number =>
	Math.max(0, one.status - 1) * Math.max(0, other.status - 1);

export const pairKey = (one: string, other: string): string =>
	compare(one, other) < 0 ? `${one}\n${other}` : `${other}\n${one}`;

const pairKeys = (pairs: readonly (readonly [string, string])[]): Set<string> =>
	new Set(pairs.map(([one, other]) => pairKey(one, other)));

/** What the rules and the points come to, by the place of each school in the order of ids. */
export interface GroupingTables {
	schools: GroupingSchool[];
	/** Points of two in one group, all but needs, in a square; `barred` where they may not be, and on the diagonal where a school may be nowhere. */
	pairs: Float64Array;
	/** Points of a need that each other school could meet, one way: at most what they bring together. */
	shared: Float64Array;
	needs: { theme: number; points: number }[][];
	/** Strengths by school and theme. */
	strong: Uint8Array[];
	/** Which schools stand or fall together, as lists of places in order. */
	units: number[][];
}

export const barred = -1e9;

export function tablesOf(input: GroupingInput): GroupingTables {
	const schools = inOrder(input.schools);
	const themes = [...new Set(schools.flatMap(({ needs }) => needs.map(({ theme }) => theme)))].sort(compare);
	const themeAt = new Map(themes.map((theme, at) => [theme, at]));
	const strong = schools.map(({ strengths }) => {
		const own = new Set(strengths);
		return Uint8Array.from(themes, (theme) => (own.has(theme) ? 1 : 0));
	});
	const needs = schools.map((school) =>
		needsOf(school).map(({ theme, urgency }) => ({
			theme: themeAt.get(theme)!,
			points: urgency * weightOf('need met', input.weights),
		})),
	);
	const count = schools.length;
	const pairs = new Float64Array(count * count);
	const shared = new Float64Array(count * count);
	const points = pairPoints(input);
	for (const place of schools.keys())
		if (hasTwoNumbers(input, schools[place]!.id)) pairs[place * count + place] = barred;
	for (let a = 0; a < count; a += 1) {
		for (let b = 0; b < count; b += 1) {
			if (a === b) continue;
			pairs[a * count + b] = points(schools[a]!, schools[b]!);
			for (const need of needs[a]!) if (strong[b]![need.theme]) shared[a * count + b]! += need.points;
		}
	}
	return { schools, pairs, shared, needs, strong, units: unitsOf(schools, input) };
}

/** A theme counts once, at its highest urgency. */
export function needsOf({ needs }: GroupingSchool): { theme: string; urgency: number }[] {
	const highest = new Map<string, number>();
	for (const { theme, urgency } of needs) highest.set(theme, Math.max(urgency, highest.get(theme) ?? 0));
	return [...highest]
		.map(([theme, urgency]) => ({ theme, urgency }))
		.sort((one, other) => compare(one.theme, other.theme));
}

/** Points of two schools in one group, needs apart, or `barred`. */
function pairPoints(input: GroupingInput): (one: GroupingSchool, other: GroupingSchool) => number {
	const excepted = pairKeys(input.competing.except);
	const apart = pairKeys(input.apart);
	const kept = keptPairs(input);
	const number = new Map(input.numbered.map(({ school, group }) => [school, group]));
	const weight = (key: Parameters<typeof weightOf>[0]) => weightOf(key, input.weights);
	const weights = {
		burden: weight('needs together'),
		contrast: weight('contrast'),
		journey: weight('journey'),
		kept: weight('kept together'),
	};
	return (one, other) => {
		const key = pairKey(one.id, other.id);
		const [first, second] = [number.get(one.id), number.get(other.id)];
		if (apart.has(key) || (first !== undefined && second !== undefined && first !== second)) return barred;
		const metres = metresBetween(one.place, other.place);
		const close = metres !== null && metres < input.competing.within;
		if (close && sameAges(one, other) && !excepted.has(key)) return barred;
		return (
			weights.burden * burden(one, other) +
			weights.contrast * differing(one, other).length +
			weights.journey * kilometresBeyond(metres, input.near) +
			(kept.has(key) ? weights.kept : 0)
		);
	};
}

/** By hand in two places at once: no group can hold it. */
const hasTwoNumbers = ({ numbered }: GroupingInput, id: string): boolean =>
	new Set(numbered.filter(({ school }) => school === id).map(({ group }) => group)).size > 1;

/** The pairs that shared a group last year. */
export function keptPairs({ lastYear }: GroupingInput): Set<string> {
	return new Set(
		lastYear.flatMap((group) =>
			group.flatMap((one, at) => group.slice(at + 1).map((other) => pairKey(one, other))),
		),
	);
}

/** Schools that are wished together, or have their place in the group of one number, stand or fall together. */
function unitsOf(schools: readonly GroupingSchool[], { together, numbered }: GroupingInput): number[][] {
	const at = new Map(schools.map(({ id }, place) => [id, place]));
	const head = schools.map((_, place) => place);
	const find = (place: number): number => (head[place] === place ? place : find(head[place]!));
	const join = (one: string, other: string) => {
		const [a, b] = [at.get(one), at.get(other)];
		if (a === undefined || b === undefined) return;
		const [low, high] = [find(a), find(b)].sort((first, second) => first - second) as [number, number];
		head[high] = low;
	};
	for (const [one, other] of together) join(one, other);
	const first = new Map<number, string>();
	for (const { school, group } of numbered) {
		const before = first.get(group);
		if (before === undefined && at.has(school)) first.set(group, school);
		else if (before !== undefined) join(before, school);
	}
	const units = new Map<number, number[]>();
	for (const place of head.keys()) units.set(find(place), [...(units.get(find(place)) ?? []), place]);
	return [...units.values()];
}
