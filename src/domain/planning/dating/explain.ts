import type { Measured } from '../answer.ts';
import { weightOf } from '../measures.ts';
import { dayMarks, type Candidate, type DatingInput, type DayFact, type ReviewToDate } from './model.ts';

/** The points of one review on one day by measure, with the facts behind them; measures that say nothing of it are left out. */
export function dayMeasures(
	input: DatingInput,
	review: ReviewToDate,
	{ days, marks }: Candidate,
): Measured<DayFact>[] {
	const asked = new Set(review.people);
	const reluctant = input.people
		.filter(({ id }, at, all) => asked.has(id) && all.findIndex((one) => one.id === id) === at)
		.flatMap(({ id, ifNeedBe }) =>
			days
				.filter((day) => ifNeedBe.includes(day))
				.map((day): DayFact => ({ is: 'if need be', person: id, day })),
		);
	const marked = dayMarks.map((mark): Measured<DayFact> => {
		const own = marks.filter((each) => each.mark === mark);
		const units = own.reduce((sum, each) => sum + whole(each.units), 0);
		const why = own.flatMap((each) => each.why ?? []);
		return {
			measure: mark,
			points: weightOf(mark, input.weights) * units || 0,
			facts: units > 0 ? [{ is: 'mark', mark, units, ...(why.length > 0 && { why }) }] : [],
		};
	});
	return [
		{
			measure: 'if need be' as const,
			points: weightOf('if need be', input.weights) * reluctant.length || 0,
			facts: reluctant,
		},
		...marked,
	].filter(({ facts }) => facts.length > 0);
}

const whole = (units: number): number => Math.max(0, Math.round(units));
