import type { ProtocolDraft } from '../protocol.ts';
import { stages } from './small-stages.ts';
import { fewestPupils, readBy } from './usual-audience.ts';
import { concerns, confidentiality } from './usual-concerns.ts';
import { lunch, pause } from './usual-day.ts';
import { lookBack, preReviewAgenda, qualityMeeting, reviewQuality } from './usual-forms.ts';
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
import { themed } from './usual-reviews.ts';
import { usualRoles } from './usual-roles.ts';
import { usualTraining } from './usual-training.ts';

/** A handful of schools that review one of themselves each half-term, under a memorandum of understanding (rows HEP-*). */
export const small: ProtocolDraft = {
	format: 5,
	title: 'Small partnership with a review each half-term',
	roles: {
		...usualRoles,
		facilitator: { one: 'lead reviewer', many: 'lead reviewers' },
		partner: { one: 'local authority partner', many: 'local authority partners' },
	},
	preamble: {
		vision:
			'Every child in our towns and villages learns well, whichever of our schools they go to and whenever they move between them.',
		purpose:
			'Peer review is part of our memorandum of understanding. Each school is seen by the others once a year, and what we find in several schools becomes work we do together.',
		values: [
			{ name: 'Commitment', means: 'Each of us hosts a review, goes on reviews and makes time for both.' },
			{ name: 'Trust', means: 'We know one another well enough to ask the hard question kindly.' },
			{ name: 'Common cause', means: 'Where schools share a need we put our money and people together.' },
		],
		reviewersDo: [
			'Look for strengths that others can learn from',
			'Go into how things work, together with the school’s leaders',
			'Leave the answers to the staff of the school',
		],
		reviewersDoNot: ['Grade the school', 'Judge a single teacher', 'Bring an answer ready made'],
	},
	cadence: {
		reviews: { kind: 'slots', reviews: 1, per: 'half-term', of: 'partnership' },
		headsMeet: { every: 1, unit: 'half-terms' },
	},
	kinds: [themed],
	team: {
		size: { least: 2, most: 5 },
		reviewers: ['headteachers', 'senior leaders'],
		from: 'this partnership',
		headteachers: { least: 2, counted: 'without the host' },
		facilitator: 'may',
		champion: 'must',
		expert: 'may',
		pairingWithHostStaff: 'where possible',
		training: usualTraining,
		rules: [
			{
				rule: 'new with experienced',
				weight: 'prefer',
				words: 'A headteacher who is new to review goes with one who has done it.',
			},
			{
				rule: 'expertise in the focus',
				weight: 'prefer',
				words: 'Someone on the team is strong in what is reviewed.',
			},
		],
		setAside: [],
	},
	focus: {
		...usualFocus,
		linesAtMost: 5,
	},
	stages,
	day: {
		starts: '08:45',
		ends: '16:15',
		blocks: [
			{ title: 'Welcome, and the school’s own view', minutes: 30, for: 'team and host' },
			{ title: 'Lessons, with leaders of the school', minutes: 105, for: 'team and host' },
			pause,
			{ title: 'Pupils’ work and pupils’ views', minutes: 75, for: 'team' },
			lunch,
			{ title: 'Conversations with staff', minutes: 60, for: 'team' },
			{ title: 'The team sorts what it has seen', minutes: 60, for: 'team' },
			{ title: 'Feedback to leaders', minutes: 45, for: 'team and host' },
		],
		activityKinds,
		breaks,
		hostInObservations: { need: 'may', advice: 'Looking together helps both sides to see the same thing.' },
		longestWithoutBreak: 180,
	},
	evidence: {
		columns: { seen: 'What we saw or heard', soWhat: 'What does it tell us?' },
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
		headings: [
			strengths('What works here and could help staff in other year groups and other schools.'),
			developments('What to work on under the focus, and why it matters most.'),
		],
		celebrations: { kinds: celebrationKinds, place: 'anywhere', balance: 'some' },
		developments: { kinds: developmentKinds },
		avoids,
		numbersFrom,
		remarks: [response],
	},
	audience: {
		things: {
			plan: readBy(['team', 'host', 'champion', 'staff'], ['governors', 'heads']),
			evidence: readBy(['team']),
			draft: readBy(['team', 'host']),
			findings: readBy(['team', 'host', 'champion'], ['staff', 'governors', 'heads', 'link'], ['heads']),
			report: readBy(['team', 'host', 'champion'], ['staff', 'governors', 'heads', 'link']),
			workshop: readBy(['host', 'champion', 'staff'], ['team', 'governors', 'heads']),
			actions: readBy(['host', 'champion', 'team'], ['staff', 'governors', 'heads', 'link']),
			'look-back': readBy(['host', 'team'], ['staff', 'governors', 'heads'], ['heads']),
			cycle: readBy(['team', 'host', 'heads', 'partnership'], ['governors', 'partner']),
		},
		fewestPupils,
		confidentiality,
	},
	concerns,
	workshop: {
		runBy: 'champion',
		team: 'not expected',
		method: 'matrix',
		produces: ['Answers that staff have found themselves', 'What the next sessions are to be about'],
	},
	followUp: {
		lookBack: { form: 'look-back', sides: ['host', 'team'] },
		impactHeadings: usualImpact,
		followUpReview: 'may',
		standingItem: 'must',
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
		'quality-meeting': qualityMeeting,
	},
	adaptation: { parts: [], approvedBy: 'whoever leads the partnership' },
};
