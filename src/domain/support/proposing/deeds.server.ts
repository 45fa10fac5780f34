import type { z } from 'zod';
import type { Standing } from '#domain/partnership/model.ts';
import type { Context } from '#platform/context.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayAnswerFor, mayAsk, mayBroker } from '../access.ts';
import { beginDeployment, faultsOfTerms } from '../deployment/terms.server.ts';
import {
	answerLetter,
	consentLetter,
	deployedLetter,
	helpAskedLetter,
	nobodyFoundLetter,
} from '../letters.ts';
import {
	helperState,
	isOpen,
	mayBeTakenBack,
	requestState,
	type Helper,
	type SupportRequest,
} from '../request/model.ts';
import { onRequest, type OnRequest } from '../request/opening.server.ts';
import { headsOf, leadersOf, tellNoLonger, writeAbout } from '../writing.server.ts';
import { candidatesFor } from './gather.server.ts';
import * as store from './proposing-store.server.ts';
import * as inputs from './input.ts';

const isOver = (request: SupportRequest, today: string) =>
	request.left || !isOpen(requestState(request, today)) ? invalid({ '': noLonger(request, today) }) : null;

function noLonger(request: SupportRequest, today: string): string {
	if (request.left) return 'The school that asked has left the partnership.';
	const state = requestState(request, today);
	return state === 'withdrawn' ? 'This request was withdrawn.' : 'Help for this is found already.';
}

/**
 * Whoever leads proposes schools that could help (NFS-23). Where the asker has agreed to be named they are asked at once; else the asker's
 * head is asked first whether they may be. Only schools that offer it now and can still give days.
 */
export const proposeHelpers = (ctx: Context, origin: string, input: unknown): Promise<Outcome> =>
	onRequest(ctx, inputs.proposeInput, input, mayBroker, async ({ input: given, request, by }) => {
		const { partnershipId, requestId, memberIds } = given;
		const over = isOver(request, ctx.today);
		if (over) return over;
		const fresh = memberIds.filter((id) => !request.helpers.some(({ memberId }) => memberId === id));
		const candidates = await candidatesFor(ctx, partnershipId, request);
		const chosen = fresh.map((id) => candidates.find((one) => one.memberId === id && !one.usedUp));
		if (chosen.includes(undefined))
			return invalid({
				memberIds: 'One of these schools no longer offers it, or has no days left. Choose again.',
			});
		const { mayName: named, memberId: askerId, memberName: asker } = request;
		const askers = await headsOf(ctx, partnershipId, askerId);
		for (const { memberId, memberName } of chosen.map((one) => one!)) {
			const helper = { id: ctx.newId(), requestId, askerId, memberId, named, proposedBy: by };
			if (!(await store.insertHelper(ctx, partnershipId, helper))) continue;
			await writeAbout(
				ctx,
				origin,
				{ partnershipId, requestId },
				{
					to: named ? await headsOf(ctx, partnershipId, memberId) : askers,
					not: by,
					letter: named ? helpAskedLetter(asker, request.byDay) : consentLetter(memberName),
				},
			);
		}
		return done(null);
	});

interface OnHelper<I> extends OnRequest<I> {
	helper: Helper;
}

const onHelper = <S extends z.ZodType<{ partnershipId: string; requestId: string; helperId: string }>>(
	ctx: Context,
	schema: S,
	input: unknown,
	may: (standing: Standing, of: { request: SupportRequest; helper: Helper }) => boolean,
	deed: (on: OnHelper<z.output<S>>) => Promise<Outcome>,
): Promise<Outcome> =>
	onRequest(
		ctx,
		schema,
		input,
		() => true,
		async (on) => {
			const helper = on.request.helpers.find(({ id }) => id === on.input.helperId);
			if (!helper) return missing;
			return may(on.standing, { request: on.request, helper }) ? deed({ ...on, helper }) : denied;
		},
	);

/**
 * Takes a proposal back: the school is asked no more. Refused once it has said yes, until that support has ended, and where the asker would
 * rather not ask it: their no outlives the proposal.
 */
export const takeProposalBack = (ctx: Context, origin: string, input: unknown): Promise<Outcome> =>
	onHelper(ctx, inputs.helperInput, input, mayBroker, async ({ input: given, request, helper, by }) => {
		if (!mayBeTakenBack(helper, request.deployments))
			return invalid({
				'':
					helperState(helper) === 'said yes'
						? 'This school has said yes. The support can be ended with a reason.'
						: 'The asking head would rather not ask this school. That stays.',
			});
		await tellNoLonger(ctx, origin, request, [helper], by);
		await store.markTakenBack(ctx, given, by);
		return done(null);
	});

const mayConsent = (standing: Standing, { request }: { request: SupportRequest }) =>
	mayAsk(standing, request.memberId);

