import type { ProposalState } from '#domain/planning/proposal/proposal.ts';

/** How a proposal stands, as a screen says it. */
export const stateWords: Record<ProposalState, string> = {
	reckoning: 'being worked out',
	interrupted: 'interrupted',
	answered: 'ready to read',
	stopped: 'stopped',
	failed: 'did not work',
};
