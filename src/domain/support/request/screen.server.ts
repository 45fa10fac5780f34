import { leads } from '#domain/partnership/access.ts';
import type { Standing } from '#domain/partnership/model.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { mayAnswerFor, mayAsk, mayBroker, mayEndSupport, mayNoteDays } from '../access.ts';
import { deploymentState, type Deployment } from '../deployment/model.ts';
import { peopleBySchool } from '../deployment/terms.server.ts';
import type { Candidate } from '../proposing/candidates.ts';
import { candidatesFor } from '../proposing/gather.server.ts';
import {
	helperState,
	isOpen,
	mayBePutRight,
	mayBeTakenBack,
	requestState,
	type SupportRequest,
} from './model.ts';
import { requestById, requestsOf } from './queries.server.ts';

/** A deployment as its page shows it, with what the reader may do there. */
export interface DeploymentShown extends Deployment {
	state: ReturnType<typeof deploymentState>;
	may: { note: boolean; tell: boolean; change: boolean; end: boolean };
	/** Of the helper's school, to choose who comes; empty for those who do not change it. */
	people: { personId: string; name: string }[];
	dayId: string;
}

/** All that the page of one request shows to one reader; null where it is not theirs to read. */
export async function requestScreen(ctx: Context, partnershipId: string, requestId: string) {
	const standing = await standingIn(ctx, partnershipId);
	const request = standing && (await requestById(ctx, partnershipId, requestId));
	if (!standing || !request) return null;
	const { deployments, helpers, ...asked } = request;
	const state = requestState(request, ctx.today);
	const own = mayAsk(standing, request.memberId);
	const open = isOpen(state) && !request.left;
	const answers = helpers.filter(
		(one) => mayAnswerFor(standing, one.memberId) && helperState(one) === 'asked' && !request.found,
	);
	const peopleOf = await peopleBySchool(ctx, partnershipId);
	return {
		request: { ...asked, state },
		helpers: helpers.map((helper) => ({
			...{ ...helper, state: helperState(helper) },
			mayTakeBack: mayBroker(standing) && mayBeTakenBack(helper, deployments),
		})),
		/** What the reader's own schools are asked, with who could come. */
		answers: answers.map((helper) => ({ ...helper, people: peopleOf(helper.memberId) })),
		deployments: deployments.map((one) => shown(ctx, standing, one, peopleOf)),
		may: {
			change: own && mayBePutRight(request),
			consent: own && !request.withdrawn,
			withdraw: own && open,
			broker: mayBroker(standing) && open,
			decide: mayBroker(standing) && !request.withdrawn,
			readHelpers: own || leads(standing),
			tellOutside: mayBroker(standing),
		},
		candidates: mayBroker(standing) && open ? await notYetProposed(ctx, partnershipId, request) : [],
		themes: own
			? (await themesOf(ctx, partnershipId))
					.filter(({ id, retired }) => !retired || id === request.themeId)
					.map(({ id: value, label }) => ({ value, label }))
			: [],
		shared: mayBroker(standing) && open ? await sharing(ctx, partnershipId, request) : [],
		ids: { nobody: ctx.newId(), outside: ctx.newId() },
	};
}

/** Other schools' requests in the same theme that wait, too. */
async function sharing(ctx: Context, partnershipId: string, { id, themeId }: SupportRequest) {
	const requests = await requestsOf(ctx, partnershipId);
	return requests
		.filter((one) => one.id !== id && one.themeId === themeId && isOpen(requestState(one, ctx.today)))
		.map(({ id: value, memberName: label }) => ({ value, label }));
}

async function notYetProposed(
	ctx: Context,
	partnershipId: string,
	request: SupportRequest,
): Promise<Candidate[]> {
	const found = await candidatesFor(ctx, partnershipId, request);
	return found.filter(({ memberId }) => !request.helpers.some((helper) => helper.memberId === memberId));
}

function shown(
	ctx: Context,
	standing: Standing,
	deployment: Deployment,
	peopleOf: (memberId: string) => DeploymentShown['people'],
): DeploymentShown {
	const goesOn = !deployment.ended && !deployment.outcome;
	const change = goesOn && mayAnswerFor(standing, deployment.memberId);
	return {
		...deployment,
		state: deploymentState(deployment, ctx.today),
		may: {
			note: !deployment.ended && mayNoteDays(standing, deployment),
			tell: mayAsk(standing, deployment.askerId),
			change,
			end: goesOn && mayEndSupport(standing, deployment),
		},
		people: change ? peopleOf(deployment.memberId) : [],
		dayId: ctx.newId(),
	};
}
