import type { Column, Row } from './programme.ts';
import type { Triple } from './subset-rows.ts';

/** What pricing answers: the columns it found whose reduced value is above the threshold, best first. */
export interface Priced {
	columns: Column[];
	/** The most, in price units, that columns of the family can add to any one choice at these prices. Proven. */
	slack: number;
	/** No column left out for want of room has a higher reduced value; null where none was left out. */
	leftOut: number | null;
}

/** Which columns pricing is to find. Prices stand in order of the rows and then of the cuts, in price units like `above`. */
export interface Asked {
	prices: readonly number[];
	cuts: readonly Triple[];
	above: number;
	most: number;
	/** Where there are more than `most`: good ones for every row, or else the best of all. */
	spread: boolean;
}

/** Finds columns of a family too large to list. It answers the same for the same question. */
export type Price = (asked: Asked) => Priced;

export interface Problem {
	rows: readonly Row[];
	/** The columns that are listed. */
	columns: readonly Column[];
	/** The columns that are not. */
	price?: Price;
	/** Prices at which good columns are found before any are known. */
	guesses?: readonly (readonly number[])[];
	/** Rows that are covered exactly once, each by columns that hold it once: cuts are sought among these. */
	partition?: readonly number[];
}

/** All limits are counts, never seconds: the same input ends at the same place on every machine. */
export interface Limits {
	rounds: number;
	cutRounds: number;
	cutsARound: number;
	columnsARound: number;
	/** The most generated columns in the last programme. */
	columnsAtLast: number;
	/** Of branch and bound, for each programme. */
	nodes: number;
	/** The pool holds every column of all choices less than so many points worse than the best, as far as they fit. */
	margin: number;
}

export const usualLimits: Limits = {
	rounds: 400,
	cutRounds: 30,
	cutsARound: 40,
	columnsARound: 400,
	columnsAtLast: 12_000,
	nodes: 20_000,
	margin: 0,
};

/** How it is going, after each round. */
export interface Told {
	round: number;
	value: number | null;
	bound: number | null;
}

export interface Taken {
	column: Column;
	times: number;
}

export interface Solved {
	/** How often each column is taken, of those that are. */
	chosen: Taken[];
	value: number;
	bound: number;
	work: { rounds: number; nodes: number; columns: number };
	/** All columns of the last programme, and by how much, in price units, each can still lower what a choice is worth. */
	pool: { column: Column; reduced: number }[];
	/** The rows and cuts that the pool's columns stand in. */
	rows: Row[];
	/** In price units, the bound that the reduced values are to be added to. */
	relaxed: number;
	/** The most that a choice with a column outside the pool can reach; null where there is none outside. */
	beyond: number | null;
}
