import { schoolYearName } from '#domain/calendar/school-year.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayEnterMeasure, mayShareMeasure, measureKeysFor } from './access.ts';
import { enterMeasureInput } from './input.ts';
import { cancelledYears } from './measures.ts';
import { isEntered, membersOfSchool } from './queries.server.ts';
import { insertMeasure } from './store.server.ts';
import { notBegunWords, summerOf } from './year.ts';

/**
 * Enters one figure of a school for a year, with a comment (CEN-7). Refuses a figure outside its range, a year that has one
 * already, a year still to come, and one in which nothing was assessed.
 */
export async function enterMeasure(ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> {
	const read = readInput(enterMeasureInput, input);
	if (!read.ok) return invalid(read.fields);
	const { sharedWith, ...measure } = read.value;
	const standing = await standingIn(ctx, measure.partnershipId);
	const memberIds = standing && (await membersOfSchool(ctx, measure.partnershipId, measure.schoolId));
	if (!standing || !memberIds?.length) return missing;
	if (!mayEnterMeasure(standing, memberIds)) return denied;
	if (sharedWith.length && !mayShareMeasure(standing, memberIds)) return denied;

	const summer = summerOf(measure.year);
	if (measure.year > schoolYearName(ctx.today)) return invalid({ year: notBegunWords(measure.year) });
	if (cancelledYears.includes(measure.year))
		return invalid({
			year: `There were no national assessments in ${summer}; the year is shown as cancelled.`,
		});

	const inserted = await insertMeasure(ctx, {
		...measure,
		enteredBy: standing.personId,
		keys: measureKeysFor(memberIds, standing, sharedWith),
	});
	if (inserted || (await isEntered(ctx, measure))) return done({ id: measure.id });
	return invalid({ year: `There is already a figure for ${summer}.` });
}
