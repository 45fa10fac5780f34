import type { ProtocolDraft } from '../protocol.ts';
import { stages } from './network-stages.ts';
import { fewestPupils, readBy } from './usual-audience.ts';
import { concerns, confidentiality } from './usual-concerns.ts';
import { lunch, pause } from './usual-day.ts';
import { lookBack, preReviewAgenda, reviewQuality } from './usual-forms.ts';
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
import type { TeamNeeds } from './usual-reviews.ts';
import { usualRoles } from './usual-roles.ts';
import { withRefreshers } from './usual-training.ts';

const needs: TeamNeeds = {
	size: { least: 2, most: 6 },
	reviewers: ['headteachers', 'senior leaders'],
	from: 'this partnership',
	headteachers: { least: 3, counted: 'with the host' },
	facilitator: 'must',
	champion: 'must',
	expert: 'may',
};

/** A larger network of schools in clusters, reviewed each year, with an outside facilitator (rows CEN-*). */
export const network: ProtocolDraft = {
	format: 5,
	title: 'Network of schools in clusters',
	roles: {
		...usualRoles,
		facilitator: { one: 'external facilitator', many: 'external facilitators' },
		expert: { one: 'expert', many: 'experts' },
		chair: { one: 'network lead', many: 'network leads' },
	},
	preamble: {
		vision:
			'Every school in the network good or better, and each one willing to learn from and support the others.',
		purpose:
			'Each year we look at what one school wants looked at, so that its own plans get further and all of us take something home.',
		values: [
			{
				name: 'Led by the school',
				means: 'The host chooses what is reviewed, from one question to everything.',
			},
			{ name: 'Supportive', means: 'A review is done with a school, never to it.' },
			{ name: 'Reciprocal', means: 'Every school is reviewed, and every school reviews.' },
		],
		reviewersDo: [
			'Test whether what leaders intend is what happens',
			'Listen to pupils and write down their words',
			'Take something back to their own school',
		],
		reviewersDoNot: ['Inspect or grade', 'Choose the focus for the host', 'Speak of one teacher’s work'],
	},
	cadence: {
		reviews: { kind: 'each school', every: 1, unit: 'years' },
		headsMeet: { every: 1, unit: 'terms' },
	},
	kinds: [
		{
			key: 'question',
			label: 'One question',
			days: 1,
			about: 'A single question the school asks about its own work.',
			begins: 'afresh',
			without: [],
		},
		{
			key: 'area',
			label: 'One area',
			days: 1,
			about: 'One part of the school’s work across year groups.',
			begins: 'afresh',
			without: [],
		},
		{
			key: 'full',
			label: 'Full mock inspection',
			days: 2,
			about: 'The whole school as an inspection would see it, without the grade.',
			begins: 'afresh',
			without: [],
			team: { ...needs, size: { least: 4, most: 10 }, expert: 'must' },
		},
		{
			key: 'return',
			label: 'The same team again',
			days: 1,
			about: 'Last year’s team comes back to see what has become of its findings.',
			begins: 'from an earlier review',
			without: [],
		},
	],
	team: {
		...needs,
		pairingWithHostStaff: 'where possible',
		training: withRefreshers(24),
		rules: [
			{
				rule: 'same team again',
				weight: 'prefer',
				words: 'A host may ask for last year’s team, who know where it started.',
			},
			{
				rule: 'no immediate return visit',
				weight: 'prefer',
				words: 'Two schools do not simply review each other in turn.',
			},
		],
		setAside: [],
	},
	focus: {
		...usualFocus,
		linesAtMost: 8,
	},
	stages,
	day: {
		starts: '08:45',
		ends: '16:15',
		blocks: [
			{ title: 'Welcome, focus and plan for the day', minutes: 30, for: 'team and host' },
			{ title: 'Learning walks and observations', minutes: 105, for: 'team and host' },
			pause,
			{ title: 'Talking with pupils and looking at their work', minutes: 90, for: 'team' },
			lunch,
			{ title: 'Conversations with leaders', minutes: 60, for: 'team' },
			{ title: 'The team agrees what it found', minutes: 60, for: 'team' },
			{ title: 'Feedback to leaders', minutes: 45, for: 'team and host' },
		],
		activityKinds,
		breaks,
		hostInObservations: {
			need: 'may',
			advice: 'The host is one of the three headteachers and may look with the others.',
		},
		longestWithoutBreak: 180,
	},
	evidence: {
		columns: { seen: 'What we saw or heard', soWhat: 'What difference does it make?' },
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
		signedBy: ['reviewer', 'facilitator', 'expert'],
		headings: [
			strengths('What has been achieved and how. Quote pupils in their own words, without names.'),
			developments('What to secure or look at again, and where. Pupils’ words help here too.', [
				'development',
				'question',
			]),
		],
		celebrations: { kinds: celebrationKinds, place: 'anywhere', balance: 'some' },
		developments: { kinds: developmentKinds },
		avoids,
		numbersFrom,
		remarks: [response],
	},
	audience: {
		things: {
			plan: readBy(['team', 'host', 'champion', 'staff'], ['governors', 'group', 'heads']),
			evidence: readBy(['team'], ['host']),
			draft: readBy(['team', 'host']),
			findings: readBy(
				['team', 'host', 'champion'],
				['staff', 'governors', 'group', 'heads', 'partner', 'link'],
				['heads'],
			),
			report: readBy(
				['team', 'host'],
				['champion', 'staff', 'governors', 'group', 'heads', 'partner', 'link'],
				['heads'],
			),
			workshop: readBy(['host', 'champion', 'staff'], ['team', 'governors', 'group', 'heads']),
			actions: readBy(
				['host', 'champion', 'team'],
				['staff', 'governors', 'group', 'heads', 'partner', 'link'],
			),
			'look-back': readBy(['host', 'team', 'heads'], ['staff', 'governors', 'partner'], ['heads']),
			cycle: readBy(['team', 'host', 'heads', 'partnership'], ['governors', 'partner']),
		},
		fewestPupils,
		confidentiality,
	},
	concerns,
	workshop: {
		runBy: 'champion',
		team: 'welcome',
		method: 'card sort',
		produces: ['A plan of next steps that staff have helped to make'],
	},
	followUp: {
		lookBack: { form: 'look-back', sides: ['host', 'team'] },
		impactHeadings: usualImpact,
		followUpReview: 'may',
		standingItem: 'may',
	},
	quality: {
		internal: { need: 'may', form: 'review-quality' },
		external: { need: 'must', by: 'facilitator', reviewsAYear: 24 },
		postReviewMeeting: 'may',
	},
	forms: { 'pre-review': preReviewAgenda, 'look-back': lookBack, 'review-quality': reviewQuality },
	adaptation: { parts: ['day', 'workshop'], approvedBy: 'whoever leads the partnership' },
};
