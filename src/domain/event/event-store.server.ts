import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { EventKind, ForWhom } from './model.ts';

/** What is said of an event when it is planned or changed. */
export interface SaidOfEvent {
	kind: EventKind;
	title: string;
	words: string;
	fromDay: string;
	toDay: string;
	fromTime: string | null;
	toTime: string | null;
	atMemberId: string | null;
	place: string;
	yearGroups: string[];
	themeId: string | null;
	subject: string;
	ledBy: string | null;
	speaker: string;
	bring: string;
	places: number | null;
	forWhom: ForWhom;
	groupId: string | null;
	invitedIds: string[];
}

const columnsOf = (said: SaidOfEvent) => ({
	...{ kind: said.kind, title: said.title, words: said.words },
	...{ from_day: said.fromDay, to_day: said.toDay, from_time: said.fromTime, to_time: said.toTime },
	...{ at_member_id: said.atMemberId, place: said.place, year_groups: said.yearGroups },
	...{ theme_id: said.themeId, subject: said.subject, led_by: said.ledBy, speaker: said.speaker },
	...{ bring: said.bring, places: said.places },
	...{ for_whom: said.forWhom, group_id: said.groupId, invited_ids: said.invitedIds },
});

export const insertEvent = (
	ctx: Context,
	{ partnershipId, id }: { partnershipId: string; id: string },
	said: SaidOfEvent,
	by: string,
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'joint_event',
		{ partnership_id: partnershipId, id, ...columnsOf(said), planned_by: by, planned_at: ctx.now },
		['planned_by'],
	);

const standing = (ctx: Context, { partnershipId, id }: { partnershipId: string; id: string }) =>
	ctx.db
		.updateTable('joint_event')
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', id)
		.where('called_off_at', 'is', null);

/** False where it is no longer at `version`, or was called off. */
export async function updateEvent(
	ctx: Context,
	event: { partnershipId: string; id: string; version: number },
	said: SaidOfEvent,
): Promise<boolean> {
	const { numUpdatedRows } = await standing(ctx, event)
		.set({ ...columnsOf(said), version: event.version + 1 })
		.where('version', '=', event.version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Its row stays. False where it was called off already. */
export async function markCalledOff(
	ctx: Context,
	event: { partnershipId: string; id: string },
	{ by, because }: { by: string; because: string },
): Promise<boolean> {
	const { numUpdatedRows } = await standing(ctx, event)
		.set({ called_off_by: by, called_off_at: ctx.now, called_off_because: because })
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
