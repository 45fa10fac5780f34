import { json } from '@sveltejs/kit';
import { roomNumber } from '#domain/workshop/room/screen.server.ts';
import { server } from '#platform/server.ts';
import { liveRooms } from '../../../../../../../live.ts';
import { heardOf, wantsStream } from '../../../../../../news-request.ts';
import { notThere } from '../../../../../../refusals.ts';
import type { RequestHandler } from './$types';

/** That something in a workshop's room has changed: a number, to whoever runs it. */
export const GET: RequestHandler = async ({ locals, params, request, url }) => {
	const asked = () => locals.within((ctx) => roomNumber(ctx, params.review, params.room));
	const number = await asked();
	if (number === null) return notThere();
	if (!wantsStream(request)) return json({ number });
	const [owner, session] = [locals.person!.id, locals.session!];
	const { signIn } = await server();
	return (await liveRooms()).stream({
		name: `room:${params.room.toLowerCase()}`,
		owner,
		number,
		since: heardOf(request, url),
		still: async () => (await signIn.isStill(session, owner)) && (await asked()) !== null,
	});
};
