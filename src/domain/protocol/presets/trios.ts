import type { ProtocolDraft } from '../protocol.ts';
import { kinds, needs } from './trios-kinds.ts';
import { stages } from './trios-stages.ts';
import { fewestPupils, readBy } from './usual-audience.ts';
import { concerns, confidentiality } from './usual-concerns.ts';
import { lunch, pause } from './usual-day.ts';
import { lookBack, postReviewMeeting, preReviewAgenda, reviewQuality } from './usual-forms.ts';
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
import { avoids, developments, numbersFrom, response, strengths } from './usual-report.ts';
import { usualRoles } from './usual-roles.ts';
import { usualTraining } from './usual-training.ts';

/** Neighbouring schools in groups of three that finish a joint report before they go home (rows KSA-*). */
export const trios: ProtocolDraft = {
	format: 5,
	title: 'Trios with a report finished on the day',
	roles: {
		...usualRoles,
		champion: { one: 'school champion', many: 'school champions' },
	},
	preamble: {
		vision: 'Neighbours who open their doors to each other, and whose pupils are the better for it.',
		purpose:
			'Two headteachers spend a day in the school of a third to find what it does well, to help it see itself with fresh eyes, and to settle on a few things to work on.',
		values: [
			{ name: 'Bravery', means: 'We let one another in, and say what we see.' },
			{ name: 'Positives first', means: 'We begin with what is good and share it.' },
			{ name: 'Discretion', means: 'What we see and share stays between us.' },
			{
				name: 'One way of working',
				means: 'Both trios review alike, and get better at it after every review.',
			},
		],
		reviewersDo: [
			'Meet the staff before anything else, and put them at ease',
			'Write the report together, before leaving',
			'Say so when something worth looking at comes up on the way',
		],
		reviewersDoNot: [
			'List everything that could be better',
			'Take the school’s data any further',
			'Judge a single teacher',
		],
	},
	cadence: {
		reviews: { kind: 'slots', reviews: 1, per: 'term', of: 'group' },
		headsMeet: { every: 1, unit: 'half-terms' },
	},
	kinds,
	team: {
		...needs,
		pairingWithHostStaff: 'never',
		training: usualTraining,
		rules: [
			{
				rule: 'expertise in the focus',
				weight: 'prefer',
				words: 'Whoever knows the subject well may come along from a school of the trio.',
			},
		],
		setAside: [],
	},
	focus: {
		...usualFocus,
		sources: [...usualFocus.sources, { key: 'monitoring', label: 'The school’s own monitoring' }],
		linesAtMost: 3,
	},
	stages,
	day: {
		starts: '08:30',
		ends: '16:30',
		blocks: [
			{ title: 'Meeting the staff', minutes: 15, for: 'all staff' },
			{ title: 'Conversation with senior leaders', minutes: 45, for: 'team and host' },
			{ title: 'Learning observations', minutes: 90, for: 'team' },
			pause,
			{ title: 'Books, and talking and reading with pupils', minutes: 75, for: 'team' },
			lunch,
			{ title: 'Writing the report together', minutes: 120, for: 'team and host' },
			{ title: 'Feedback to senior leaders', minutes: 45, for: 'team and host' },
		],
		activityKinds,
		breaks,
		hostInObservations: {
			need: 'may',
			advice: 'Headteachers are free to choose. We recommend that they stay out: both sides then see more.',
		},
		longestWithoutBreak: 180,
	},
	evidence: {
		columns: { seen: 'What we saw or heard', soWhat: 'So what?' },
		kinds: evidenceKinds,
		sources: evidenceSources,
		photos: 'may',
		daysOnDevice: 7,
		outsideFocus: 'kept apart',
		suggestions: 'practical suggestions welcome',
		suggestionKinds: [],
	},
	report: {
		writtenBy: 'team',
		signedBy: ['reviewer', 'expert', 'host'],
		headings: [
			strengths('First and foremost: what is good here, and what others could take home.'),
			developments('Only the few things that matter most.'),
			{
				key: 'new-lines',
				label: 'New lines of enquiry',
				guidance: 'What came up on the day and is worth the staff meeting, or a review of its own.',
				kinds: ['question'],
			},
		],
		celebrations: { kinds: celebrationKinds, place: 'first', balance: 'some' },
		developments: { kinds: developmentKinds, atMost: 3 },
		avoids,
		wordsAtMost: 1_000,
		numbersFrom,
		remarks: [response],
	},
	audience: {
		things: {
			plan: readBy(['team', 'host', 'champion', 'staff']),
			evidence: readBy(['team'], ['host']),
			draft: readBy(['team', 'host']),
			findings: readBy(['team', 'host', 'champion'], ['staff', 'governors', 'group', 'heads', 'link']),
			report: readBy(['team', 'host', 'champion'], ['staff', 'governors', 'group', 'heads', 'link']),
			workshop: readBy(['host', 'champion', 'staff'], ['team', 'governors', 'group', 'heads']),
			actions: readBy(['host', 'champion', 'team'], ['staff', 'governors', 'group', 'heads']),
			'look-back': readBy(['host', 'team'], ['staff', 'governors', 'group', 'heads']),
			cycle: readBy(['team', 'host', 'heads'], ['partnership', 'governors', 'partner']),
		},
		fewestPupils,
		confidentiality,
	},
	concerns,
	workshop: {
		runBy: 'champion',
		team: 'not expected',
		method: 'staff meeting',
		produces: ['Priorities that staff have settled themselves', 'Who takes each of them on'],
	},
	followUp: {
		lookBack: { form: 'look-back', sides: ['host', 'team'] },
		impactHeadings: usualImpact,
		followUpReview: 'may',
		standingItem: 'may',
	},
	quality: {
		internal: { need: 'may', form: 'review-quality' },
		external: { need: 'may', by: 'partner', reviewsAYear: 1 },
		postReviewMeeting: 'must',
	},
	forms: {
		'pre-review': preReviewAgenda,
		'look-back': lookBack,
		'review-quality': reviewQuality,
		'post-review': postReviewMeeting,
	},
	adaptation: { parts: [], approvedBy: 'whoever leads the partnership' },
};
