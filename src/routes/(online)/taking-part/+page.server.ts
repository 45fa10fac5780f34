import { randomUUIDv7 } from 'node:crypto';
import { phoneScreen } from '#domain/workshop/room/phone-screen.server.ts';
import { addCard, giveVote, rateIdea, takeBackCard } from '#domain/workshop/room/taking-part.server.ts';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { liveRooms } from '../../../live.ts';
import { submit } from '../../answer.ts';
import { notThere } from '../../refusals.ts';
import { asParticipant, keptNowhere } from './as-participant.server.ts';
import { newsOfRoom } from './news-of-room.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	event.depends(newsOfRoom);
	keptNowhere(event);
	const taking = await asParticipant(event);
	const room = taking.standing === 'in' ? await event.locals.within(phoneScreen) : null;
	// The page is the phone's: nothing on it depends on who is signed in.
	return {
		bare: true as const,
		viewer: undefined,
		standing: taking.standing,
		room,
		id: randomUUIDv7(),
		now: new Date(),
	};
};

/**
 * Nothing leaves its place: the answer is the same page as it stands now. Where the workshop is over by then, the page says so.
 *
 * @param said what the page is told of what was done
 */
const asPhone =
	(deed: (ctx: Context, input: unknown) => Promise<Outcome>, said: { cardIn?: true } = {}) =>
	async (event: RequestEvent) => {
		const { standing } = await asParticipant(event);
		if (standing === 'nobody') notThere();
		if (standing !== 'in') redirect(303, '/taking-part');
		const answer = await submit(event, deed, { success: () => ({ done: true, ...said }) });
		(await liveRooms()).moved();
		return answer;
	};

export const actions: Actions = {
	card: asPhone(addCard, { cardIn: true }),
	back: asPhone(takeBackCard),
	vote: asPhone(giveVote),
	rate: asPhone(rateIdea),
};
