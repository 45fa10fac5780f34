import { addDays } from '#domain/calendar/day.ts';
import type { Standing } from '#domain/partnership/model.ts';
import { mayAnswerFor, mayAsk, mayBroker } from '../access.ts';
import { deploymentState } from '../deployment/model.ts';
import { helperState, requestState, type SupportRequest } from '../request/model.ts';

/** Something about support that waits for somebody, or that they are to do. Days are 'YYYY-MM-DD'. */
export interface WaitingSupport {
	partnershipId: string;
	requestId: string;
	/** Of the helper, the request or the deployment. */
	about: string;
	what: 'answer' | 'consent' | 'find' | 'tell' | 'help';
	title: string;
	where: string;
	/** By when it is wished or, of what is being done, until when. */
	day: string;
}

/** Days in which a helper's head is wished to answer. */
export const daysToAnswer = 7;

/** What of a request waits for one person today. */
export function waitingFor(request: SupportRequest, standing: Standing, today: string): WaitingSupport[] {
	const { partnershipId, id: requestId, theme, memberName, memberId, byDay } = request;
	if (request.withdrawn || request.left) return [];
	const of = { partnershipId, requestId };
	const waiting: WaitingSupport[] = [];
	for (const helper of request.helpers) {
		const state = helperState(helper);
		if (state === 'asked' && !request.found && mayAnswerFor(standing, helper.memberId))
			waiting.push({
				...{ ...of, about: helper.id, what: 'answer', title: `Can ${helper.memberName} help ${memberName}?` },
				...{ where: `Support with ${theme}, asked of you.`, day: addDays(helper.askedOn!, daysToAnswer) },
			});
		if (state === 'waits to be agreed to' && mayAsk(standing, memberId))
			waiting.push({
				...{
					...of,
					about: helper.id,
					what: 'consent',
					title: `May ${helper.memberName} be asked to help you?`,
				},
				...{ where: `Support with ${theme} at ${memberName}.`, day: byDay },
			});
	}
	for (const deployment of request.deployments) {
		const state = deploymentState(deployment, today);
		if (state === 'under way' && deployment.toDay < today && mayAsk(standing, memberId))
			waiting.push({
				...{
					...of,
					about: deployment.id,
					what: 'tell',
					title: `What came of the support of ${deployment.memberName}?`,
				},
				...{ where: `Support with ${theme} at ${memberName}.`, day: deployment.toDay },
			});
		if (['agreed', 'under way'].includes(state) && deployment.personId === standing.personId)
			waiting.push({
				...{ ...of, about: deployment.id, what: 'help', title: `You help ${memberName}` },
				...{ where: `Support with ${theme}.`, day: deployment.toDay },
			});
	}
	const state = requestState(request, today);
	if (mayBroker(standing) && (state === 'asked' || state === 'nobody found'))
		waiting.push({
			...{ ...of, about: requestId, what: 'find', title: `Who could help ${memberName}?` },
			...{ where: `Support with ${theme}.`, day: byDay },
		});
	return waiting;
}
