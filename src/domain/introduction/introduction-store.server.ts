import type { Day } from '#domain/calendar/day.ts';
import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { Said } from './input.ts';

/** Where it comes from, and between which schools. */
export interface Origin {
	partnershipId: string;
	id: string;
	reviewId: string | null;
	themeId: string | null;
	givingId: string;
	gainingId: string;
	/** From which day on they can have met. */
	since: Day;
}

const rowOf = ({ way, about, givingStaff, gainingStaff, due }: Said) => ({
	...{ way, about, due, giving_staff: givingStaff, gaining_staff: gainingStaff },
});

export const insertIntroduction = (
	ctx: Context,
	{ partnershipId, id, reviewId, themeId, givingId, gainingId, since }: Origin,
	said: Said,
	by: string,
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'introduction',
		{
			...{ partnership_id: partnershipId, id, review_id: reviewId, theme_id: themeId },
			...{ giving_member_id: givingId, gaining_member_id: gainingId, since },
			...{ ...rowOf(said), made_by: by, made_at: ctx.now },
		},
		['made_by', 'giving_member_id', 'gaining_member_id'],
	);

const waiting = (ctx: Context, { partnershipId, id }: { partnershipId: string; id: string }) =>
	ctx.db
		.updateTable('introduction')
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', id)
		.where('told_at', 'is', null);

/** False where it is no longer at `version`, or waits no more. */
export async function updateIntroduction(
	ctx: Context,
	of: { partnershipId: string; id: string },
	version: number,
	said: Said,
): Promise<boolean> {
	const { numUpdatedRows } = await waiting(ctx, of)
		.set({ ...rowOf(said), version: version + 1 })
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Writes down what became of it; false where that is known already. */
export async function endIntroduction(
	ctx: Context,
	of: { partnershipId: string; id: string },
	end: { metOn: string; outcome: string } | { because: string },
	by: string,
): Promise<boolean> {
	const told = { told_by: by, told_at: ctx.now };
	const { numUpdatedRows } = await waiting(ctx, of)
		.set(
			'because' in end
				? { ...told, given_up_because: end.because }
				: { ...told, met_on: end.metOn, outcome: end.outcome },
		)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
