import type { Span } from './school-year.ts';

/** From which age to which a school takes pupils: those of an infant school are 4 to 7. */
export interface Ages {
	low: number;
	high: number;
}

/**
 * A national test by those who sit it: a school does where it takes pupils of `from` or younger and keeps them until `to` or
 * longer. `season` is a test that goes on for weeks.
 */
export interface NationalTest {
	/** Reads on after 'the week of'. */
	name: string;
	from: number;
	to: number;
	season?: true;
}

/** Days of a national test, from the first to the last. */
export type TestWeek = Span & { test: NationalTest };

/** Year 1 sits the phonics check, Year 4 the tables check, Year 6 the Key Stage 2 tests; exams are sat at sixteen and eighteen. */
export const tests = {
	phonics: { name: 'the phonics check', from: 5, to: 6 },
	tables: { name: 'the multiplication tables check', from: 8, to: 9 },
	ks2: { name: 'the Key Stage 2 tests', from: 10, to: 11 },
	exams: { name: 'GCSE and A level exams', from: 17, to: 16, season: true },
} as const satisfies Record<string, NationalTest>;

/** Ages of which nothing is known: any test may be sat there. */
export const anyAge: Ages = { low: 2, high: 19 };

/** The ages that the register gives; where it gives none, those behind its word for the phase; of any age where neither says. */
export function agesOf(low: number | null, high: number | null, phase: string): Ages {
	if (low !== null && high !== null) return { low, high };
	if (/^primary/i.test(phase)) return { low: 4, high: 11 };
	if (/^middle/i.test(phase)) return { low: 9, high: 13 };
	if (/^secondary/i.test(phase)) return { low: 11, high: 18 };
	if (/^16 plus/i.test(phase)) return { low: 16, high: 19 };
	if (/^nursery/i.test(phase)) return { low: 2, high: 5 };
	return anyAge;
}

/** Whether any of some schools sits a test. */
export const sits = (schools: readonly Ages[], { from, to }: NationalTest): boolean =>
	schools.some(({ low, high }) => low <= from && high >= to);
