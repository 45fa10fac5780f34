import type { Measured } from '../answer.ts';
import type { Standing } from './eligible.ts';
import type { TeamFact, TeamingInput, TeamOfReview } from './model.ts';
import { teamWeights } from './points.ts';

/** The points of one team by measure, with the facts behind them; measures that say nothing of it are left out. */
export function teamMeasures(
	input: TeamingInput,
	candidates: readonly Standing[],
	people: TeamOfReview['people'],
): Measured<TeamFact>[] {
	const weights = teamWeights(input);
	const roleOf = new Map(people.map(({ person, role }) => [person, role]));
	const team = candidates.filter(({ person }) => roleOf.has(person.id));
	const visitors = team.filter(({ person }) => roleOf.get(person.id) !== 'champion');
	const each = <T>(list: readonly Standing[], of: (standing: Standing) => T[]): T[] => list.flatMap(of);
	const measured = (
		measure: Measured<TeamFact>['measure'],
		weight: number,
		facts: TeamFact[],
		units = facts.length,
	): Measured<TeamFact> => ({ measure, points: weight * units || 0, facts: weight === 0 ? [] : facts });

	const contrasts = each(visitors, ({ person, traits }) =>
		traits.length > 0 ? [{ is: 'contrast with the host' as const, person: person.id, traits }] : [],
	);
	const journeys = each(team, ({ person, metres, kilometresBeyond }) =>
		kilometresBeyond > 0
			? [{ is: 'journey to the host' as const, person: person.id, metres: metres!, kilometresBeyond }]
			: [],
	);
	const said = (
		is: 'competes with the host' | 'return visit' | 'same team again',
		of: (one: Standing) => boolean,
	) => visitors.filter(of).map(({ person }): TeamFact => ({ is, person: person.id }));
	const kept = each(team, ({ person, agreed }) =>
		people
			.filter((one) => one.person === person.id && agreed.includes(one.role))
			.map(({ role }): TeamFact => ({ is: 'kept on the team', person: person.id, role })),
	);
	return [
		measured('expertise', weights.expertise, expertise(visitors)),
		measured('without experience', weights.inexperience, inexperience(visitors)),
		measured(
			'contrast with the host',
			weights.contrast,
			contrasts,
			sum(contrasts, ({ traits }) => traits.length),
		),
		measured(
			'competes with the host',
			weights.competes,
			said('competes with the host', ({ competes }) => competes),
		),
		measured(
			'journey to the host',
			weights.journey,
			journeys,
			sum(journeys, (one) => one.kilometresBeyond),
		),
		measured(
			'return visit',
			weights.returns,
			said('return visit', ({ returns }) => returns),
		),
		measured(
			'same team again',
			weights.again,
			said('same team again', ({ again }) => again),
		),
		measured('kept on the team', weights.kept, kept),
	].filter(({ facts }) => facts.length > 0);
}

function expertise(visitors: readonly Standing[]): TeamFact[] {
	const themes = [...new Set(visitors[0]?.review.themes)].sort();
	return themes.flatMap((theme): TeamFact[] => {
		const by = visitors
			.filter(({ person }) => person.strengths.includes(theme))
			.map(({ person }) => person.id);
		return by.length > 0 ? [{ is: 'expertise', theme, by }] : [];
	});
}

function inexperience(visitors: readonly Standing[]): TeamFact[] {
	const people = visitors.filter(({ person }) => person.experience === 'new').map(({ person }) => person.id);
	const led = visitors.some(({ person }) => person.experience === 'experienced');
	return people.length > 0 && !led ? [{ is: 'without experience', people }] : [];
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
	return list.reduce((total, one) => total + of(one), 0);
}
