import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { Recording } from './input.ts';

/** Keeps one training and everybody who had it. */
export async function insertTraining(
	ctx: Context,
	partnershipId: string,
	{ id, role, day, what, givenBy, giver }: Recording,
	personIds: readonly string[],
	addedBy: string,
): Promise<Insertion> {
	const inserted = await insertOnce(
		ctx.db,
		'training',
		{
			...{ partnership_id: partnershipId, id, role, day, what, giver },
			...{ given_by: givenBy || null, added_by: addedBy, added_at: ctx.now },
		},
		['role', 'day', 'added_by'],
	);
	if (inserted === 'made')
		await ctx.db
			.insertInto('trained')
			.values(personIds.map((person_id) => ({ partnership_id: partnershipId, training_id: id, person_id })))
			.execute();
	return inserted;
}

export async function withdrawTrained(
	ctx: Context,
	partnershipId: string,
	trainingId: string,
	personId: string,
	by: string,
): Promise<void> {
	await ctx.db
		.updateTable('trained')
		.set({ withdrawn_by: by, withdrawn_at: ctx.now })
		.where('partnership_id', '=', partnershipId)
		.where('training_id', '=', trainingId)
		.where('person_id', '=', personId)
		.where('withdrawn_at', 'is', null)
		.execute();
}
