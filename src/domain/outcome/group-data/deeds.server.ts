import { mayWriteGroupFocus } from '#domain/partnership/access.ts';
import { onGroup } from '#domain/partnership/group-focus/opening.server.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import * as store from './data-store.server.ts';
import { mostData } from './group-data.ts';
import { chooseDataInput, takeOffDataInput } from './input.ts';
import { dataOfGroups, wasChosen } from './queries.server.ts';

/**
 * Chooses a measure and which pupils of it a group looks at (CSC-8), whether it has said its focus or not: whoever writes that. Refused
 * for what it looks at already, and beyond the twelfth.
 */
export const chooseData = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onGroup(ctx, chooseDataInput, input, mayWriteGroupFocus, async ({ input: given, personId }) => {
		const { id, measure, together, why } = given;
		const data = (await dataOfGroups(ctx, given.partnershipId, [given.groupId]))[0]?.data ?? [];
		const before = data.find((one) => one.id === id);
		if (before) return sentAgain(before, { measure, together, why }, { id });
		if (data.some((one) => one.measure === measure && one.together === together))
			return invalid({ measure: 'Your group looks at this already, and at these pupils.' });
		if (data.length >= mostData)
			return invalid({ measure: `A group looks at ${mostData} at most. Take one off first.` });
		const inserted = await store.insertData(ctx, given, { id, measure, together, why, by: personId });
		if (
			inserted === 'made before' &&
			!(await wasChosen(ctx, { ...given, dataId: id }, { measure, together, why }))
		)
			return invalid({ '': 'This form was sent before. Open the page again to choose something else.' });
		return inserted === 'taken' ? missing : done({ id });
	});

/** Takes it off again. What was taken off already stays so. */
export const takeOffData = (ctx: Context, input: unknown): Promise<Outcome> =>
	onGroup(ctx, takeOffDataInput, input, mayWriteGroupFocus, async ({ input: given, personId }) => {
		if (!(await wasChosen(ctx, given))) return missing;
		await store.takeOffData(ctx, given, { id: given.dataId, by: personId });
		return done(null);
	});
