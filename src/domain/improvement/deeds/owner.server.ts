import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { invalid, type Outcome } from '#platform/outcome.ts';
import { hostLeavers, hostPeople } from '../queries.server.ts';

/**
 * Who makes sure of an action: somebody of the host school, chosen or named in full, or a role in words. Refused at its field for
 * somebody who has left the school.
 */
export async function ownerNamed(
	ctx: Context,
	review: OpenReview,
	{ ownerId, owner }: { ownerId: string; owner: string },
): Promise<{ owner: string; ownerId: string | null } | Outcome<never>> {
	const people = await hostPeople(ctx, review.hostMemberId);
	const is = ({ id, name }: { id: string; name: string }) =>
		ownerId === '' ? name.toLowerCase() === owner.toLowerCase() : id === ownerId;
	const here = people.find(is);
	if (here) return { owner: here.name, ownerId: here.id };
	const gone = (await hostLeavers(ctx, review.hostMemberId)).find(is);
	if (gone)
		return invalid({
			[ownerId === '' ? 'owner' : 'ownerId']:
				`${gone.name} has left your school. Choose somebody who is there.`,
		});
	return ownerId === '' ? { owner, ownerId: null } : invalid({ ownerId: 'Choose somebody of your school.' });
}
