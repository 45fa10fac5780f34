import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { denied, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayUpdateAction } from '../access.ts';
import { actionsOf, type ActionRow } from '../queries.server.ts';

/** An action of which the actor may tell: its head, or its owner. To others who read it `denied`; missing where they do not. */
export async function ownAction(
	ctx: Context,
	review: OpenReview,
	actionId: string,
	personId: string,
): Promise<ActionRow | Outcome<never>> {
	const [action] = await actionsOf(ctx, review, { id: actionId });
	if (!action) return missing;
	return mayUpdateAction(review.roles, personId, action.ownerId) ? action : denied;
}

export const isGivenUp = invalid({ '': 'This action was given up. Plan another in its place.' });
