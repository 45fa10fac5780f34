import { needOf } from '#domain/protocol/of-kind.ts';
import type { Milestone } from '#domain/protocol/parts/stages.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { hostAcceptedOn, reviewers, type Facts } from './facts.ts';
import type { TeamRole } from './roles.ts';

/** The states of a review, in order; two more stand outside the order (design: roles). */
export const stages = [
	'proposed',
	'agreed',
	'prepared',
	'on the day',
	'writing',
	'agreed by the team',
	'published',
	'followed up',
	'looked back',
	'closed',
] as const;
export type Stage = (typeof stages)[number] | 'deferred' | 'cancelled';

/** Before its day, and while it is put off, what a review is about and when may still change. */
export const isAhead = (stage: Stage): boolean =>
	['proposed', 'agreed', 'prepared', 'deferred'].includes(stage);

/** Until the day is over the plan is the team's. */
export const isPlanOpen = (stage: Stage): boolean =>
	['proposed', 'agreed', 'prepared', 'on the day'].includes(stage);

/** What came up on the day, a line (KSA-8) or a decision, is often written down that evening: it may be while the team writes. */
export const isTalkOpen = (stage: Stage): boolean => isPlanOpen(stage) || stage === 'writing';

/** The sentence for whoever would still do something on a course that is over or interrupted; null while it goes on. */
export function whyCourseStands({
	closedOn,
	standstill,
	publication,
}: Pick<Facts, 'closedOn' | 'standstill' | 'publication'>): string | null {
	if (closedOn) return 'The review is closed. Its course stays as it was.';
	if (standstill && publication === null)
		return 'The review stands still. Nothing is asked until it goes ahead.';
	return null;
}

/** What must be true to reach a stage from the one before, and whose fact it is. */
export interface Missing {
	what: string;
	who: string[];
}

type Step = (facts: Facts, protocol: Protocol, today: string) => Missing[];

const lacking = (...missing: (Missing | false)[]): Missing[] => missing.filter((one) => one !== false);
const names = (people: { name: string }[]) => people.map(({ name }) => name);

const hasBegun = ({ firstDay }: Facts, today: string) => firstDay !== null && firstDay <= today;

/** One entry a forward step: what it still lacks. An empty list means that the step is made. */
const steps: Record<Exclude<(typeof stages)[number], 'proposed'>, Step> = {
	agreed: (facts, _, today) => {
		const unanswered = reviewers(facts).filter(({ acceptedOn }) => acceptedOn === null);
		// Somebody who joins on the day does not send everybody else home until they have answered.
		const late = hasBegun(facts, today) && unanswered.length < reviewers(facts).length;
		const open = late ? [] : unanswered;
		return lacking(
			facts.firstDay === null && { what: 'The day is set.', who: [facts.hostName] },
			hostAcceptedOn(facts) === null && { what: 'The host accepts.', who: names(facts.hostHeads) },
			reviewers(facts).length === 0 && { what: 'The team is named.', who: [] },
			open.length > 0 && { what: 'Everyone on the team accepts.', who: names(open) },
		);
	},
	prepared: (facts, protocol, today) => {
		// Once the day has come, what was left undone no longer holds the review back: people are in the school.
		if (hasBegun(facts, today)) return [];
		const unbound = reviewers(facts).filter(({ confidentialityOn }) => confidentialityOn === null);
		return lacking(
			needOf(protocol, 'pre-review meeting held') === 'must' &&
				facts.meetingHeldOn === null && { what: 'The pre-review meeting is held.', who: [facts.hostName] },
			needOf(protocol, 'plan agreed') === 'must' &&
				facts.planAgreedOn === null && { what: 'Lines and timetable are agreed.', who: [facts.hostName] },
			unbound.length > 0 && { what: 'Everyone on the team agrees confidentiality.', who: names(unbound) },
		);
	},
	'on the day': (facts, _, today) =>
		lacking(
			!hasBegun(facts, today) && {
				what: 'The day of the review comes.',
				who: [],
			},
		),
	writing: (facts, _, today) =>
		lacking(
			!(facts.lastDay !== null && facts.lastDay < today) &&
				facts.edition === null && { what: 'The day of the review is over.', who: [] },
		),
	'agreed by the team': (facts, protocol) => {
		if (doesWithoutReport(facts, protocol)) return [];
		if (facts.edition === null)
			return [{ what: 'The report is ready to sign.', who: names(reviewers(facts)) }];
		const all = signatories(facts, protocol);
		const open = all.filter(({ personId }) => !hasSigned(facts, personId));
		return lacking(
			all.length === 0 && { what: 'Someone who signs the report is on the team.', who: [] },
			open.length > 0 && { what: 'The report is signed.', who: names(open) },
		);
	},
	published: (facts, protocol) =>
		lacking(
			!doesWithoutReport(facts, protocol) &&
				facts.publication?.edition !== facts.edition?.number && {
					what: 'The report is published.',
					who: names(facts.hostHeads),
				},
		),
	'followed up': (facts, protocol) =>
		lacking(
			needOf(protocol, 'workshop held') === 'must' &&
				facts.workshopHeldOn === null && { what: 'The workshop is held.', who: [] },
			isOpen(facts, protocol, 'actions planned') &&
				facts.actions === 0 && { what: 'The next steps are planned.', who: names(facts.hostHeads) },
		),
	'looked back': (facts, protocol) =>
		lacking(
			...protocol.followUp.lookBack.sides.map(
				(side) =>
					isOpen(facts, protocol, 'looked back') &&
					!facts.lookBack.some((answered) => answered.side === side) && {
						what: side === 'host' ? 'The host looks back.' : 'One of the team looks back.',
						who: side === 'host' ? names(facts.hostHeads) : names(reviewers(facts)),
					},
			),
		),
	closed: (facts) =>
		lacking(facts.closedOn === null && { what: 'The review is closed.', who: names(facts.hostHeads) }),
};

