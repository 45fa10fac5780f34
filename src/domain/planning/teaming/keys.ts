import type { TeamRole } from './model.ts';

/** Names of the programme's columns. They are read back from the choice, and decide nothing. */
export const taking = (review: string, person: string, role: TeamRole): string =>
	JSON.stringify(['takes', review, person, role]);
export const unstaffed = (review: string): string => JSON.stringify(['unstaffed', review]);
export const open = (review: string, role: TeamRole): string => JSON.stringify(['open', review, role]);
export const returning = (one: string, other: string): string => JSON.stringify(['both ways', one, other]);
export const furtherDay = (person: string, at: number): string => JSON.stringify(['day of', person, at]);
export const overLimit = (person: string): string => JSON.stringify(['over', person]);

/** Of a taken column: what it is, and of what. */
export const read = (key: string): [kind: string, ...of: string[]] =>
	JSON.parse(key) as [string, ...string[]];
