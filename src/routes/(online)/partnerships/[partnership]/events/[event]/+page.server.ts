import type { RequestEvent } from '@sveltejs/kit';
import { bringPeople, come, lowerOthers, stayAway, takeOut } from '#domain/event/deeds/joining.server.ts';
import { linkAction, linkFinding, unlinkAction, unlinkFinding } from '#domain/event/deeds/linking.server.ts';
import { callOffEvent, changeEvent } from '#domain/event/deeds/planning.server.ts';
import { saveWriteUp, tellTakeaway } from '#domain/event/deeds/writing-up.server.ts';
import { eventChoices } from '#domain/event/plan-screen.server.ts';
import { eventScreen } from '#domain/event/screen.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { server } from '#platform/server.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await locals.within(async (ctx) => {
		const screen = await eventScreen(ctx, params.partnership, params.event);
		if (!screen) return null;
		const standing = (await standingIn(ctx, params.partnership))!;
		return {
			...screen,
			today: ctx.today,
			/** For whoever changes it. */
			choices:
				screen.runs && !screen.event.calledOff ? await eventChoices(ctx, standing, screen.event) : null,
		};
	});
	return found ?? notThere();
};

type AtEvent = RequestEvent<{ partnership: string; event: string } & Record<string, string>>;

/** Posts to the event of the address, and stays there. */
const here =
	(deed: (ctx: Context, input: unknown) => Promise<Outcome>, at = '') =>
	(event: AtEvent) => {
		const { partnership: partnershipId, event: eventId } = event.params;
		return submit(event, deed, {
			input: (form) => ({ ...form, partnershipId, eventId }),
			success: () => `/partnerships/${partnershipId}/events/${eventId}${at}`,
		});
	};

/** The same with letters that lead back here. */
const withLetters =
	(deed: (ctx: Context, origin: string, input: unknown) => Promise<Outcome>) => async (event: AtEvent) => {
		const { env } = await server();
		return here((ctx, input) => deed(ctx, env.origin, input))(event);
	};

export const actions: Actions = {
	change: withLetters(changeEvent),
	off: withLetters(callOffEvent),
	bring: here(bringPeople),
	come: here(come),
	away: here(stayAway),
	out: here(takeOut),
	lower: here(lowerOthers),
	write: here(saveWriteUp, '#written-up'),
	take: here(tellTakeaway, '#taken'),
	follow: here(linkFinding, '#follows'),
	unfollow: here(unlinkFinding, '#follows'),
	serve: here(linkAction, '#follows'),
	unserve: here(unlinkAction, '#follows'),
};
