import { needOf } from '#domain/protocol/of-kind.ts';
import type { Releasable } from './input.ts';
import type { OpenReview } from './open.server.ts';

/** What belongs to the report is the team's until it is out. */
const opensWithReport: readonly Releasable[] = ['evidence', 'findings', 'report'];

/** Why a thing cannot be shared yet, or null. Where by the protocol there is never a report, nothing waits for one. */
export const tooEarly = (
	thing: Releasable,
	{ protocol, facts }: Pick<OpenReview, 'protocol' | 'facts'>,
): string | null =>
	opensWithReport.includes(thing) &&
	needOf(protocol, 'report agreed') !== 'never' &&
	facts.publication === null
		? 'This can be shared once the report is published.'
		: null;

/** What a review can have by its protocol: no report where there is never one, no workshop either. */
export const hasThing = (thing: Releasable, protocol: OpenReview['protocol']): boolean =>
	!(thing === 'report' && needOf(protocol, 'report agreed') === 'never') &&
	!(thing === 'workshop' && needOf(protocol, 'workshop held') === 'never');
