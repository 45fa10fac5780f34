import { randomUUIDv7 } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { addPaper, removePaper } from '#domain/workshop/paper/deeds.server.ts';
import { photosOf } from '#domain/workshop/paper/queries.server.ts';
import * as moderating from '#domain/workshop/room/moderating.server.ts';
import * as running from '#domain/workshop/room/running.server.ts';
import { deskScreen } from '#domain/workshop/room/screen.server.ts';
import type { Context } from '#platform/context.ts';
import { type PostedForm, readForm } from '#platform/form-data.ts';
import type { Outcome } from '#platform/outcome.ts';
import { type ReadPicture, readPicture } from '#platform/picture/read-picture.server.ts';
import { server } from '#platform/server.ts';
import { liveRooms } from '../../../../../../live.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import { newsOfRoom } from '../../../../taking-part/news-of-room.ts';
import { joinAddress } from './join-address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends(newsOfRoom);
	const screen = await locals.within(async (ctx) => {
		const desk = await deskScreen(ctx, params.review, params.room);
		return desk && { ...desk, photos: await photosOf(ctx, desk.partnershipId, desk.room.id) };
	});
	if (!screen) notThere();
	return {
		...screen,
		id: randomUUIDv7(),
		photoId: randomUUIDv7(),
		now: new Date(),
		joinAddress: joinAddress(await server()),
	};
};

type InRoom = RequestEvent<{ review: string; room: string }>;

/** Whoever runs the room goes on where they are; all who look at it hear of it at once. */
const inRoom =
	(
		deed: (ctx: Context, input: unknown) => Promise<Outcome>,
		read?: (data: FormData) => Promise<PostedForm>,
	) =>
	async (event: InRoom) => {
		const { review, room } = event.params;
		const answer = await submit(event, deed, {
			...(read && { read }),
			input: (form) => ({ ...form, reviewId: review, roomId: room }),
			success: () => ({ done: true }),
		});
		(await liveRooms()).moved();
		return answer;
	};

/** What came as a file is read before a transaction begins, and is not among what a refused form shows again. */
async function keepPhoto(event: InRoom) {
	let picture: ReadPicture | undefined;
	const read = async (data: FormData) => {
		const file = data.get('picture');
		if (file instanceof File && file.size > 0)
			picture = await readPicture(new Uint8Array(await file.arrayBuffer()));
		return readForm(data);
	};
	return inRoom((ctx, form) => addPaper(ctx, { ...(form as object), picture }), read)(event);
}

export const actions: Actions = {
	photo: keepPhoto,
	unphoto: inRoom(removePaper),
	plan: inRoom(running.changeRoomPlan),
	open: inRoom(running.openRoom),
	door: inRoom(running.setDoor),
	seats: inRoom(running.setSeats),
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
