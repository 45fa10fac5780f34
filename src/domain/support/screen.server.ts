import { headedMembers, type Standing } from '#domain/partnership/model.ts';
import { presentMembers } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { mayAnswerFor, mayAsk, mayBroker } from './access.ts';
import { supportLines } from './deployment/model.ts';
import { expertiseOf, presentNeeds } from './queries.server.ts';
import {
	helperState,
	isOpen,
	requestState,
	type RequestState,
	type SupportRequest,
} from './request/model.ts';
import { requestsOf } from './request/queries.server.ts';

/** A request in a list. */
export interface RequestInList {
	id: string;
	memberName: string;
	theme: string;
	byDay: string;
	state: RequestState;
	/** Whether it waits for the reader. */
	waits: boolean;
}

/** All that the partnership's page of support shows to one reader; null where they stand nowhere in it. */
export async function supportScreen(ctx: Context, partnershipId: string) {
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return null;
	const offers = await expertiseOf(ctx, partnershipId);
	const themes = await themesOf(ctx, partnershipId);
	const requests = await requestsOf(ctx, partnershipId);
	return {
		strengths: [...Map.groupBy(offers, ({ theme }) => theme)].map(([theme, those]) => ({
			theme,
			offers: those,
		})),
		unoffered: themes
			.filter(({ id, retired }) => !retired && !offers.some(({ themeId }) => themeId === id))
			.map(({ label }) => label),
		brokers: mayBroker(standing),
		requests: requests.map((request) => inList(request, standing, ctx.today)),
		lines: supportLines(requests.flatMap(({ deployments }) => deployments)),
		asks: await asksOf(ctx, standing, requests),
		themes: themes.filter(({ retired }) => !retired).map(({ id: value, label }) => ({ value, label })),
	};
}

function inList(request: SupportRequest, standing: Standing, today: string): RequestInList {
	const { id, memberId, memberName, theme, byDay, helpers } = request;
	const state = requestState(request, today);
	const own = mayAsk(standing, memberId);
	const helping = helpers.filter((helper) => mayAnswerFor(standing, helper.memberId));
	const waits =
		(own && helpers.some((one) => helperState(one) === 'waits to be agreed to')) ||
		helping.some((one) => helperState(one) === 'asked');
	return { id, memberName, theme, byDay, state, waits: waits && !request.withdrawn };
}

/** Each school that the reader asks for, with the most urgent theme of its need that it does not ask in yet. */
async function asksOf(ctx: Context, standing: Standing, requests: readonly SupportRequest[]) {
	const headed = headedMembers(standing);
	if (headed.length === 0) return [];
	const { partnershipId } = standing;
	const schools = (await presentMembers(ctx, partnershipId)).filter(({ id }) => headed.includes(id));
	const needs = await presentNeeds(ctx, partnershipId);
	return schools.map(({ id, name }) => {
		const asked = requests
			.filter((one) => one.memberId === id && isOpen(requestState(one, ctx.today)))
			.map(({ themeId }) => themeId);
		const need = needs.find(({ memberId }) => memberId === id);
		const themeId = need?.themeIds.find((one) => !asked.includes(one)) ?? '';
		return { id: ctx.newId(), memberId: id, name, themeId };
	});
}
