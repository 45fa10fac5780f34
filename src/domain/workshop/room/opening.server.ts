import type { z } from 'zod';
import { needOf } from '#domain/protocol/of-kind.ts';
import { onReview, type Deed } from '#domain/review/deeds/opening.server.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { denied, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayRecordWorkshop } from '../access.ts';
import { stepsOf } from '../steps/queries.server.ts';
import { roomOf, type Room } from './queries.server.ts';
import { holdRoom, type OfRoom } from './room-store.server.ts';

/** Whoever writes the workshop up runs it, where its protocol has one. */
export const runsWorkshop = (review: OpenReview): boolean =>
	needOf(review.protocol, 'workshop held') !== 'never' &&
	mayRecordWorkshop(review.roles, review.protocol.workshop.runBy);

interface InRoom<I> extends Deed<I> {
	room: Room;
	of: OfRoom;
	/** How many cards the room has. */
	held: number;
}

/**
 * Whether what a room has written may still be put right once its workshop is over: until its plan is taken up, or the review is closed.
 */
export const mayPutRight = async (ctx: Context, review: OpenReview): Promise<boolean> =>
	review.facts.closedOn === null && !(await stepsOf(ctx, review)).some(({ takenUp }) => takenUp);

const isOver = invalid({ '': 'This workshop is over. Prepare another sitting to go on.' });

/**
 * What every deed of whoever runs a room begins with. A workshop that is over is changed no more.
 *
 * @param afterwards for what puts right what was written, also when it is over (`mayPutRight`)
 */
export const onRoom = <S extends z.ZodType<{ reviewId: string; roomId: string }>, T>(
	ctx: Context,
	schema: S,
	input: unknown,
	deed: (on: InRoom<z.output<S>>) => Promise<Outcome<T>>,
	afterwards = false,
): Promise<Outcome<T>> =>
	onReview(
		ctx,
		schema,
		input,
		() => true,
		async (on) => {
			if (!runsWorkshop(on.review)) return denied;
			const held = await holdRoom(ctx, on.input.roomId);
			const room = held === null ? null : await roomOf(ctx, on.review, on.input.roomId);
			if (held === null || !room) return missing;
			if (room.closedAt && !(afterwards && (await mayPutRight(ctx, on.review)))) return isOver;
			return deed({ ...on, room, of: { partnershipId: on.review.partnershipId, roomId: room.id }, held });
		},
	);
