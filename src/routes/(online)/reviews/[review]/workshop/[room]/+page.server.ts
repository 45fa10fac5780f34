import { randomUUIDv7 } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import * as moderating from '#domain/workshop/room/moderating.server.ts';
import * as running from '#domain/workshop/room/running.server.ts';
import { deskScreen } from '#domain/workshop/room/screen.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { server } from '#platform/server.ts';
import { liveRooms } from '../../../../../../live.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import { newsOfRoom } from '../../../../taking-part/news-of-room.ts';
import { joinAddress } from './join-address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends(newsOfRoom);
	const screen = await locals.within((ctx) => deskScreen(ctx, params.review, params.room));
	if (!screen) notThere();
	return { ...screen, id: randomUUIDv7(), now: new Date(), joinAddress: joinAddress(await server()) };
};

/** Whoever runs the room goes on where they are; all who look at it hear of it at once. */
const inRoom =
	(deed: (ctx: Context, input: unknown) => Promise<Outcome>) =>
	async (event: RequestEvent<{ review: string; room: string }>) => {
		const { review, room } = event.params;
		const answer = await submit(event, deed, {
			input: (form) => ({ ...form, reviewId: review, roomId: room }),
			success: () => ({ done: true }),
		});
		(await liveRooms()).moved();
		return answer;
	};

export const actions: Actions = {
	plan: inRoom(running.changeRoomPlan),
	open: inRoom(running.openRoom),
	door: inRoom(running.setDoor),
	round: inRoom(running.startRound),
	timer: inRoom(running.setTimer),
	close: inRoom(running.closeRoom),
	type: inRoom(moderating.typeCards),
	group: inRoom(moderating.groupCards),
	apart: inRoom(moderating.ungroupCards),
	hide: inRoom(moderating.hideCards),
	show: inRoom(moderating.showCards),
	matrix: inRoom(moderating.putOnMatrix),
	off: inRoom(moderating.takeOffMatrix),
	place: inRoom(moderating.placeCard),
	out: inRoom(running.putOutPhone),
};
