import type { Context } from '#platform/context.ts';
import { comingTo, invitedMembers, peopleOfSchools, type ComingSchool } from '../joining-queries.server.ts';
import { deleteJoinings, lowerOthersOf } from '../joining-store.server.ts';
import { uninvitedLetter } from '../letter.ts';
import type { JointEvent } from '../model.ts';
import { tell, type Telling } from './telling.server.ts';

/** The schools that take part in the partnership and come to an event, but are not invited as it is to be. */
export async function comingUninvited(
	ctx: Context,
	of: { partnershipId: string; eventId: string },
	toBe: Parameters<typeof invitedMembers>[2],
): Promise<ComingSchool[]> {
	const invited = await invitedMembers(ctx, of.partnershipId, toBe);
	return (await comingTo(ctx, of)).filter(
		({ memberId, left, people, others }) =>
			!left && people.length + others > 0 && !invited.some(({ id }) => id === memberId),
	);
}

/** The places that schools hold. */
export const placesOf = (schools: readonly ComingSchool[]): number =>
	schools.reduce((sum, { people, others }) => sum + people.filter(({ left }) => !left).length + others, 0);

/** Takes schools off an event that is not for them any more, and tells their people by letter. */
export async function takeOff(
	ctx: Context,
	telling: Telling,
	event: JointEvent,
	schools: readonly ComingSchool[],
): Promise<void> {
	if (schools.length === 0) return;
	const told = await peopleOfSchools(
		ctx,
		telling,
		schools.map(({ memberId }) => memberId),
	);
	await deleteJoinings(
		ctx,
		telling,
		schools.flatMap(({ people }) => people.map(({ personId }) => personId)),
	);
	for (const { memberId, others, othersVersion } of schools)
		if (others > 0) await lowerOthersOf(ctx, telling, { memberId, number: 0, version: othersVersion });
	await tell(ctx, telling, told, (around) => uninvitedLetter(event, around));
}
