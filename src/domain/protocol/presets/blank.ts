import type { ProtocolDraft } from '../protocol.ts';
import { fewestPupils, readBy } from './usual-audience.ts';
import { concerns, confidentiality } from './usual-concerns.ts';
import { lookBack, reviewQuality } from './usual-forms.ts';
import { usualImpact } from './usual-impact.ts';
import {
	activityKinds,
	breaks,
	celebrationKinds,
	developmentKinds,
	evidenceKinds,
	evidenceSources,
	usualFocus,
} from './usual-kinds.ts';
import { developments, numbersFrom, strengths } from './usual-report.ts';
import { themed } from './usual-reviews.ts';
import { usualRoles } from './usual-roles.ts';
import { after, usualStages } from './usual-stages.ts';

const usual = usualStages(['reviewer', 'facilitator', 'expert']);

/** The least that is a protocol: what has to be said is said plainly, what can be left open is, and readers are few. */
export const blank: ProtocolDraft = {
	format: 5,
	title: 'Our protocol for peer review',
	roles: usualRoles,
	preamble: {
		vision: 'Schools that learn from one another.',
		purpose: 'To look at a school together with its head, and to help it take its next step.',
		values: [],
		reviewersDo: [],
		reviewersDoNot: [],
	},
	cadence: {
		reviews: { kind: 'each school', every: 1, unit: 'years' },
		headsMeet: { every: 1, unit: 'terms' },
	},
	kinds: [{ ...themed, label: 'Review', about: 'What the host chooses to have looked at.' }],
	team: {
		size: { least: 1, most: 20 },
		reviewers: ['headteachers', 'senior leaders'],
		from: 'this partnership',
		headteachers: { least: 0, counted: 'without the host' },
		facilitator: 'may',
		champion: 'may',
		expert: 'may',
		pairingWithHostStaff: 'never',
		rules: [],
		setAside: [],
	},
	focus: {
		...usualFocus,
		linesAtMost: 26,
	},
	stages: [
		usual.accept,
		{ ...usual.plan, required: 'may' },
		usual.confidentiality,
		usual.review,
		usual.report,
		usual.publish,
		{ ...usual.actions, when: after('report published', 4, 'weeks'), required: 'may' },
		{ ...usual.close, when: after('report published', 2, 'terms') },
	],
	day: {
		starts: '09:00',
		ends: '16:00',
		blocks: [],
		activityKinds,
		breaks,
		hostInObservations: { need: 'may', advice: 'Settle it before the day.' },
		longestWithoutBreak: 180,
	},
	evidence: {
		columns: { seen: 'What was seen', soWhat: 'So what?' },
		kinds: evidenceKinds,
		sources: evidenceSources,
		photos: 'never',
		daysOnDevice: 7,
		outsideFocus: 'not recorded',
		suggestions: 'where the host asks',
		suggestionKinds: [],
	},
	report: {
		writtenBy: 'team',
		signedBy: ['reviewer', 'facilitator', 'expert'],
		headings: [strengths('What works well.'), developments('What could be better.')],
		celebrations: { kinds: celebrationKinds, place: 'anywhere', balance: 'free' },
		developments: { kinds: developmentKinds },
		avoids: [],
		numbersFrom,
		remarks: [],
	},
	audience: {
		things: {
			plan: readBy(['team', 'host']),
			evidence: readBy(['team']),
			draft: readBy(['team', 'host']),
			findings: readBy(['team', 'host']),
			report: readBy(['team', 'host'], ['staff', 'governors']),
			workshop: readBy(['host']),
			actions: readBy(['host']),
			'look-back': readBy(['host', 'team']),
			cycle: readBy(['team', 'host', 'heads']),
		},
		fewestPupils,
		confidentiality,
	},
	concerns,
	workshop: {
		runBy: 'host',
		team: 'not expected',
		method: 'staff meeting',
		produces: ['Next steps'],
	},
	followUp: {
		lookBack: { form: 'look-back', sides: ['host', 'team'] },
		impactHeadings: usualImpact,
		followUpReview: 'may',
		standingItem: 'may',
	},
	quality: {
		internal: { need: 'may', form: 'review-quality' },
		external: { need: 'never', by: 'partner', reviewsAYear: 0 },
		postReviewMeeting: 'may',
	},
	forms: { 'look-back': lookBack, 'review-quality': reviewQuality },
	adaptation: { parts: [], approvedBy: 'whoever leads the partnership' },
};
