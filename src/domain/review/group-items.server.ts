import { itemsThatStand, notApplicableBecause, partOf } from '#domain/partnership/group-focus/group-focus.ts';
import type { ItemForm } from '#domain/partnership/group-focus/group-focus.ts';
import { focusesOf } from '#domain/partnership/group-focus/queries.server.ts';
import type { Context } from '#platform/context.ts';
import type { OpenReview } from './open.server.ts';

/** What a group of the host looks into, as it concerns the host. */
export interface GroupsFocus {
	groupId: string;
	groupName: string;
	words: string;
	/** The host's own aspect of it; empty for the whole. */
	aspect: string;
	items: {
		id: string;
		letter: string;
		form: ItemForm;
		words: string;
		/** Why it does not apply to the host; null where it does. */
		notApplicable: string | null;
	}[];
}

/** What the host's groups look into in the school year of the review (CSC-9); nothing for guests, to whom no group is there. */
export async function focusesOfHost(
	ctx: Context,
	{ partnershipId, hostMemberId, facts }: Pick<OpenReview, 'partnershipId' | 'hostMemberId' | 'facts'>,
): Promise<GroupsFocus[]> {
	return (await focusesOf(ctx, partnershipId, facts.groupIds)).map((focus) => ({
		groupId: focus.groupId,
		groupName: focus.groupName,
		words: focus.words,
		aspect: partOf(focus, hostMemberId)?.aspect ?? '',
		items: itemsThatStand(focus).map(({ id, letter, form, words }) => ({
			...{ id, letter, form, words },
			notApplicable: notApplicableBecause(focus, hostMemberId, id),
		})),
	}));
}
