import { metresBetween } from '#domain/register/distance.ts';
import type { Measured } from '../answer.ts';
import { weightOf } from '../measures.ts';
import type { GroupFact, GroupingInput, GroupingSchool, Pair } from './model.ts';
import { burden, differing, keptPairs, kilometresBeyond, needsOf, pairKey } from './points.ts';

/** The points of one group by measure, with the facts behind them; measures that say nothing of it are left out. */
export function measuresOf(input: GroupingInput, group: readonly GroupingSchool[]): Measured<GroupFact>[] {
	const pairs = group.flatMap((one, at) => group.slice(at + 1).map((other) => [one, other] as const));
	const kept = keptPairs(input);
	const weight = (key: Parameters<typeof weightOf>[0]) => weightOf(key, input.weights);
	const ids = (one: GroupingSchool, other: GroupingSchool): Pair => [one.id, other.id];
	const needs = group.flatMap((school) => needsMet(school, group));
	const burdens = pairs.filter(([one, other]) => burden(one, other) > 0);
	const contrasts = pairs.map(([one, other]) => ({
		schools: ids(one, other),
		traits: differing(one, other),
	}));
	const journeys = pairs.flatMap(([one, other]) => {
		const metres = metresBetween(one.place, other.place);
		const kilometres = kilometresBeyond(metres, input.near);
		return kilometres === 0
			? []
			: [{ schools: ids(one, other), metres: metres!, kilometresBeyond: kilometres }];
	});
	const measured: Measured<GroupFact>[] = [
		{
			measure: 'need met',
			points: weight('need met') * sum(needs, ({ urgency }) => urgency),
			facts: needs.map((need) => ({ is: 'need met', ...need })),
		},
		{
			measure: 'needs together',
			points: weight('needs together') * sum(burdens, ([one, other]) => burden(one, other)),
			facts: burdens.map(([one, other]) => ({
				is: 'needs together',
				schools: ids(one, other),
				statuses: [one.status, other.status],
			})),
		},
		{
			measure: 'contrast',
			points: weight('contrast') * sum(contrasts, ({ traits }) => traits.length),
			facts: contrasts
				.filter(({ traits }) => traits.length > 0)
				.map((contrast) => ({ is: 'contrast', ...contrast })),
		},
		{
			measure: 'journey',
			points: weight('journey') * sum(journeys, (journey) => journey.kilometresBeyond),
			facts: journeys.map((journey) => ({ is: 'journey', ...journey })),
		},
		{
			measure: 'kept together',
			...keptTogether(
				pairs
					.filter(([one, other]) => kept.has(pairKey(one.id, other.id)))
					.map(([one, other]) => ids(one, other)),
				weight('kept together'),
			),
		},
	];
	return measured.filter(({ facts }) => facts.length > 0);
}

function keptTogether(pairs: Pair[], weight: number): { points: number; facts: GroupFact[] } {
	return { points: weight * pairs.length, facts: pairs.map((schools) => ({ is: 'kept together', schools })) };
}

function needsMet(school: GroupingSchool, group: readonly GroupingSchool[]) {
	return needsOf(school).flatMap(({ theme, urgency }) => {
		const by = group
			.filter((other) => other !== school && other.strengths.includes(theme))
			.map(({ id }) => id);
		return by.length > 0 ? [{ school: school.id, theme, urgency, by }] : [];
	});
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
	return list.reduce((total, one) => total + of(one), 0);
}
