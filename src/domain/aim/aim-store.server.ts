import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';

export interface NewAim {
	id: string;
	memberId: string | null;
	schoolYear: string;
	title: string;
	words: string;
	setBy: string;
}

export const insertAim = (ctx: Context, partnershipId: string, aim: NewAim): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'aim',
		{
			...{ partnership_id: partnershipId, id: aim.id, of: aim.memberId === null ? 'partnership' : 'member' },
			...{ member_id: aim.memberId, school_year: aim.schoolYear, title: aim.title, words: aim.words },
			...{ set_by: aim.setBy, set_at: ctx.now },
		},
		['set_by', 'school_year'],
	);

const open = (ctx: Context, partnershipId: string, id: string) =>
	ctx.db
		.updateTable('aim')
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', id)
		.where('closed_at', 'is', null);

/** Keeps what it said before. False where it is no longer at `version`, or closed. */
export async function updateAim(
	ctx: Context,
	partnershipId: string,
	{
		id,
		version,
		title,
		words,
		by,
	}: { id: string; version: number; title: string; words: string; by: string },
): Promise<boolean> {
	const { numUpdatedRows } = await open(ctx, partnershipId, id)
		.where('version', '=', version)
		.set({
			...{ title, words, set_by: by, set_at: ctx.now, version: version + 1 },
			former: sql<string>`former || jsonb_build_object('title', title, 'words', words, 'until', ${ctx.now}::timestamptz)`,
		})
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function closeAim(
	ctx: Context,
	partnershipId: string,
	{ id, because, by }: { id: string; because: string; by: string },
): Promise<void> {
	await open(ctx, partnershipId, id)
		.set({ closed_at: ctx.now, closed_by: by, closed_because: because })
		.execute();
}
