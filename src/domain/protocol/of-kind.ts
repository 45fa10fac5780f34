import type { Protocol } from './protocol.ts';
import type { Need } from './parts/text.ts';
import type { Milestone, Stage } from './parts/stages.ts';

/**
 * The protocol as it holds for one kind of review: without the stages that kind does without, and with its own rules on who
 * reviews. A kind that is not there (any more) is reviewed as the protocol stands.
 */
export function ofKind(protocol: Protocol, kind: string): Protocol {
	const found = protocol.kinds.find(({ key }) => key === kind);
	if (!found) return protocol;
	return {
		...protocol,
		stages: protocol.stages.filter(({ key }) => !found.without.includes(key)),
		team: { ...protocol.team, ...found.team },
	};
}

/** The stage that a milestone completes; none where this protocol does without it. */
export const stageFor = ({ stages }: Protocol, milestone: Milestone): Stage | undefined =>
	stages.find(({ done }) => done === milestone);

/** Whether a milestone is reached in every review, in some or in none: as the stage that it completes is required. */
export const needOf = (protocol: Protocol, milestone: Milestone): Need =>
	stageFor(protocol, milestone)?.required ?? 'never';

/** How a kind of review is held: by a visit on its days, or in a joint session over data without one (CSC-28). */
export type HeldAs = 'day' | 'session';

export const heldAs = (protocol: Protocol, kind: string): HeldAs =>
	protocol.kinds.find(({ key }) => key === kind)?.days === 0 ? 'session' : 'day';

/** How many days a kind of review usually takes; a joint session has the one on which it is held. */
export const usualDays = (kind: Protocol['kinds'][number] | undefined): number =>
	Math.max(1, kind?.days ?? 1);
