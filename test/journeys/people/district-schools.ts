import { completeRegister } from '#domain/register/completion.ts';
import { readExtract } from '#domain/register/extract.server.ts';

/**
 * The first so many open state primary, infant and junior schools of a district by URN, from the register that ships with
 * the product. The rule by which a partnership is filled up whose case study does not name its schools; the schools named
 * already are left out.
 */
export function districtSchools(district: string, count: number, named: readonly number[]): number[] {
	const { schools, links, names, asOf } = readExtract();
	return [...completeRegister(schools.values(), links, names, asOf).schools.values()]
		.filter(
			(school) => school.district === district && school.phase === 'Primary' && school.status === 'open',
		)
		.filter(({ urn, knownByLink }) => !knownByLink && !named.includes(urn))
		.map(({ urn }) => urn)
		.toSorted((one, other) => one - other)
		.slice(0, count);
}
