import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { EventKind, ProfileYear } from './story.ts';

export interface SaidOfEvent {
	kind: EventKind;
	year: number;
	day: string | null;
	words: string;
	opened: boolean;
}

interface Of {
	partnershipId: string;
	memberId: string;
}

export const insertEvent = (
	ctx: Context,
	{ partnershipId, memberId }: Of,
	id: string,
	{ kind, year, day, words, opened }: SaidOfEvent,
	by: string,
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'school_event',
		{
			...{ partnership_id: partnershipId, id, member_id: memberId, kind, year, day, words, opened },
			...{ told_by: by, told_at: ctx.now },
		},
		['member_id', 'told_by'],
	);

const standing = (ctx: Context, { partnershipId, memberId }: Of, id: string) =>
	ctx.db
		.updateTable('school_event')
		.where('partnership_id', '=', partnershipId)
		.where('member_id', '=', memberId)
		.where('id', '=', id)
		.where('taken_back_at', 'is', null);

/** False where it is no longer at `version`, or was taken back. */
export async function updateEvent(
	ctx: Context,
	of: Of,
	{ id, version, said, by }: { id: string; version: number; said: SaidOfEvent; by: string },
): Promise<boolean> {
	const { kind, year, day, words, opened } = said;
	const { numUpdatedRows } = await standing(ctx, of, id)
		.where('version', '=', version)
		.set({ kind, year, day, words, opened, told_by: by, told_at: ctx.now, version: version + 1 })
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Its row stays. */
export async function takeBackEvent(ctx: Context, of: Of, id: string, by: string): Promise<void> {
	await standing(ctx, of, id).set({ taken_back_at: ctx.now, told_by: by }).execute();
}

/** Writes how a school was in a year, or puts it right at `version`. False where somebody else did meanwhile. */
export async function upsertProfileYear(
	ctx: Context,
	partnershipId: string,
	{ schoolId, schoolYear, version, onRoll, ...shares }: Omit<ProfileYear, 'enteredBy'>,
	by: string,
): Promise<boolean> {
	const said = { on_roll: onRoll, ...shares, entered_by: by, entered_at: ctx.now };
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('profile_year')
		.values({ partnership_id: partnershipId, school_id: schoolId, school_year: schoolYear, ...said })
		.onConflict((conflict) =>
			conflict
				.columns(['partnership_id', 'school_id', 'school_year'])
				.doUpdateSet({ ...said, version: version + 1 })
				.where('profile_year.version', '=', version),
		)
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}
