import { asPeopleSay } from './day.ts';
import type { SchoolYear, Span } from './school-year.ts';

/** In what a school's own dates differ from its partnership's, a sentence each; none where they agree. */
export function differences(common: SchoolYear, own: SchoolYear): string[] {
	const terms = own.terms.flatMap((term) => {
		const other = common.terms.find(({ name }) => name === term.name);
		const same = other && sameSpan(term, other);
		const sameBreak = other && sameSpan(term.break, other.break);
		return [
			...(same ? [] : [`The ${term.name} term is from ${spanWords(term)}.`]),
			...(sameBreak ? [] : [breakWords(term.name, term.break)]),
		];
	});
	const dropped = common.terms
		.filter(({ name }) => !own.terms.some((term) => term.name === name))
		.map(({ name }) => `There is no ${name} term.`);
	const [more, fewer] = [without(own.inset, common.inset), without(common.inset, own.inset)];
	return [
		...terms,
		...dropped,
		...more.map((day) => `INSET on ${asPeopleSay(day)}.`),
		...fewer.map((day) => `No INSET on ${asPeopleSay(day)}.`),
		...(own.bankHolidays === common.bankHolidays
			? []
			: [`Schools are ${own.bankHolidays ?? 'closed'} on England’s bank holidays.`]),
	];
}

const sameSpan = (one: Span | null, other: Span | null): boolean =>
	one?.from === other?.from && one?.to === other?.to;
const spanWords = ({ from, to }: Span): string => `${asPeopleSay(from)} to ${asPeopleSay(to)}`;
const breakWords = (term: string, pause: Span | null): string =>
	pause
		? `The ${term} half-term holiday is from ${spanWords(pause)}.`
		: `There is no half-term holiday in the ${term} term.`;
const without = (days: readonly string[], others: readonly string[]): string[] =>
	days.filter((day) => !others.includes(day));
