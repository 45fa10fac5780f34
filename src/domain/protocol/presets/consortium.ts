import type { ProtocolDraft } from '../protocol.ts';
import { activityKinds, dataSession, evidenceKinds, kinds, needs, vocabulary } from './consortium-kinds.ts';
import { headings } from './consortium-report.ts';
import { stages } from './consortium-stages.ts';
import { fewestPupils, readBy } from './usual-audience.ts';
import { concerns, confidentiality } from './usual-concerns.ts';
import { lunch, pause } from './usual-day.ts';
import { lookBack, preReviewAgenda, reviewQuality } from './usual-forms.ts';
import { usualImpact } from './usual-impact.ts';
import { breaks, celebrationKinds, developmentKinds, evidenceSources, usualFocus } from './usual-kinds.ts';
import { avoids, numbersFrom, response } from './usual-report.ts';
import { usualRoles } from './usual-roles.ts';

/** A larger consortium in quads under a steering group, open to one another throughout (rows CSC-*). */
export const consortium: ProtocolDraft = {
	format: 5,
	title: 'Consortium of quads with a steering group',
	roles: {
		...usualRoles,
		facilitator: { one: 'head from the steering group', many: 'heads from the steering group' },
		expert: { one: 'senior leader of the group', many: 'senior leaders of the group' },
		chair: { one: 'chair of the steering group', many: 'chairs of the steering group' },
	},
	preamble: {
		vision: 'No school on its own: each gets better because all the others know it and stand by it.',
		purpose:
			'In small groups we look closely at one thing that matters to all of us, school by school, come back to see what has changed, and let every head learn from it.',
		values: [
			{ name: 'Sharing', means: 'Reviews, bids and figures are open to every head among us.' },
			{
				name: 'Evidence',
				means: 'We say what we saw and what came of it, even where it is not what we hoped.',
			},
			{ name: 'Asking', means: 'A good question helps a school more than an answer from somewhere else.' },
			{ name: 'Follow through', means: 'What we agree goes into a plan, and we come back to it.' },
		],
		reviewersDo: [
			'Ask questions that come from what they have seen',
			'Tell the headteacher at once of something that cannot wait',
			'Show where the evidence and the school’s own view differ',
		],
		reviewersDoNot: [
			'Shape a school after their own',
			'Give advice nobody asked for',
			'Judge or name a single teacher',
		],
	},
	cadence: {
		reviews: { kind: 'each school', every: 1, unit: 'years' },
		headsMeet: { every: 1, unit: 'half-terms' },
	},
	kinds,
	vocabulary,
	team: {
		...needs,
		pairingWithHostStaff: 'where possible',
		training: [{ role: 'reviewer' }],
		releaseLimit: { daysATerm: 2, daysAYear: 4 },
		rules: [
			{
				rule: 'same team again',
				weight: 'prefer',
				words: 'Those who did the first review also do its follow-up.',
			},
			{
				rule: 'release limit',
				weight: 'prefer',
				words: 'Days away are spread, so that no head is out of school too often.',
			},
		],
		setAside: [],
	},
	focus: {
		...usualFocus,
		sources: [...usualFocus.sources, { key: 'group-plan', label: 'The action plan of the group' }],
		lastReview: 'starting point',
	},
	stages,
	day: {
		starts: '08:45',
		ends: '16:00',
		blocks: [
			{ title: 'The school in its own words', minutes: 30, for: 'team and host' },
			{ title: 'Data together', minutes: 60, for: 'team and host' },
			pause,
			{ title: 'Climate walk and classrooms', minutes: 90, for: 'team' },
			lunch,
			{ title: 'Books, pupils and staff', minutes: 90, for: 'team' },
			{ title: 'The team sorts what it has seen', minutes: 45, for: 'team' },
			{ title: 'Questions and feedback to the headteacher', minutes: 45, for: 'team and host' },
		],
		activityKinds,
		breaks,
		hostInObservations: {
			need: 'may',
			advice: 'Settle it in the group, and do it alike in all its schools.',
		},
		longestWithoutBreak: 180,
	},
	evidence: {
		columns: { seen: 'What was seen', soWhat: 'So what: its effect, a strength, a question' },
		kinds: evidenceKinds,
		sources: [...evidenceSources, { key: 'climate-walk', label: 'Climate walk' }],
		photos: 'may',
		daysOnDevice: 7,
		outsideFocus: 'kept apart',
		suggestions: 'where the host asks',
		suggestionKinds: ['suggestion'],
	},
	report: {
		writtenBy: 'team',
		signedBy: ['reviewer', 'facilitator', 'expert'],
		headings,
		celebrations: { kinds: celebrationKinds, place: 'anywhere', balance: 'free' },
		developments: { kinds: developmentKinds },
		avoids,
		wordsAtMost: 2_500,
		numbersFrom,
		remarks: [response],
	},
	audience: {
		things: {
			plan: readBy(['team', 'host', 'staff', 'heads'], ['governors', 'partner']),
			evidence: readBy(['team'], ['host', 'group']),
			draft: readBy(['team', 'host']),
			findings: readBy(['team', 'host', 'heads'], ['staff', 'governors', 'partner', 'link']),
			report: readBy(['team', 'host', 'heads'], ['staff', 'governors', 'partner', 'link']),
			workshop: readBy(['team', 'host', 'staff', 'heads'], ['governors', 'partner']),
			actions: readBy(['team', 'host', 'heads'], ['staff', 'governors', 'partner', 'link']),
			'look-back': readBy(['team', 'host', 'heads'], ['staff', 'governors', 'partner']),
			cycle: readBy(['team', 'host', 'heads', 'partnership'], ['governors', 'partner']),
		},
		fewestPupils,
		confidentiality,
	},
	concerns,
	workshop: {
		runBy: 'expert',
		team: 'welcome',
		method: 'staff meeting',
		produces: ['Next steps for the group’s action plan', 'Who in the group leads each of them'],
	},
	followUp: {
		lookBack: { form: 'look-back', sides: ['host', 'team'] },
		impactHeadings: usualImpact,
		followUpReview: 'must',
		standingItem: 'must',
	},
	quality: {
		internal: { need: 'may', form: 'review-quality' },
		external: { need: 'must', by: 'partner', reviewsAYear: 4 },
		postReviewMeeting: 'may',
	},
	forms: {
		'pre-review': preReviewAgenda,
		'data-session': dataSession,
		'look-back': lookBack,
		'review-quality': reviewQuality,
	},
	adaptation: {
		parts: ['focus', 'stages', 'day', 'evidence', 'report', 'workshop', 'forms'],
		approvedBy: 'the steering group',
	},
};