/** The stage a review has reached: every step up to it is made. Going back is the same rule read again. */
export function stageOf(facts: Facts, protocol: Protocol, today: string): Stage {
	if (facts.standstill && facts.publication === null) return facts.standstill.kind;
	// What was published had been agreed and signed by those who were there then: who comes and goes later undoes none of it, nor
	// does a correction.
	let reached: (typeof stages)[number] = facts.publication ? 'published' : 'proposed';
	for (const next of stages.slice(stages.indexOf(reached) + 1)) {
		if (next === 'proposed' || steps[next](facts, protocol, today).length > 0) break;
		reached = next;
	}
	return reached;
}

/** What still stands before the next stage; empty where there is none. */
export function beforeNext(
	facts: Facts,
	protocol: Protocol,
	today: string,
): { next: Stage; missing: Missing[] } | null {
	const stage = stageOf(facts, protocol, today);
	if (stage === 'deferred' || stage === 'cancelled') return null;
	const next = stages[stages.indexOf(stage) + 1];
	return next && next !== 'proposed' ? { next, missing: steps[next](facts, protocol, today) } : null;
}

/** No report is written; or one may be, none was begun, and the school has moved on to its next steps (NFS-10). */
function doesWithoutReport(facts: Facts, protocol: Protocol): boolean {
	const need = needOf(protocol, 'report agreed');
	if (need !== 'may') return need === 'never';
	return (
		facts.edition === null && (facts.workshopHeldOn !== null || facts.actions > 0 || facts.closedOn !== null)
	);
}

/** Whether a milestone still holds the review back: what is only wished for no longer does once the review is closed. */
function isOpen(facts: Facts, protocol: Protocol, milestone: Milestone): boolean {
	const need = needOf(protocol, milestone);
	return need === 'must' || (need === 'may' && facts.closedOn === null);
}

/**
 * Whether what follows a review may be written down: its report is published, or it does without one and its day is over.
 */
export function isFollowUpOpen(facts: Facts, protocol: Protocol, today: string): boolean {
	if (facts.publication !== null) return true;
	const over = facts.lastDay !== null && facts.lastDay < today;
	return over && facts.edition === null && needOf(protocol, 'report agreed') !== 'must';
}

/** A published report is being put right: its words are open again, or a later edition waits for signatures. */
export const isBeingCorrected = ({ publication, edition }: Pick<Facts, 'publication' | 'edition'>): boolean =>
	publication !== null && publication.edition !== edition?.number;

/** As much of a review as tells who signs for it. */
export interface Signing {
	team: readonly { personId: string; name: string; role: TeamRole }[];
	hostHeads: readonly { personId: string; name: string }[];
}

/** Who signs: every holder of a role the protocol names. */
export function signatories(facts: Signing, protocol: Protocol): { personId: string; name: string }[] {
	const asked = new Set<string>(protocol.report.signedBy);
	return [...facts.team.filter(({ role }) => asked.has(role)), ...(asked.has('host') ? facts.hostHeads : [])];
}

const hasSigned = (facts: Facts, personId: string) =>
	facts.signOffs.some((signed) => signed.edition === facts.edition?.number && signed.personId === personId);

/** What a correction waits for: its words, the signatures of some, or to be published; null where there is none. */
export function correctionStep(
	facts: Facts,
	protocol: Protocol,
): { is: 'words' | 'publication' } | { is: 'signatures'; people: string[] } | null {
	if (!isBeingCorrected(facts)) return null;
	if (facts.edition === null) return { is: 'words' };
	const people = signatories(facts, protocol)
		.map(({ personId }) => personId)
		.filter((personId) => !hasSigned(facts, personId));
	return people.length > 0 ? { is: 'signatures', people } : { is: 'publication' };
}

/** Whether a review has come as far as a stage. */
export const hasReached = (stage: Stage, least: (typeof stages)[number]): boolean =>
	stage !== 'deferred' && stage !== 'cancelled' && stages.indexOf(stage) >= stages.indexOf(least);
