import { compare, inOrder } from '../answer.ts';
import type { Pair } from '../grouping/model.ts';
import { bindingRule } from './eligible.ts';
import type { TeamingAnswer, TeamingInput, TeamOfReview } from './model.ts';
import { daysOf, teamWeights } from './points.ts';

/** Whom a plan has on which review. */
export interface Team {
	review: string;
	people: TeamOfReview['people'];
}

/** What each person gives by these teams, who gives anything, and what that costs. */
export function loadOf(input: TeamingInput, teams: readonly Team[]): TeamingAnswer['load'] {
	const weights = teamWeights(input);
	const days = new Map(input.reviews.map((review) => [review.id, review.days]));
	const given = new Map<string, number>();
	for (const { review, people } of teams)
		for (const { person, role } of people)
			given.set(person, (given.get(person) ?? 0) + daysOf(input, days.get(review)!, role));
	return inOrder(input.people).flatMap((person) => {
		const gives = given.get(person.id) ?? 0;
		if (gives === 0) return [];
		const over = person.most === null ? 0 : Math.max(0, gives - Math.max(0, person.most - person.given));
		let points = over * weights.over;
		for (let at = 0; at < gives; at += 1) points += weights.load * (person.given + at);
		return [{ person: person.id, days: gives, before: person.given, over, points }];
	});
}

/** Pairs of schools whose people review each other by these teams, where the protocol speaks of it. */
export function returnVisits(input: TeamingInput, teams: readonly Team[]): TeamingAnswer['returnVisits'] {
	if (bindingRule(input, 'no immediate return visit') === null) return [];
	const hosts = new Map(input.reviews.map(({ id, host }) => [id, host]));
	const schools = new Map(input.people.map(({ id, school }) => [id, school]));
	const visits = new Set(
		teams.flatMap(({ review, people }) =>
			people
				.filter(({ role }) => role !== 'champion')
				.map(({ person }) => JSON.stringify([schools.get(person), hosts.get(review)])),
		),
	);
	return [...visits]
		.map((visit) => JSON.parse(visit) as Pair)
		.filter(([one, other]) => one !== null && one < other && visits.has(JSON.stringify([other, one])))
		.sort((one, other) => compare(one.join('\n'), other.join('\n')))
		.map((pair) => ({ schools: pair, points: teamWeights(input).returns }));
}
