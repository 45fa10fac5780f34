import type { Role } from '../parts/roles.ts';
import type { Anchor, When } from '../parts/stages.ts';
import type { ProtocolDraft } from '../protocol.ts';

type Stage = ProtocolDraft['stages'][number];
type Unit = When['offset']['unit'];

export const after = (anchor: Anchor, amount: number, unit: Unit): When => ({
	anchor,
	offset: { amount, unit },
});
export const before = (anchor: Anchor, amount: number, unit: Unit): When => after(anchor, -amount, unit);
export const on = (anchor: Anchor): When => after(anchor, 0, 'days');

/** Something that only people see done, and that nobody is chased for. */
export const reminder = (key: string, title: string, who: Role[], when: When): Stage => ({
	key,
	title,
	who,
	when,
	done: 'ticked',
	required: 'may',
});

/**
 * The stages that most reviews have. `team` are the roles that review; a facilitator among them also prepares, publishes and
 * closes. A preset takes a stage as it is, or says what differs: `{ ...report, when: on('last day') }`.
 */
export function usualStages(team: readonly Role[]) {
	const facilitator = team.filter((role) => role === 'facilitator');
	return {
		accept: {
			key: 'accept',
			title: 'Accept the review and its date',
			who: ['host', ...team],
			when: after('proposed', 10, 'school days'),
			done: 'team accepted',
			required: 'must',
		},
		preReview: {
			key: 'pre-review',
			title: 'Hold the pre-review meeting',
			who: ['host', ...facilitator],
			when: before('first day', 2, 'weeks'),
			done: 'pre-review meeting held',
			required: 'must',
			form: 'pre-review',
		},
		plan: {
			key: 'plan',
			title: 'Agree the lines of enquiry and the timetable',
			who: ['host', ...facilitator],
			when: before('first day', 1, 'weeks'),
			done: 'plan agreed',
			required: 'must',
		},
		confidentiality: {
			key: 'confidentiality',
			title: 'Agree the confidentiality statement',
			who: [...team],
			when: before('first day', 1, 'weeks'),
			done: 'confidentiality agreed',
			required: 'must',
		},
		review: {
			key: 'review',
			title: 'The review',
			who: [...team, 'host'],
			when: on('last day'),
			done: 'review held',
			required: 'must',
		},
		report: {
			key: 'report',
			title: 'Finish and sign the report',
			who: [...team],
			when: after('last day', 10, 'school days'),
			done: 'report agreed',
			required: 'must',
		},
		publish: {
			key: 'publish',
			title: 'Share the report with those the protocol names',
			who: [...facilitator, 'host'],
			when: after('report agreed', 5, 'school days'),
			done: 'report published',
			required: 'must',
		},
		response: {
			key: 'response',
			title: 'Respond to the report',
			who: ['host'],
			when: after('report published', 10, 'school days'),
			done: 'response given',
			required: 'may',
		},
		workshop: {
			key: 'workshop',
			title: 'Run the workshop on next steps',
			who: ['champion'],
			when: after('last day', 4, 'weeks'),
			done: 'workshop held',
			required: 'must',
		},
		actions: {
			key: 'actions',
			title: 'Plan the actions',
			who: ['host'],
			when: after('workshop held', 2, 'weeks'),
			done: 'actions planned',
			required: 'must',
		},
		progress: {
			key: 'progress',
			title: 'Report progress at the heads’ meeting',
			who: ['host'],
			when: on('next heads’ meeting'),
			done: 'progress reported',
			required: 'must',
		},
		lookBack: {
			key: 'look-back',
			title: 'Look back on the review',
			who: ['host', ...team.filter((role) => role !== 'expert')],
			when: after('last day', 2, 'terms'),
			done: 'looked back',
			required: 'must',
			form: 'look-back',
		},
		close: {
			key: 'close',
			title: 'Close the review',
			who: [...facilitator, 'chair'],
			when: after('looked back', 2, 'weeks'),
			done: 'closed',
			required: 'may',
		},
	} satisfies Record<string, Stage>;
}
