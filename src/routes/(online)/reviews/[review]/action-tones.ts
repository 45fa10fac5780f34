import type { Urgency } from '#domain/improvement/model.ts';

/** How loud each standing of an action is. */
export const tones = {
	done: 'good',
	'given up': 'plain',
	overdue: 'danger',
	'due soon': 'warning',
	ahead: 'plain',
} as const satisfies Record<Urgency, string>;
