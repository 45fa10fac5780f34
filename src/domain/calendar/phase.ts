import type { Span } from './school-year.ts';

/** Whose pupils sit national tests or exams. An all-through school is both. */
export const phases = ['primary', 'secondary'] as const;
export type Phase = (typeof phases)[number];

/** Days of national tests, from the first to the last; `name` reads on after 'the week of'. */
export type TestWeek = Span & { name: string; phase: Phase };

/** The phases behind the register's word for a school; both where it says nothing of use, as for an unregistered one. */
export function phasesOfWord(word: string): readonly Phase[] {
	// A middle school has pupils of eleven and none of sixteen, whatever it is deemed to be.
	if (/^primary|^middle/i.test(word)) return ['primary'];
	if (/^secondary|16 plus/i.test(word)) return ['secondary'];
	if (/nursery/i.test(word)) return [];
	return phases;
}
