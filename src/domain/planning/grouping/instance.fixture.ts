import type { GroupingInput, GroupingSchool } from './model.ts';

/** A stream of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const themes = [
	'reading',
	'writing',
	'mathematics',
	'early years',
	'behaviour',
	'attendance',
	'SEND',
	'curriculum',
];
const id = (prefix: string, index: number) => `${prefix}${String(index).padStart(3, '0')}`;

/** An invented partnership: towns some way apart, four primaries to a secondary, needs and strengths by chance. */
export function groupingInstance(schools: number, seed: number): GroupingInput {
	const random = seeded(seed * 1000 + schools);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
	const some = (chance: number) => themes.filter(() => random() < chance);
	const towns = Array.from({ length: Math.ceil(schools / 8) }, () => ({
		easting: 550_000 + Math.floor(random() * 40_000),
		northing: 200_000 + Math.floor(random() * 40_000),
	}));
	const made = Array.from({ length: schools }, (_, index): GroupingSchool => {
		const secondary = random() < 0.2;
		const town = pick(towns);
		const strengths = some(0.25);
		return {
			id: id('s', index),
			name: `School ${index + 1}`,
			place: {
				easting: town.easting + Math.floor(random() * 6000),
				northing: town.northing + Math.floor(random() * 6000),
			},
			phase: secondary ? 'Secondary' : 'Primary',
			lowAge: secondary ? 11 : 4,
			highAge: secondary ? 16 : 11,
			needs: some(0.25)
				.filter((theme) => !strengths.includes(theme))
				.map((theme) => ({ theme, urgency: 1 + Math.floor(random() * 3) })),
			strengths,
			status: pick([0, 0, 1, 1, 2, 3]),
			traits: {
				size: pick(['small', 'middling', 'large']),
				intake: pick(['low', 'middling', 'high']),
				setting: pick(['town', 'village', 'coast']),
				character: pick(['none', 'none', 'Church of England']),
				phase: secondary ? 'Secondary' : 'Primary',
			},
		};
	});
	const shuffled = made
		.map(({ id: school }) => ({ school, at: random() }))
		.sort((one, other) => one.at - other.at);
	const lastYear = Array.from({ length: Math.floor(schools / 4) }, (_, group) =>
		shuffled.slice(group * 4, group * 4 + 4).map(({ school }) => school),
	);
	return {
		schools: made,
		size: { least: 3, most: 4 },
		near: 5000,
		competing: { within: 1500, except: [] },
		together: [],
		apart: [],
		numbered: [],
		lastYear,
		weights: {},
	};
}
