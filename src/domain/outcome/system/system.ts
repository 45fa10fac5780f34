/** One school's use of an assessment system (CSC-27). */
export interface SystemInUse {
	id: string;
	memberId: string;
	memberName: string;
	name: string;
	/** For which year groups and subjects; empty for all. */
	usedFor: string;
	/** School years, '2024-25'. */
	sinceYear: string;
	/** The last one; null where no end is known. */
	untilYear: string | null;
	version: number;
}

/** A system with the schools that use it in a school year. */
export interface SharedSystem {
	name: string;
	uses: SystemInUse[];
	/** How many schools use it. */
	schools: number;
}

/** More systems no school says of itself. */
export const mostSystems = 30;

/** By which two spellings are one name: 'NFER  tests' and 'nfer Tests'. */
export const asOneName = (name: string): string =>
	name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-GB');

/** How a name is spelt already, where one of its kind is known; else as it was typed, with single spaces. */
export const spelling = (name: string, known: readonly string[]): string =>
	known.find((one) => asOneName(one) === asOneName(name)) ?? name.trim().replace(/\s+/g, ' ');

const isUsedIn = ({ sinceYear, untilYear }: SystemInUse, schoolYear: string): boolean =>
	sinceYear <= schoolYear && (untilYear === null || untilYear >= schoolYear);

/** Which systems schools use in a school year, those of most schools first; what has ended or is to come is left out. */
export function systemsIn(uses: readonly SystemInUse[], schoolYear: string): SharedSystem[] {
	const now = Map.groupBy(
		uses.filter((use) => isUsedIn(use, schoolYear)),
		({ name }) => asOneName(name),
	);
	return [...now.values()]
		.map((some) => ({
			name: some[0]!.name,
			uses: some.toSorted((one, other) => one.memberName.localeCompare(other.memberName, 'en-GB')),
			schools: new Set(some.map(({ memberId }) => memberId)).size,
		}))
		.sort((one, other) => other.schools - one.schools || one.name.localeCompare(other.name, 'en-GB'));
}

/** What is shared, in a sentence. */
export function inCommonInWords(systems: readonly SharedSystem[]): string {
	const shared = systems.filter(({ schools }) => schools > 1).length;
	if (systems.length === 0) return 'No school has said yet by which systems it assesses.';
	if (shared === 0) return 'No two schools use the same system, as far as they have said.';
	return shared === 1
		? 'One system is used by more than one school.'
		: `${shared} systems are used by more than one school.`;
}

/** 'Years 1 to 6, reading; since 2022-23' */
export const useInWords = ({ usedFor, sinceYear, untilYear }: SystemInUse): string =>
	[usedFor, untilYear ? `${sinceYear} to ${untilYear}` : `since ${sinceYear}`]
		.filter((words) => words !== '')
		.join('; ');
