import type { ProtocolDraft } from '../protocol.ts';
import { stages } from './family-stages.ts';
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
import { themed, type TeamNeeds } from './usual-reviews.ts';
import { usualRoles } from './usual-roles.ts';
import { withRefreshers } from './usual-training.ts';

const needs: TeamNeeds = {
	size: { least: 2, most: 6 },
	reviewers: ['headteachers', 'senior leaders'],
	from: 'this partnership',
	headteachers: { least: 1, counted: 'without the host' },
	facilitator: 'must',
	champion: 'must',
	expert: 'may',
};

/** A family of schools of all phases with an independent chair and its protocol written out in full (rows NFS-*). */
export const family: ProtocolDraft = {
	format: 5,
	title: 'Family of schools with an independent chair',
	roles: {
		...usualRoles,
		facilitator: { one: 'independent chair', many: 'independent chairs' },
		partner: { one: 'authority partner', many: 'authority partners' },
	},
	preamble: {
		vision:
			'Schools that last by helping each other, so that every pupil in any of them does well, in learning and as a person.',
		purpose:
			'We spend time in each other’s schools to look at what matters to the host, to learn from it ourselves and to help it go further.',
		values: [
			{ name: 'Trust', means: 'We give and take support and challenge, and lead together.' },
			{ name: 'Ownership', means: 'Every school’s success is the business of all of us.' },
			{ name: 'Aspiration', means: 'We expect much of every pupil and believe each can reach it.' },
			{ name: 'Openness', means: 'Our doors are open and we share what we know.' },
			{ name: 'Perseverance', means: 'We stay with what we have agreed and see it through.' },
		],
		reviewersDo: [
			'Look for what is good as well as what could be better',
			'Ask, listen and stay with the agreed focus',
			'Offer practical suggestions',
		],
		reviewersDoNot: [
			'Judge or give feedback on a single teacher',
			'Follow lines that are not part of the focus',
			'Grade the school',
		],
	},
	cadence: {
		reviews: { kind: 'each school', every: 1, unit: 'years' },
		headsMeet: { every: 1, unit: 'half-terms' },
	},
	kinds: [
		themed,
		{
			key: 'partnership',
			label: 'Partnership to partnership',
			days: 1,
			about: 'Another partnership looks at what all our schools have made their priority.',
			begins: 'afresh',
			without: ['first-follow-up', 'second-follow-up'],
			team: { ...needs, from: 'another partnership' },
		},
	],
	team: {
		...needs,
		pairingWithHostStaff: 'where possible',
		training: withRefreshers(36),
		releaseLimit: { daysAYear: 4 },
		rules: [
			{
				rule: 'contrast with the host',
				weight: 'prefer',
				words: 'Reviewers come from schools unlike the host.',
			},
			{
				rule: 'not competing for pupils',
				weight: 'prefer',
				words: 'Reviewers’ schools do not draw on the same families.',
			},
			{
				rule: 'expertise in the focus',
				weight: 'prefer',
				words: 'Someone on the team is strong in what is reviewed.',
			},
			{
				rule: 'new with experienced',
				weight: 'prefer',
				words: 'A school new to review works beside one that has done it.',
			},
		],
		setAside: [
			'A review may be wrong for a school at this point; host and chair then put it off.',
			'The team may change after the planning meeting.',
		],
	},
	focus: {
		...usualFocus,
		lastReview: 'commented on, not reviewed again',
	},
	stages,
	day: {
		starts: '08:30',
		ends: '16:30',
		blocks: [
			{ title: 'Welcome and the host’s introduction', minutes: 30, for: 'team and host' },
			{ title: 'Observations and conversations', minutes: 120, for: 'team' },
			pause,
			{ title: 'Pupils’ work and pupils’ views', minutes: 90, for: 'team' },
			lunch,
			{ title: 'The team sorts what it has seen', minutes: 75, for: 'team' },
			{ title: 'Spoken feedback to the headteacher', minutes: 45, for: 'team and host' },
			{ title: 'Summary for all staff', minutes: 30, for: 'all staff' },
		],
		activityKinds,
		breaks,
		hostInObservations: {
			need: 'may',
			advice: 'The host need not be there: avoid showing off the school or steering the visit.',
		},
		longestWithoutBreak: 180,
	},
	evidence: {
		columns: { seen: 'What we saw or heard', soWhat: 'So what?' },
		kinds: evidenceKinds,
		sources: evidenceSources,
		photos: 'may',
		daysOnDevice: 7,
		outsideFocus: 'not recorded',
		suggestions: 'practical suggestions welcome',
		suggestionKinds: [],
	},
	report: {
		writtenBy: 'team',
		signedBy: ['reviewer', 'facilitator', 'expert'],
		headings: [
			strengths('What is working, and how you know.'),
			developments('Few, and practical: what to do next and why.'),
			{
				key: 'questions',
				label: 'Questions to think about',
				guidance: 'What the school may want to ask itself.',
				kinds: ['question'],
			},
			{
				key: 'process',
				label: 'Comment on the review itself',
				guidance: 'What helped, and what to do differently next time.',
				kinds: [],
			},
		],
		celebrations: { kinds: celebrationKinds, place: 'anywhere', balance: 'as many' },
		developments: { kinds: developmentKinds },
		avoids,
		wordsAtMost: 1_500,
		numbersFrom,
		remarks: [
			{ key: 'team-comments', label: 'Further comments from the team', by: 'team', need: 'may' },
			response,
		],
	},
	audience: {
		things: {
			plan: readBy(['team', 'host', 'champion', 'staff'], ['governors']),
			evidence: readBy(['team']),
			draft: readBy(['team', 'host']),
			findings: readBy(['team', 'host', 'champion'], ['staff', 'governors', 'link']),
			report: readBy(['team', 'host'], ['champion', 'staff', 'governors', 'link']),
			workshop: readBy(['host', 'champion', 'staff'], ['team', 'governors', 'heads']),
			actions: readBy(['host', 'champion', 'team'], ['staff', 'governors', 'heads', 'link']),
			'look-back': readBy(['host', 'team'], ['staff', 'governors', 'heads'], ['heads']),
			cycle: readBy(['team', 'host', 'heads', 'partnership', 'governors'], ['partner']),
		},
		fewestPupils,
		confidentiality,
	},
	concerns,
	workshop: {
		runBy: 'champion',
		team: 'not expected',
		method: 'matrix',
		produces: [
			'A plan of next steps',
			'What staff think of the review and how it could be better',
			'What further support is needed',
		],
	},
	followUp: {
		lookBack: { form: 'look-back', sides: ['host', 'team'] },
		impactHeadings: usualImpact,
		followUpReview: 'never',
		standingItem: 'must',
	},
	quality: {
		internal: { need: 'must', form: 'review-quality' },
		external: { need: 'must', by: 'partner', reviewsAYear: 2 },
		postReviewMeeting: 'never',
	},
	forms: { 'pre-review': preReviewAgenda, 'look-back': lookBack, 'review-quality': reviewQuality },
	adaptation: { parts: [], approvedBy: 'whoever leads the partnership' },
};
