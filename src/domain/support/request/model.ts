import { inPounds } from '../pounds.ts';
import type { OutsideSupport } from '../outside/outside.ts';
import { deploymentState, type Deployment } from '../deployment/model.ts';

/** A school that was proposed to help, with what was said to it. */
export interface Helper {
	id: string;
	requestId: string;
	memberId: string;
	memberName: string;
	/** Whether the asker had agreed to be named when it was proposed. */
	named: boolean;
	proposedOn: string;
	/** What the asker's head says to it, where they were to be asked; null until they do, and to whom it is not shown. */
	consent: { yes: boolean; because: string; on: string } | null;
	/** Null until the helper's head has answered. */
	answer: { yes: boolean; words: string; answeredBy: string; on: string } | null;
	/** The day on which its head was asked; null before. */
	askedOn: string | null;
}

/** What a partnership gives for a request, or that it gives nothing and why; the latest that was decided (NFS-17). */
export interface Resource {
	number: number;
	days: number | null;
	/** Whole pounds. */
	pounds: number | null;
	words: string;
	decidedBy: string;
	on: string;
}

/** A school's request for support (CEN-13). Days are 'YYYY-MM-DD'. */
export interface SupportRequest {
	partnershipId: string;
	id: string;
	memberId: string;
	memberName: string;
	/** Whether the school has left the partnership. */
	left: boolean;
	themeId: string;
	theme: string;
	words: string;
	/** When support is needed by. */
	byDay: string;
	mayName: boolean;
	atMeetings: boolean;
	askedBy: string;
	askedOn: string;
	version: number;
	/** Whether help is found, also where the reader does not read of it. */
	found: boolean;
	/** What it said before, the latest last; of its own heads and those who lead. */
	former: { theme: string; words: string; byDay: string; until: string }[];
	withdrawn: { because: string; on: string } | null;
	/** Those that were taken back are left out. */
	helpers: Helper[];
	deployments: Deployment[];
	/** What is asked outside the partnership for it. */
	outside: OutsideSupport[];
	/** Null before whoever leads has decided. */
	resource: Resource | null;
	/** The last time nobody could be found, as far as no helper was proposed since. */
	nobody: { words: string; saidBy: string; on: string } | null;
}

export const requestStates = [
	'asked',
	'helper proposed',
	'helper asked',
	'nobody found',
	'agreed',
	'under way',
	'from outside',
	'done',
	'withdrawn',
] as const;
export type RequestState = (typeof requestStates)[number];

/** What each state means, to whoever reads it. */
export const requestWords: Record<RequestState, string> = {
	asked: 'Asked',
	'helper proposed': 'A helper is proposed',
	'helper asked': 'A helper is asked',
	'nobody found': 'Nobody found so far',
	agreed: 'Agreed',
	'under way': 'Under way',
	'from outside': 'From outside the partnership',
	done: 'Done',
	withdrawn: 'Withdrawn',
};

/** '2 days and £400' */
export const resourceInWords = ({ days, pounds }: Pick<Resource, 'days' | 'pounds'>): string =>
	[
		...(days === null ? [] : [days === 1 ? '1 day' : `${days} days`]),
		...(pounds === null ? [] : [inPounds(pounds)]),
	].join(' and ') || 'Nothing';

export type HelperState = 'waits to be agreed to' | 'not wanted' | 'asked' | 'said yes' | 'said no';

/** Where a helper stands: asked only once the asker has agreed to be named. */
export function helperState({
	named,
	consent,
	answer,
}: Pick<Helper, 'named' | 'consent' | 'answer'>): HelperState {
	if (answer) return answer.yes ? 'said yes' : 'said no';
	if (consent && !consent.yes) return 'not wanted';
	return named || consent ? 'asked' : 'waits to be agreed to';
}

export const isAsked = (helper: Pick<Helper, 'named' | 'consent' | 'answer'>): boolean =>
	['asked', 'said yes', 'said no'].includes(helperState(helper));

/** Whoever leads may take a proposal back until it is agreed, and again once that support has ended; never a no of the asker's head. */
export const mayBeTakenBack = (
	helper: Pick<Helper, 'id' | 'named' | 'consent' | 'answer'>,
	deployments: readonly Pick<Deployment, 'helperId' | 'ended'>[],
): boolean => {
	const state = helperState(helper);
	if (state === 'said yes')
		return deployments.some((one) => one.helperId === helper.id && one.ended !== null);
	return state !== 'not wanted';
};

/** Where a request stands on a day, by its rows alone. Support that ended early leaves it to be found anew. */
export function requestState(
	{
		withdrawn,
		deployments,
		helpers,
		nobody,
		outside,
		found,
	}: Pick<SupportRequest, 'withdrawn' | 'deployments' | 'helpers' | 'nobody' | 'outside' | 'found'>,
	today: string,
): RequestState {
	if (withdrawn) return 'withdrawn';
	const support = deployments.map((one) => deploymentState(one, today));
	for (const state of ['under way', 'agreed', 'done'] as const) if (support.includes(state)) return state;
	const commissioned = outside.filter(({ kind, endedBecause }) => kind === 'commissioned' && !endedBecause);
	if (commissioned.length > 0)
		return commissioned.every(({ answer }) => answer !== '') ? 'done' : 'from outside';
	if (found) return 'agreed';
	const states = helpers.map(helperState);
	if (states.includes('asked')) return 'helper asked';
	if (states.includes('waits to be agreed to')) return 'helper proposed';
	return nobody ? 'nobody found' : 'asked';
}

/** Whether help is still looked for. */
export const isOpen = (state: RequestState): boolean =>
	['asked', 'helper proposed', 'helper asked', 'nobody found'].includes(state);

/** Its words and its consent to be named may change as long as nobody has been asked: whoever said no reads it as they were asked. */
export const mayBePutRight = (
	request: Pick<SupportRequest, 'withdrawn' | 'deployments' | 'helpers'>,
): boolean => !request.withdrawn && request.deployments.length === 0 && !request.helpers.some(isAsked);
