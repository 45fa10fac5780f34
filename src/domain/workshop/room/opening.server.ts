import type { z } from 'zod';
import { needOf } from '#domain/protocol/of-kind.ts';
import { onReview, type Deed } from '#domain/review/deeds/opening.server.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { denied, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayRecordWorkshop } from '../access.ts';
import { roomOf, type Room } from './queries.server.ts';
import type { OfRoom } from './room-store.server.ts';

/** Whoever writes the workshop up runs it, where its protocol has one. */
export const runsWorkshop = (review: OpenReview): boolean =>
	needOf(review.protocol, 'workshop held') !== 'never' &&
	mayRecordWorkshop(review.roles, review.protocol.workshop.runBy);

interface InRoom<I> extends Deed<I> {
	room: Room;
	of: OfRoom;
}

/** What every deed of whoever runs a room begins with. A workshop that is over is changed no more. */
export const onRoom = <S extends z.ZodType<{ reviewId: string; roomId: string }>, T>(
	ctx: Context,
	schema: S,
	input: unknown,
	deed: (on: InRoom<z.output<S>>) => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
	onReview(
		ctx,
		schema,
		input,
		() => true,
		async (on) => {
			if (!runsWorkshop(on.review)) return denied;
			const room = await roomOf(ctx, on.review, on.input.roomId);
			if (!room) return missing;
			if (room.closedAt) return invalid({ '': 'This workshop is over. Prepare another sitting to go on.' });
			return deed({ ...on, room, of: { partnershipId: on.review.partnershipId, roomId: room.id } });
		},
	);
