import { randomUUIDv7 } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { meetingScreen } from '#domain/agenda/meeting/screen.server.ts';
import { releaseReport, takeBackReport } from '#domain/improvement/release/deeds.server.ts';
import { moveMeeting, withdrawMeeting } from '#domain/meeting/deeds/calling.server.ts';
import { addItem, changeItem, placeItem, removeItem } from '#domain/meeting/deeds/items.server.ts';
import { confirmMinutes, saveMinutes } from '#domain/meeting/deeds/minutes.server.ts';
import { dropPromise, notePromise, tellPromise } from '#domain/meeting/deeds/promises.server.ts';
import { releaseNeed, takeBackNeed } from '#domain/support/release/deeds.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { partnership, meeting } }) => {
	const found = await locals.within((ctx) => meetingScreen(ctx, partnership, meeting));
	if (!found) notThere();
	return { ...found, ids: { item: randomUUIDv7(), promise: randomUUIDv7() } };
};

type Deed = (ctx: Context, input: unknown) => Promise<Outcome>;
type AtMeeting = RequestEvent<{ partnership: string; meeting: string } & Record<string, string>>;

/** Posts to the meeting of the address, and stays there. */
const here =
	(deed: Deed, to = (root: string, meeting: string) => `${root}/${meeting}`) =>
	(event: AtMeeting) => {
		const { partnership: partnershipId, meeting: meetingId } = event.params;
		return submit(event, deed, {
			input: (form) => ({ ...form, partnershipId, meetingId }),
			success: () => to(`/partnerships/${partnershipId}/meetings`, meetingId),
		});
	};

export const actions: Actions = {
	move: here(moveMeeting),
	withdraw: here(withdrawMeeting, (root) => root),
	add: here(addItem),
	say: here(changeItem),
	place: here(placeItem),
	remove: here(removeItem),
	save: here(saveMinutes),
	confirm: here(confirmMinutes),
	promise: here(notePromise),
	tell: here(tellPromise),
	drop: here(dropPromise),
	release: here(releaseReport),
	takeback: here(takeBackReport),
	ask: here(releaseNeed),
	unask: here(takeBackNeed),
};
