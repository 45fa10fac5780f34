import type { ProtocolDraft } from '../protocol.ts';

/** What people are called where a partnership has no words of its own for them. */
export const usualRoles: ProtocolDraft['roles'] = {
	host: { one: 'host headteacher', many: 'host headteachers' },
	reviewer: { one: 'reviewer', many: 'reviewers' },
	facilitator: { one: 'facilitator', many: 'facilitators' },
	expert: { one: 'accompanying expert', many: 'accompanying experts' },
	champion: { one: 'improvement champion', many: 'improvement champions' },
	chair: { one: 'partnership lead', many: 'partnership leads' },
	administrator: { one: 'administrator', many: 'administrators' },
	partner: { one: 'outside partner', many: 'outside partners' },
};
