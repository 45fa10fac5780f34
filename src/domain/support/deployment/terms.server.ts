import { addDays } from '#domain/calendar/day.ts';
import { isCurrent } from '#domain/partnership/model.ts';
import { roles } from '#domain/partnership/queries.server.ts';
import type { Context } from '#platform/context.ts';
import type { FieldErrors } from '#platform/outcome.ts';
import { insertDeployment, type Terms } from './deployment-store.server.ts';
import type { Deployment } from './model.ts';

/** Days ahead until which support may be agreed. */
const furthestAhead = 730;

/** Those who hold a role at each school today, by name: one of them may be named as who comes. */
export async function peopleBySchool(
	ctx: Context,
	partnershipId: string,
): Promise<(memberId: string) => { personId: string; name: string }[]> {
	const held = (await roles(ctx, partnershipId)).filter((role) => isCurrent(role, ctx.today));
	const bySchool = Map.groupBy(held, ({ memberId }) => memberId);
	return (memberId) => [
		...new Map(
			(bySchool.get(memberId) ?? []).map(({ personId, name }) => [personId, { personId, name }]),
		).values(),
	];
}

/**
 * What speaks against terms that are agreed now; null where nothing does.
 * @param stands what was agreed before: a first day of then may stay though it is over by now
 */
export async function faultsOfTerms(
	ctx: Context,
	{ partnershipId, memberId }: { partnershipId: string; memberId: string },
	{ fromDay, toDay, personId }: Pick<Terms, 'fromDay' | 'toDay' | 'personId'>,
	stands: Pick<Terms, 'fromDay' | 'personId'> | null,
): Promise<FieldErrors | null> {
	if (fromDay < ctx.today && fromDay !== stands?.fromDay)
		return { fromDay: 'That day is over. Begin today at the earliest.' };
	if (toDay > addDays(ctx.today, furthestAhead)) return { toDay: 'That is more than two years away.' };
	if (personId === null || personId === stands?.personId) return null;
	const peopleOf = await peopleBySchool(ctx, partnershipId);
	return peopleOf(memberId).some((one) => one.personId === personId)
		? null
		: { personId: 'Choose somebody of your school.' };
}

/** Support begins to be agreed: the deed by which a helper's head says yes makes it. */
export const beginDeployment = (
	ctx: Context,
	partnershipId: string,
	of: Pick<Deployment, 'id' | 'helperId' | 'requestId' | 'askerId' | 'memberId'>,
	agreed: { terms: Terms; by: string },
): Promise<void> => insertDeployment(ctx, partnershipId, of, agreed);
