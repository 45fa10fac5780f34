import {
	groupWords,
	measureKeys,
	kindOf,
	pupilGroups,
	type MeasureKey,
	type PupilGroup,
} from '../measures.ts';
import { yearEnding, yearIn, type SchoolYear } from '../year.ts';

/** What a cell says of a figure. Held back: there is one and it is not shown. */
export type Cell =
	| {
			is: 'figure';
			value: number;
			/** Whether it has a percent sign: then it is no part of one. */
			isPercent: boolean;
	  }
	| { is: 'held back' | 'nothing' | 'no number' };

/** What DfE and local authorities write for a figure that is not shown: SUPP, LOWCOV, NA, NE, NP, and the letters x, c, z. */
const heldBack = /^(supp(ressed)?|lowcov|n\/?a|ne|np|x|c|z|:|\*+)$/i;

/** Reads a cell as a figure: '63%', '104', '-1.9', '+1.9', '.5', '63,5'. Whatever else it says is no number, formulas included. */
export function figureIn(cell: string): Cell {
	const text = cell.trim();
	if (/^[-–.]?$/.test(text)) return { is: 'nothing' };
	if (heldBack.test(text)) return { is: 'held back' };
	if (!/^[-−+]?(\d{1,4}([.,]\d+)?|[.,]\d+)\s?%?$/.test(text)) return { is: 'no number' };
	const value = Number.parseFloat(text.replace('−', '-').replace('+', '').replace(',', '.'));
	return { is: 'figure', value, isPercent: text.endsWith('%') };
}

/** A count of pupils; null for whatever is none. */
export const countIn = (cell: string): number | null =>
	/^\d{1,5}(\.0+)?$/.test(cell.trim()) ? Number.parseInt(cell, 10) : null;

/** Whether a cell says of pupils that they are few and not how many: '<5', 'fewer than 6', '1-5', 'few', SUPP. */
export const saysFew = (cell: string): boolean =>
	/^(([<≤]|(few|less)(er)?\s+than|under|up to|below)\s*=?\s*\d{1,2}|[01]\s*([-–]|to)\s*\d{1,2}|(too\s+)?few|low|supp(ressed)?|x|c|\*+)$/i.test(
		cell.trim(),
	);

export const urnIn = (cell: string): number | null =>
	/^[1-9]\d{4,6}(\.0+)?$/.test(cell.trim()) ? Number.parseInt(cell, 10) : null;

/** The school year of a cell: '2019', '2018-19', '2018/19', and DfE's '201819'. */
export function yearOfCell(cell: string): SchoolYear | null {
	const text = cell.trim();
	if (/^\d{4}(\.0+)?$/.test(text)) return yearEnding(Number.parseInt(text, 10));
	return yearIn(text.replace(/^(\d{4})(\d\d)$/, '$1-$2'));
}

/** The same words however they are written: capitals, points and spaces make no difference. */
export const sameWords = (text: string): string =>
	text
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll('&', ' and ')
		.replaceAll(/[’'`\p{M}]/gu, '')
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

const groupNames = new Map<string, PupilGroup>([
	...pupilGroups.flatMap((group): [string, PupilGroup][] => [
		[sameWords(group), group],
		[sameWords(groupWords[group]), group],
	]),
	['', 'all'],
	['total', 'all'],
	['everyone', 'all'],
	['girl', 'girls'],
	['female', 'girls'],
	['f', 'girls'],
	['g', 'girls'],
	['boy', 'boys'],
	['male', 'boys'],
	['m', 'boys'],
	['b', 'boys'],
	['pp', 'disadvantaged'],
	['pupil premium', 'disadvantaged'],
	['fsm', 'disadvantaged'],
	['fsm6', 'disadvantaged'],
	['non pp', 'not disadvantaged'],
	['not pp', 'not disadvantaged'],
	['non pupil premium', 'not disadvantaged'],
	['not fsm', 'not disadvantaged'],
	['non disadvantaged', 'not disadvantaged'],
	['sen', 'SEND'],
	['non sen', 'not SEND'],
	['no sen', 'not SEND'],
	['non send', 'not SEND'],
	['non eal', 'not EAL'],
	['non mobile', 'not mobile'],
]);

/** The pupil group that a cell names. Null: none that we know. */
export const groupIn = (cell: string): PupilGroup | null => groupNames.get(sameWords(cell)) ?? null;

const measureNames = new Map(
	measureKeys.flatMap((measure): [string, MeasureKey][] => [
		[sameWords(measure), measure],
		[sameWords(kindOf(measure).label), measure],
	]),
);

/** The measure that a cell names, by our name for it or its heading on screens. */
export const measureIn = (cell: string): MeasureKey | null => measureNames.get(sameWords(cell)) ?? null;
