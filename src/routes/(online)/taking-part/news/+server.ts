import { json } from '@sveltejs/kit';
import { ownRoom } from '#domain/workshop/room/phone-queries.server.ts';
import { liveRooms } from '../../../../live.ts';
import { heardOf, wantsStream } from '../../../news-request.ts';
import { notThere } from '../../../refusals.ts';
import { asParticipant, keptNowhere } from '../as-participant.server.ts';
import type { RequestHandler } from './$types';

/** That something of what a phone shows has changed: a number, to whoever is in the room. */
export const GET: RequestHandler = async (event) => {
	const { locals, request, url } = event;
	keptNowhere(event);
	const taking = await asParticipant(event);
	const room = taking.standing === 'in' ? await locals.within(ownRoom) : null;
	if (taking.standing !== 'in' || !room) return notThere();
	if (!wantsStream(request)) return json({ number: room.phoneNumber });
	return (await liveRooms()).stream({
		name: `phones:${room.id}`,
		owner: taking.id,
		number: room.phoneNumber,
		since: heardOf(request, url),
		still: async () => (await locals.within(ownRoom)) !== null,
	});
};
