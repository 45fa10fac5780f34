import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';

export interface NewPromise {
	id: string;
	partnershipId: string;
	meetingId: string;
	personId: string;
	words: string;
	due: string;
	notedBy: string;
}

export const insertPromise = (ctx: Context, promise: NewPromise): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'promise',
		{
			...{ partnership_id: promise.partnershipId, id: promise.id, meeting_id: promise.meetingId },
			...{ person_id: promise.personId, words: promise.words, due: promise.due },
			...{ noted_by: promise.notedBy, noted_at: ctx.now },
		},
		['meeting_id', 'noted_by'],
	);

const waitedFor = (ctx: Context, { partnershipId, id }: { partnershipId: string; id: string }) =>
	ctx.db
		.updateTable('promise')
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', id)
		.where('dropped_at', 'is', null);

/** Marks it done, or not done after all where `by` is null. */
export async function markPromise(
	ctx: Context,
	promise: { partnershipId: string; id: string },
	by: string | null,
): Promise<void> {
	await waitedFor(ctx, promise)
		.where('done_at', by === null ? 'is not' : 'is', null)
		.set({ done_by: by, done_at: by === null ? null : ctx.now })
		.execute();
}

export async function markDropped(
	ctx: Context,
	promise: { partnershipId: string; id: string },
	by: string,
): Promise<void> {
	await waitedFor(ctx, promise).set({ dropped_by: by, dropped_at: ctx.now }).execute();
}
