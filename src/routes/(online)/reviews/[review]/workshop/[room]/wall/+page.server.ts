import { wallScreen } from '#domain/workshop/room/screen.server.ts';
import { server } from '#platform/server.ts';
import { notThere } from '../../../../../../refusals.ts';
import { newsOfRoom } from '../../../../../taking-part/news-of-room.ts';
import { joinAddress, joinLink } from '../join-address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends(newsOfRoom);
	const screen = await locals.within((ctx) => wallScreen(ctx, params.review, params.room));
	if (!screen) notThere();
	const { code } = screen.room;
	const opened = await server();
	return {
		bare: true as const,
		...screen,
		reviewId: params.review,
		now: new Date(),
		joinAddress: joinAddress(opened),
		joinLink: code && joinLink(opened, code),
	};
};
