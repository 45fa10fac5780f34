import { deskScreen } from '#domain/workshop/room/screen.server.ts';
import { server } from '#platform/server.ts';
import { notThere } from '../../../../../../refusals.ts';
import { joinAddress, joinLink } from '../join-address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const screen = await locals.within((ctx) => deskScreen(ctx, params.review, params.room));
	if (!screen) notThere();
	const { room, hostName, ideas } = screen;
	const opened = await server();
	return {
		bare: true as const,
		...{ room, hostName, ideas },
		reviewId: params.review,
		joinAddress: joinAddress(opened),
		joinLink: room.code && joinLink(opened, room.code),
	};
};
