import type { Candidate, Diary } from '../dating/model.ts';
import { begins, type Joint, type Term } from './joint.ts';
import type { Staffed } from './whole.ts';
import { visitorsOf } from './whole.ts';

/** Teams and days of a year, as a choice has them. */
export interface Plan {
	teams: Staffed[];
	days: { review: string; day: string }[];
}

/** What a choice of teams and days has somebody do that they cannot. */
export type Clash =
	| { is: 'two at once'; person: string; reviews: [string, string] }
	| { is: 'too much'; person: string; within: 'halfTerm' | 'term'; name: string; most: number };

interface Visit {
	review: string;
	candidate: Candidate;
}

/** Where the plan has people in two places at once, or for more days than they said. */
export function clashesIn(joint: Joint, { teams, days }: Plan): Clash[] {
	const team = new Map(teams.map((each) => [each.review, new Set(visitorsOf(each))]));
	const dated = days.map(({ review, day }): Visit => ({
		review,
		candidate: joint.days.get(review)!.find((one) => one.days[0] === day)!,
	}));
	return [...joint.diaries.values()].flatMap((diary) => {
		const own = dated.filter(
			({ review }) => joint.presence(review, diary.id) === 'always' || team.get(review)?.has(diary.id),
		);
		const given = own.filter(({ review }) => !joint.atHome(review, diary.id));
		return [...twoAtOnce(diary, own), ...tooMuch(diary, given)];
	});
}

function twoAtOnce({ id }: Diary, own: readonly Visit[]): Clash[] {
	return own.flatMap((one, at) =>
		own
			.slice(at + 1)
			.filter((other) => one.candidate.days.some((day) => other.candidate.days.includes(day)))
			.map((other): Clash => ({ is: 'two at once', person: id, reviews: [one.review, other.review] })),
	);
}

function tooMuch({ id, mostInHalfTerm, mostInTerm }: Diary, own: readonly Visit[]): Clash[] {
	const limits = [
		{ within: 'halfTerm' as const, most: mostInHalfTerm },
		{ within: 'term' as const, most: mostInTerm },
	];
	return limits.flatMap(({ within, most }) => {
		if (most === null) return [];
		return [...Map.groupBy(own, ({ candidate }) => candidate[within])]
			.filter(([, inIt]) => inIt.reduce((sum, { candidate }) => sum + candidate.days.length, 0) > most)
			.map(([name]): Clash => ({ is: 'too much', person: id, within, name, most }));
	});
}

/** Adds the rows that keep every choice from this clash, on whichever days. */
export function forbid(joint: Joint, clash: Clash): void {
	if (clash.is === 'two at once') forbidTwoAtOnce(joint, clash);
	else forbidTooMuch(joint, clash);
}

function forbidTwoAtOnce(joint: Joint, { person, reviews }: Extract<Clash, { is: 'two at once' }>): void {
	const there = reviews.map((review) => joint.presence(review, person));
	const always = there.filter((each) => each === 'always').length;
	// Where both are the host's, the rows of the days forbid it already.
	if (always === 2) return;
	const [one, other] = reviews.map((review) => joint.days.get(review) ?? []);
	const days = new Set(one!.flatMap((candidate) => candidate.days));
	for (const day of [...days].sort()) {
		const then = [one!, other!].map((list) => list.filter((candidate) => candidate.days.includes(day)));
		if (then.some((list) => list.length === 0)) continue;
		const terms: Term[] = [
			...there.flatMap((each) => (each === 'always' ? [] : each)),
			...then.flatMap((list, at) => begins(reviews[at]!, list)),
		];
		joint.builder.row(terms, { most: 3 - always });
	}
}

/** A column counts the days of each review on which they would be there. */
function forbidTooMuch(
	joint: Joint,
	{ person, within, name, most }: Extract<Clash, { is: 'too much' }>,
): void {
	const { builder } = joint;
	const counted: Term[] = joint.reviews.flatMap((review): Term[] => {
		const there = joint.presence(review, person);
		const inIt = (joint.days.get(review) ?? []).filter((candidate) => candidate[within] === name);
		if (inIt.length === 0 || there.length === 0 || joint.atHome(review, person)) return [];
		const longest = Math.max(...inIt.map(({ days }) => days.length));
		const spent = inIt.map(({ days }) => days.length);
		const taken = begins(review, inIt).map(([key], at) => [key, spent[at]!] as const);
		if (there === 'always') return taken;
		const days = builder.column(JSON.stringify(['days at', person, within, name, review]), 0, longest);
		builder.row([...taken, ...there.map(([key]) => [key, longest] as const), [days, -1]], { most: longest });
		return [[days, 1]];
	});
	builder.row(counted, { most: Math.max(0, most) });
}
