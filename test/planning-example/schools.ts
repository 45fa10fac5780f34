import { readExtract as readResults } from '#domain/outcome/extract.server.ts';
import type { PublishedResult } from '#domain/outcome/published.ts';
import type { GroupingSchool } from '#domain/planning/grouping/model.ts';
import { placeAndTraits } from '#domain/planning/proposal/school-traits.ts';
import { readExtract as readRegister } from '#domain/register/extract.server.ts';
import { isCurrent, type RegisteredSchool } from '#domain/register/model.ts';
import { mostNeeds } from '#domain/support/model.ts';

// Real schools for an example: Essex, with the places of the register and the key stage 2 results of one year, as they ship with the product.

export const resultsOf = '2023-24';
const essex = '881';

/** A published figure that a theme goes by, and how far from the middle of Essex counts. Rules of this example and of nothing else. */
interface Figure {
	theme: string;
	words: string;
	of: (result: PublishedResult) => number | null;
	/** A strength from so much above the middle on, a need from so much below. */
	apart: number;
}

export const figures: readonly Figure[] = [
	{
		theme: 'reading',
		words: 'average scaled score in reading',
		of: ({ readingScore }) => readingScore,
		apart: 2,
	},
	{
		theme: 'mathematics',
		words: 'average scaled score in maths',
		of: ({ mathsScore }) => mathsScore,
		apart: 2,
	},
	{
		theme: 'greater depth',
		words: 'percent at the higher standard in reading, writing and maths',
		of: ({ rwmHigher }) => rwmHigher,
		apart: 5,
	},
];

export interface ExampleSchool extends GroupingSchool {
	pupils: number | null;
}

export interface Example {
	schools: ExampleSchool[];
	/** The middle of all Essex schools, by theme. */
	middles: Map<string, number>;
}

/** The so many schools with results that are nearest to a place. */
export function essexExample(count: number, centre: { easting: number; northing: number }): Example {
	const results = new Map(
		[...readResults()]
			.filter(({ year, suppressed }) => year === resultsOf && !suppressed)
			.map((result) => [result.urn, result]),
	);
	const all = [...readRegister().schools.values()].filter(
		(school) =>
			school.laCode === essex && isCurrent(school) && results.has(school.urn) && school.easting !== null,
	);
	const middles = new Map(
		figures.map(({ theme, of }) => [theme, middle(all.flatMap(({ urn }) => of(results.get(urn)!) ?? []))]),
	);
	const away = ({ easting, northing }: RegisteredSchool) =>
		(easting! - centre.easting) ** 2 + (northing! - centre.northing) ** 2;
	const nearest = all
		.toSorted((one, other) => away(one) - away(other) || one.urn - other.urn)
		.slice(0, count);
	return { middles, schools: nearest.map((school) => asExample(school, results.get(school.urn)!, middles)) };
}

function asExample(
	school: RegisteredSchool,
	result: PublishedResult,
	middles: Map<string, number>,
): ExampleSchool {
	const apart = figures.map(({ theme, of, apart: counts }) => {
		const value = of(result);
		return { theme, by: value === null ? 0 : (value - middles.get(theme)!) / counts };
	});
	return {
		id: String(school.urn),
		name: school.name,
		pupils: school.pupils,
		...placeAndTraits([school]),
		needs: apart
			.filter(({ by }) => by <= -1)
			.toSorted((one, other) => one.by - other.by)
			.map(({ theme }, place) => ({ theme, urgency: mostNeeds - place })),
		strengths: apart.filter(({ by }) => by >= 1).map(({ theme }) => theme),
		// How much support a school needs is its head’s own judgement, and no figure’s.
		status: 0,
	};
}

function middle(values: readonly number[]): number {
	const order = values.toSorted((one, other) => one - other);
	return order[Math.floor(order.length / 2)]!;
}
