import type { RequestEvent } from '@sveltejs/kit';
import {
	agreeAnew,
	endSupport,
	noteDay,
	takeDayBack,
	tellOutcome,
	shareThanks,
	thank,
} from '#domain/support/deployment/deeds.server.ts';
import { arrangeOutside, endOutside, tellOutside } from '#domain/support/outside/deeds.server.ts';
import {
	agreeToBeNamed,
	agreeToHelp,
	declineToHelp,
	proposeHelpers,
	refuseHelper,
	sayNobodyFound,
	takeProposalBack,
} from '#domain/support/proposing/deeds.server.ts';
import { changeConsents, rewordRequest, withdrawRequest } from '#domain/support/request/deeds.server.ts';
import { requestScreen } from '#domain/support/request/screen.server.ts';
import { decideResource } from '#domain/support/resourcing/deeds.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { server } from '#platform/server.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { partnership, request } }) =>
	(await locals.within((ctx) => requestScreen(ctx, partnership, request))) ?? notThere();

type ThisRequest = RequestEvent<{ partnership: string; request: string } & Record<string, string>>;

/** Posts a deed that writes letters to the request of the address, and stays there. */
const writing =
	(deed: (ctx: Context, origin: string, input: unknown) => Promise<Outcome>) =>
	async (event: ThisRequest) => {
		const { partnership: partnershipId, request: requestId } = event.params;
		const { env } = await server();
		return submit(event, (ctx, input) => deed(ctx, env.origin, input), {
			input: (form) => ({ ...form, partnershipId, requestId }),
			success: () => `/partnerships/${partnershipId}/support/${requestId}`,
		});
	};

/** The same for one that writes none. */
const here = (deed: (ctx: Context, input: unknown) => Promise<Outcome>) =>
	writing((ctx, _origin, input) => deed(ctx, input));

export const actions: Actions = {
	reword: here(rewordRequest),
	consents: here(changeConsents),
	withdraw: writing(withdrawRequest),
	propose: writing(proposeHelpers),
	takeback: writing(takeProposalBack),
	name: writing(agreeToBeNamed),
	refuse: here(refuseHelper),
	nobody: writing(sayNobodyFound),
	resource: here(decideResource),
	outside: here(arrangeOutside),
	answer: here(tellOutside),
	outsideEnd: here(endOutside),
	agree: writing(agreeToHelp),
	decline: writing(declineToHelp),
	terms: writing(agreeAnew),
	day: here(noteDay),
	undo: here(takeDayBack),
	outcome: here(tellOutcome),
	thank: writing(thank),
	shareThanks: here(shareThanks),
	end: writing(endSupport),
};
