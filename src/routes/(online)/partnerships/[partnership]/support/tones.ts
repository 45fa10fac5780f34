import type { RequestState } from '#domain/support/request/model.ts';

/** How a request's state is marked; the word carries the meaning. */
export const tones: Record<RequestState, 'plain' | 'now' | 'good' | 'warning' | 'info'> = {
	asked: 'warning',
	'helper proposed': 'info',
	'helper asked': 'info',
	'nobody found': 'warning',
	agreed: 'good',
	'under way': 'now',
	'from outside': 'good',
	done: 'good',
	withdrawn: 'plain',
};
