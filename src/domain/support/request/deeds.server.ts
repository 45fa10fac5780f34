import { addDays } from '#domain/calendar/day.ts';
import { isOver, type Standing } from '#domain/partnership/model.ts';
import { memberById } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { takePartnershipTurn } from '#domain/partnership/turn.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type FieldErrors, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayAsk } from '../access.ts';
import { requestLetter } from '../letters.ts';
import { leadersOf, tellNoLonger, writeAbout } from '../writing.server.ts';
import * as inputs from './input.ts';
import { isOpen, mayBePutRight, requestState, type SupportRequest } from './model.ts';
import { onRequest } from './opening.server.ts';
import { requestsOf } from './queries.server.ts';
import * as store from './request-store.server.ts';

/** Days ahead by which support may be asked for. */
const furthestAhead = 730;

/**
 * A head asks for support for their school (CEN-13), and says who may learn of it. Those who lead get a letter. Refused for a day that is
 * over, a theme that is not in use, and a second request in a theme while the first is open.
 */
export async function askForSupport(
	ctx: Context,
	origin: string,
	input: unknown,
): Promise<Outcome<{ id: string }>> {
	const read = readInput(inputs.askInput, input);
	if (!read.ok) return invalid(read.fields);
	const { id, partnershipId, memberId, themeId, words, byDay, mayName, atMeetings } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	const member = standing && (await memberById(ctx, partnershipId, memberId));
	if (!standing || !member || isOver(member, ctx.today)) return missing;
	if (!mayAsk(standing, memberId)) return denied;
	await takePartnershipTurn(ctx, partnershipId);
	const own = await requestsOf(ctx, partnershipId, { memberId });
	const before = own.find((one) => one.id === id);
	const said = { themeId, words, byDay };
	if (before) return sentAgain(before, { ...said, mayName, atMeetings }, { id });
	const faults = await faultsOf(ctx, partnershipId, said, null);
	if (faults) return invalid(faults);
	if (own.some((one) => one.themeId === themeId && isOpen(requestState(one, ctx.today))))
		return invalid({ themeId: 'You ask for this already. Put that request right, or withdraw it first.' });
	const request = { id, memberId, ...said, mayName, atMeetings, askedBy: standing.personId };
	if ((await store.insertRequest(ctx, partnershipId, request)) === 'taken') return missing;
	await writeAbout(
		ctx,
		origin,
		{ partnershipId, requestId: id },
		{
			to: await leadersOf(ctx, partnershipId),
			not: standing.personId,
			letter: requestLetter,
		},
	);
	return done({ id });
}

/** What speaks against what a request says; null where nothing does. A theme that it has stays, used or not. */
async function faultsOf(
	ctx: Context,
	partnershipId: string,
	{ themeId, byDay }: Pick<SupportRequest, 'themeId' | 'byDay'>,
	stands: Pick<SupportRequest, 'themeId' | 'byDay'> | null,
): Promise<FieldErrors | null> {
	const themes = await themesOf(ctx, partnershipId);
	if (themeId !== stands?.themeId && !themes.some((theme) => theme.id === themeId && !theme.retired))
		return { themeId: 'Choose from the list.' };
	if (byDay === stands?.byDay) return null;
	if (byDay < ctx.today) return { byDay: 'That day is over. Say a day to come.' };
	return byDay > addDays(ctx.today, furthestAhead) ? { byDay: 'That is more than two years away.' } : null;
}

/** Puts its words, theme or day right while nobody is asked; what it said before stays. */
export const rewordRequest = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRequest(ctx, inputs.rewordInput, input, mayOwn, async ({ input: given, request, by }) => {
		const { partnershipId, version, themeId, words, byDay } = given;
		const said = { themeId, words, byDay };
		if (version !== request.version) return sentAgain(request, said, null);
		if (!mayBePutRight(request)) return invalid({ '': isSettled });
		const faults = await faultsOf(ctx, partnershipId, said, request);
		if (faults) return invalid(faults);
		const others = await requestsOf(ctx, partnershipId, { memberId: request.memberId });
		if (
			others.some(
				(one) => one.id !== request.id && one.themeId === themeId && isOpen(requestState(one, ctx.today)),
			)
		)
			return invalid({ themeId: 'You ask for this in another request already.' });
		await store.updateRequest(ctx, partnershipId, { id: request.id, version, ...said, by });
		return done(null);
	});

const isSettled = 'A school is asked already, so what it was asked stays. Withdraw the request to ask anew.';

/**
 * Says anew who may learn of it. Whether the school may be named changes only until a helper is asked: what somebody has been told
 * cannot be taken back. Whether heads read it at their meetings changes at any time.
 */
export const changeConsents = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRequest(ctx, inputs.consentsInput, input, mayOwn, async ({ input: given, request, by }) => {
		const { partnershipId, version, mayName, atMeetings } = given;
		if (version !== request.version) return sentAgain(request, { mayName, atMeetings }, null);
		if (request.withdrawn) return invalid({ '': 'This request was withdrawn.' });
		if (mayName !== request.mayName && !mayBePutRight(request))
			return invalid({ mayName: 'A helper is asked already and knows who you are. This stays as it is.' });
		await store.setConsents(ctx, partnershipId, { id: request.id, version, mayName, atMeetings, by });
		return done(null);
	});

/** Withdraws it with a reason; schools that were asked find it no more. Refused once support is agreed: that is ended, not withdrawn. */
export const withdrawRequest = (ctx: Context, origin: string, input: unknown): Promise<Outcome> =>
	onRequest(ctx, inputs.withdrawInput, input, mayOwn, async ({ input: given, request, by }) => {
		const { partnershipId, because } = given;
		if (request.withdrawn) return sentAgain(request.withdrawn, { because }, null);
		if (!isOpen(requestState(request, ctx.today)))
			return invalid({ '': 'Support is agreed. End it with a reason, where it should go no further.' });
		await tellNoLonger(ctx, origin, request, request.helpers, by);
		await store.markWithdrawn(ctx, partnershipId, { id: request.id, because, by });
		return done(null);
	});

const mayOwn = (standing: Standing, { memberId }: SupportRequest) => mayAsk(standing, memberId);