/** The asker's head agrees to be named to this school, and only then is its head asked. */
export const agreeToBeNamed = (ctx: Context, origin: string, input: unknown): Promise<Outcome> =>
	onHelper(ctx, inputs.helperInput, input, mayConsent, async ({ input: given, request, helper, by }) => {
		if (['asked', 'said yes', 'said no'].includes(helperState(helper))) return done(null);
		if (helper.consent) return invalid({ '': 'You have said no to this school already.' });
		const over = isOver(request, ctx.today);
		if (over) return over;
		await store.insertConsent(ctx, given, { yes: true, because: '', by });
		await writeAbout(ctx, origin, given, {
			to: await headsOf(ctx, given.partnershipId, helper.memberId),
			...{ not: by, letter: helpAskedLetter(request.memberName, request.byDay) },
		});
		return done(null);
	});

/** The asker's head would rather not ask this school; it never learns of it. */
export const refuseHelper = (ctx: Context, input: unknown): Promise<Outcome> =>
	onHelper(ctx, inputs.refuseHelperInput, input, mayConsent, async ({ input: given, helper, by }) => {
		if (helper.consent && !helper.consent.yes) return done(null);
		if (helperState(helper) !== 'waits to be agreed to')
			return invalid({ '': 'This school is asked already and knows who you are.' });
		await store.insertConsent(ctx, given, { yes: false, because: given.because, by });
		return done(null);
	});

const mayAnswer = (standing: Standing, { helper }: { helper: Helper }) =>
	mayAnswerFor(standing, helper.memberId);

/** The helper's head says no, with a reason that the asker's head and those who lead read. */
export const declineToHelp = (ctx: Context, origin: string, input: unknown): Promise<Outcome> =>
	onHelper(ctx, inputs.declineInput, input, mayAnswer, async ({ input: given, request, helper, by }) => {
		const { words } = given;
		if (helper.answer) return sentAgain(helper.answer, { yes: false, words }, null);
		await tellAnswer(ctx, origin, { request, helper, by, partnershipId: given.partnershipId, yes: false });
		await store.insertAnswer(ctx, given, { yes: false, words, by });
		return done(null);
	});

/**
 * The helper's head says yes: how many days, from when to when, who comes, what it costs. The asker's head, those who lead and who comes
 * get a letter. Refused for days that are over, and where help is found or the asker has left meanwhile.
 */
export const agreeToHelp = (ctx: Context, origin: string, input: unknown): Promise<Outcome> =>
	onHelper(ctx, inputs.agreeInput, input, mayAnswer, async ({ input: given, request, helper, by }) => {
		const { partnershipId, requestId, words, days, fromDay, toDay, personId, who, pounds, payer } = given;
		const terms = { days, fromDay, toDay, personId, who, pounds, payer };
		const agreed = request.deployments.find(({ helperId }) => helperId === helper.id);
		if (agreed) return sentAgain(agreed, terms, null);
		if (helper.answer)
			return invalid({ '': 'You have said no already. Ask those who lead to propose you anew.' });
		if (request.left || request.found) return invalid({ '': noLonger(request, ctx.today) });
		const { memberId: askerId, memberName: asker } = request;
		const faults = await faultsOfTerms(ctx, { partnershipId, memberId: helper.memberId }, terms, null);
		if (faults) return invalid(faults);
		await store.insertAnswer(ctx, given, { yes: true, words, by });
		const of = { id: ctx.newId(), helperId: helper.id, requestId, askerId, memberId: helper.memberId };
		await beginDeployment(ctx, partnershipId, of, { terms, by });
		await tellAnswer(ctx, origin, { request, helper, by, partnershipId, yes: true });
		await writeAbout(
			ctx,
			origin,
			{ partnershipId, requestId },
			{
				...{ to: personId ? [personId] : [], not: by, letter: deployedLetter(asker) },
			},
		);
		return done(null);
	});

interface Answered {
	partnershipId: string;
	request: SupportRequest;
	helper: Helper;
	by: string;
	yes: boolean;
}

async function tellAnswer(
	ctx: Context,
	origin: string,
	{ partnershipId, request, helper, by, yes }: Answered,
): Promise<void> {
	const to = [
		...(await headsOf(ctx, partnershipId, request.memberId)),
		...(await leadersOf(ctx, partnershipId)),
	];
	const letter = answerLetter(helper.memberName, yes);
	await writeAbout(ctx, origin, { partnershipId, requestId: request.id }, { to, not: by, letter });
}

/** Whoever leads says that nobody could be found so far, which the asker's head is told; it holds until another is proposed. */
export const sayNobodyFound = (ctx: Context, origin: string, input: unknown): Promise<Outcome> =>
	onRequest(ctx, inputs.nobodyFoundInput, input, mayBroker, async ({ input: given, request, by }) => {
		const { partnershipId, requestId, id, words } = given;
		const state = requestState(request, ctx.today);
		if (request.nobody?.words === words) return done(null);
		if (state !== 'asked' && state !== 'nobody found')
			return invalid({ '': 'A school is proposed or asked. Take that back first.' });
		const said = { id, requestId, askerId: request.memberId, words, by };
		const inserted = await store.insertNobodyFound(ctx, partnershipId, said);
		if (inserted === 'taken') return missing;
		if (inserted === 'made before')
			return invalid({ '': 'This form was sent before. Open the page again to say something else.' });
		const to = await headsOf(ctx, partnershipId, request.memberId);
		await writeAbout(ctx, origin, given, { to, not: by, letter: nobodyFoundLetter });
		return done(null);
	});
