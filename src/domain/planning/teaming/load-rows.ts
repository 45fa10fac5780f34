import type { Builder } from '#platform/solver/builder.ts';
import { bindingRule, type Standing } from './eligible.ts';
import { furtherDay, overLimit, taking } from './keys.ts';
import type { TeamingInput, TeamRole } from './model.ts';
import { daysOf, type TeamWeights } from './points.ts';

type Term = readonly [key: string, times: number];

/** The days each person gives: no more than they are released for, in the cycle and in each term, and each costing more than the last. */
export function loadRows(
	builder: Builder,
	input: TeamingInput,
	weights: TeamWeights,
	all: readonly Standing[],
): void {
	const soft = bindingRule(input, 'release limit') === 'prefer';
	for (const [, own] of Map.groupBy(all, ({ person }) => person.id)) {
		const { person } = own[0]!;
		const days = own.flatMap((each) => daysIn(input, each));
		const most = own.reduce((sum, each) => sum + mostDays(input, each), 0);
		const room = person.most === null ? most : Math.max(0, person.most - person.given);
		if (person.most !== null) {
			const over: Term[] = soft ? [[builder.column(overLimit(person.id), weights.over, most), -1]] : [];
			builder.row([...days, ...over], { most: room });
		}
		if (person.mostInTerm !== null) {
			for (const [term, inTerm] of Map.groupBy(own, ({ review }) => review.term)) {
				if (term === null) continue;
				builder.row(
					inTerm.flatMap((each) => daysIn(input, each)),
					{ most: Math.max(0, person.mostInTerm) },
				);
			}
		}
		if (weights.load === 0) continue;
		const further = Array.from({ length: soft ? most : Math.min(most, room) }, (_, at) => {
			const key = builder.column(furtherDay(person.id, at), weights.load * (person.given + at));
			return [key, -1] as const;
		});
		builder.row([...days, ...further], { most: 0 });
	}
}

const daysIn = (input: TeamingInput, { review, person, roles }: Standing): Term[] =>
	roles.map((role: TeamRole) => [taking(review.id, person.id, role), daysOf(input, review.days, role)]);

const mostDays = (input: TeamingInput, { review, roles }: Standing): number =>
	Math.max(...roles.map((role) => daysOf(input, review.days, role)));
