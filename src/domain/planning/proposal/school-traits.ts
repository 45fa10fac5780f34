import { pointOf } from '#domain/register/distance.ts';
import type { RegisteredSchool } from '#domain/register/model.ts';
import type { GroupingSchool } from '../grouping/model.ts';

/** A member's schools as grouping sees them: where it is, for whom, and how it differs from others. One or two run as one. */
export function placeAndTraits(
	schools: readonly RegisteredSchool[],
): Pick<GroupingSchool, 'place' | 'phase' | 'lowAge' | 'highAge' | 'traits'> {
	const low = schools.flatMap(({ lowAge }) => lowAge ?? []);
	const high = schools.flatMap(({ highAge }) => highAge ?? []);
	const pupils = schools.flatMap((school) => school.pupils ?? []);
	const phases = [...new Set(schools.map(({ phase }) => phase))].sort();
	return {
		place: pointOf(schools),
		phase: phases.join(' and '),
		lowAge: low.length > 0 ? Math.min(...low) : null,
		highAge: high.length > 0 ? Math.max(...high) : null,
		traits: {
			size: pupils.length > 0 ? band(sum(pupils), sizes) : null,
			intake: intakeOf(schools),
			character: schools.length > 0 ? characterOf(schools) : null,
			phase: phases.join(' and ') || null,
		},
	};
}

/** Up to so many, and what that is called; the last has no end. */
type Bands = readonly (readonly [most: number, words: string])[];

/** Half a form of entry, one, two and more, by pupils of a primary school. */
const sizes: Bands = [
	[105, 'up to half a form'],
	[210, 'up to one form'],
	[420, 'up to two forms'],
	[Infinity, 'more than two forms'],
];

/** Percent of pupils who are eligible for free school meals. */
const intakes: Bands = [
	[10, 'few on free school meals'],
	[25, 'some on free school meals'],
	[Infinity, 'many on free school meals'],
];

const band = (value: number, bands: Bands): string => bands.find(([most]) => value <= most)![1];

/** Of two schools the share among all their pupils. */
function intakeOf(schools: readonly RegisteredSchool[]): string | null {
	const known = schools.filter(
		({ fsmPercent, pupils }) => fsmPercent !== null && pupils !== null && pupils > 0,
	);
	const pupils = sum(known.map((school) => school.pupils!));
	if (pupils === 0) return null;
	return band(sum(known.map((school) => school.fsmPercent! * school.pupils!)) / pupils, intakes);
}

const none = ['', 'None', 'Does not apply'];
const characterOf = (schools: readonly RegisteredSchool[]): string =>
	schools.map(({ religiousCharacter }) => religiousCharacter).find((one) => !none.includes(one)) ??
	'no religious character';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
