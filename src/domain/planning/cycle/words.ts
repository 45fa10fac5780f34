import { amountInWords } from '#domain/protocol/clauses.ts';
import type { SchoolTurn } from './coverage.ts';
import type { Practice } from './practice.ts';
import { isHeld } from './turn.ts';
import { dayMonthYear } from '#domain/calendar/day.ts';

/** Why a school slips, in a sentence for whoever plans: what there is, and by when it was to be. */
export function whyItSlips({ state, turn, due, round, deferral }: SchoolTurn): string {
	const day = turn?.firstDay ?? null;
	switch (state) {
		case 'late':
			if (isHeld(turn!)) return `Held on ${dayMonthYear(day!)}, after this cycle was over.`;
			return day! > round.to
				? `Planned for ${dayMonthYear(day!)}, after its time was over.`
				: `Planned for ${dayMonthYear(day!)}; due by ${dayMonthYear(due)}.`;
		case 'no day':
			return `Proposed, without a day. Due by ${dayMonthYear(due)}.`;
		case 'put off':
			return `Put off: ${ended(turn?.reason)} No new day yet.`;
		case 'called off':
			return `Called off: ${ended(turn?.reason)} Nothing has taken its place.`;
		case 'deferred':
			return `Not to be reviewed this time: ${ended(deferral?.reason)}`;
		case 'overdue':
			return `Nothing planned, and it was due by ${dayMonthYear(due)}.`;
		default:
			return `Due by ${dayMonthYear(due)}.`;
	}
}

const ended = (reason: string | null | undefined): string =>
	reason ? `${reason}${/[.!?…]$/.test(reason) ? '' : '.'}` : 'no reason was given.';

const simple: readonly [share: number, words: string][] = [
	[1 / 4, 'a quarter'],
	[1 / 3, 'a third'],
	[1 / 2, 'half'],
	[2 / 3, 'two thirds'],
	[3 / 4, 'three quarters'],
];

/** A share as people say it: 'none', 'two thirds', 'all', or in whole percent. */
export function shareInWords(some: number, all: number): string {
	if (some === 0 || all === 0) return 'none';
	if (some === all) return 'all';
	const share = some / all;
	const exact = simple.find(([known]) => Math.abs(known - share) < 1e-9);
	// Nearly all is not all, and hardly any is not none.
	return exact?.[1] ?? `${Math.min(99, Math.max(1, Math.round(share * 100)))} percent`;
}

/** What happened, in sentences beside the protocol's own (NFS-2); empty before the first review. */
export function practiceInWords({ held, since, terms, again }: Practice): string[] {
	if (held === 0 || since === null) return [];
	const count = held === 1 ? 'One review has' : `${held} reviews have`;
	return [
		`${count} been held since ${dayMonthYear(since)}.`,
		...(terms === null
			? ['No school has been reviewed twice yet.']
			: [
					`In practice a school is reviewed again after ${terms === 0 ? 'less than a term' : amountInWords({ amount: terms, unit: 'terms' })}, at the middle of ${again === 1 ? 'the one time' : `the ${again} times`} it has happened.`,
				]),
	];
}
