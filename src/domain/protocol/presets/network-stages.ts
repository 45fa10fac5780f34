import type { ProtocolDraft } from '../protocol.ts';
import { usualStages } from './usual-stages.ts';

const usual = usualStages(['reviewer', 'facilitator', 'expert']);

/** The course of a review in a network with outside facilitators (CEN-2, CEN-9). */
export const stages: ProtocolDraft['stages'] = [
	usual.accept,
	{ ...usual.preReview, title: 'Meet to settle focus and day' },
	usual.plan,
	usual.confidentiality,
	{
		...usual.review,
		checklist: ['Write down pupils’ own words', 'Feedback to leaders before the team leaves'],
	},
	usual.report,
	usual.publish,
	usual.response,
	{ ...usual.workshop, title: 'Run the follow-up workshop' },
	usual.actions,
	{ ...usual.progress, required: 'may' },
	usual.lookBack,
	usual.close,
];
