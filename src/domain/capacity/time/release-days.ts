import Papa from 'papaparse';
import type { DayGiven } from './ledger.ts';

export interface ReleaseDay extends Pick<DayGiven, 'day' | 'name' | 'hostName'> {
	/** What the protocol calls what they are on the team. */
	as: string;
	/** Empty for those whom no school here releases: their day has no cost. */
	school: string;
}

/** What some days cost the schools that release somebody for them. */
export const costOf = (days: readonly { memberId: string | null }[], pounds: number): number =>
	days.filter(({ memberId }) => memberId !== null).length * pounds;

/**
 * Release days as a table for spreadsheets, a row a day in the order of days, with a cost each where one is set. Above it stands
 * `notAll`, why there may be more of them, to whoever may not know. No cell is taken for a formula, whatever anybody calls
 * themselves or their school.
 */
export function releaseDaysTable(
	days: readonly ReleaseDay[],
	pounds: number | null,
	notAll: string | null,
): string {
	const heading = ['Day', 'Person', 'School', 'Review at', 'As', ...(pounds === null ? [] : ['Cost (£)'])];
	const rows = days
		.toSorted((one, other) => one.day.localeCompare(other.day) || one.name.localeCompare(other.name))
		.map(({ day, name, school, hostName, as }) => [
			...[day, name, school, hostName, as],
			...(pounds === null ? [] : [school === '' ? '' : pounds]),
		]);
	// The mark by which Excel knows that it is UTF-8.
	return `\uFEFF${Papa.unparse([...(notAll === null ? [] : [[notAll]]), heading, ...rows], { escapeFormulae: true })}\r\n`;
}

/** 'release-days-2026-27.csv' */
export const releaseDaysFile = (year: string): string => `release-days-${year}.csv`;
