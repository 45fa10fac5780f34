import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { Deployment } from './model.ts';

/** What both schools have agreed, as it is kept. */
export type Terms = Pick<Deployment, 'days' | 'fromDay' | 'toDay' | 'personId' | 'who' | 'pounds' | 'payer'>;

const columnsOf = ({ days, fromDay, toDay, personId, who, pounds, payer }: Terms) => ({
	...{ days, from_day: fromDay, to_day: toDay, person_id: personId, who, pounds, payer },
});

interface Key {
	partnershipId: string;
	deploymentId: string;
}

const keyOf = ({ partnershipId, deploymentId }: Key) => ({
	...{ partnership_id: partnershipId, deployment_id: deploymentId },
});

export async function insertDeployment(
	ctx: Context,
	partnershipId: string,
	{
		id,
		helperId,
		requestId,
		askerId,
		memberId,
	}: Pick<Deployment, 'id' | 'helperId' | 'requestId' | 'askerId' | 'memberId'>,
	{ terms, by }: { terms: Terms; by: string },
): Promise<void> {
	await ctx.db
		.insertInto('deployment')
		.values({
			...{ partnership_id: partnershipId, id, helper_id: helperId, request_id: requestId },
			...{ asker_id: askerId, member_id: memberId, ...columnsOf(terms), agreed_by: by, agreed_at: ctx.now },
		})
		.execute();
}

/** False where it is no longer at `version`. */
export async function updateTerms(
	ctx: Context,
	{ partnershipId, deploymentId }: Key,
	{ terms, version, by }: { terms: Terms; version: number; by: string },
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('deployment')
		.set({ ...columnsOf(terms), version: version + 1, agreed_by: by, agreed_at: ctx.now })
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', deploymentId)
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export const insertDay = (
	ctx: Context,
	deployment: Key,
	{ id, day, words, by }: { id: string; day: string; words: string; by: string },
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'deployment_day',
		{ ...keyOf(deployment), id, day, words, noted_by: by, noted_at: ctx.now },
		['deployment_id', 'noted_by'],
	);

export async function markDayTakenBack(
	ctx: Context,
	{ partnershipId, deploymentId }: Key,
	{ dayId, by }: { dayId: string; by: string },
): Promise<void> {
	await ctx.db
		.updateTable('deployment_day')
		.set({ taken_back_by: by, taken_back_at: ctx.now })
		.where('partnership_id', '=', partnershipId)
		.where('deployment_id', '=', deploymentId)
		.where('id', '=', dayId)
		.where('taken_back_at', 'is', null)
		.execute();
}

export async function insertOutcome(
	ctx: Context,
	deployment: Key,
	{ number, words, by }: { number: number; words: string; by: string },
): Promise<void> {
	await ctx.db
		.insertInto('deployment_outcome')
		.values({ ...keyOf(deployment), number, words, told_by: by, told_at: ctx.now })
		.execute();
}

export async function insertThanks(
	ctx: Context,
	deployment: Key,
	{ words, open, by }: { words: string; open: boolean; by: string },
): Promise<void> {
	await ctx.db
		.insertInto('deployment_thanks')
		.values({ ...keyOf(deployment), words, open, thanked_by: by, thanked_at: ctx.now })
		.execute();
}

export async function updateThanks(ctx: Context, deployment: Key, open: boolean): Promise<void> {
	await ctx.db
		.updateTable('deployment_thanks')
		.set({ open })
		.where('partnership_id', '=', deployment.partnershipId)
		.where('deployment_id', '=', deployment.deploymentId)
		.execute();
}

export async function insertThanksRead(ctx: Context, deployment: Key, personId: string): Promise<void> {
	await ctx.db
		.insertInto('thanks_read')
		.values({ ...keyOf(deployment), person_id: personId, read_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function insertEnd(
	ctx: Context,
	deployment: Key,
	{ because, by }: { because: string; by: string },
): Promise<void> {
	await ctx.db
		.insertInto('deployment_end')
		.values({ ...keyOf(deployment), because, ended_by: by, ended_at: ctx.now })
		.execute();
}
