import { z } from 'zod';
import { audienceName, type Thing } from '#domain/protocol/parts/audience.ts';
import { day, id, line, oneOf, optionalLine, prose, tick, ticks, time, version } from '#platform/text.ts';

const teamWords = ['reviewer', 'facilitator', 'expert', 'champion'] as const;

export const proposeReviewInput = z.object({
	id,
	partnershipId: id,
	hostMemberId: z.string().pipe(z.uuid('Choose the school to be reviewed.')),
	kind: line('Choose what kind of review it is.'),
	focus: line('Say what the review is about, as a question if you can.', 300),
	focusKind: line('Choose why this focus.'),
	focusSource: line('Choose where the focus comes from.'),
	firstDay: day('Choose the day of the review.'),
	followsId: z.string().default(''),
	days: z.preprocess(
		(typed) => (typed === undefined || typed === '' ? null : Number(typed)),
		z
			.int('Say how many days it takes.')
			.min(1, 'A review takes at least one day.')
			.max(10, 'At most ten days.')
			.nullable(),
	),
});

export const frameInput = proposeReviewInput
	.omit({ id: true, partnershipId: true, hostMemberId: true })
	.extend({ reviewId: id, show: tick });

export const joinTeamInput = z.object({
	reviewId: id,
	personId: z.string().pipe(z.uuid('Choose a person.')),
	role: oneOf(teamWords, 'Choose what they will be on the team.'),
});

export const changeTeamInput = z.object({
	reviewId: id,
	joins: z
		.array(z.object({ personId: id, role: oneOf(teamWords, 'Choose what they will be on the team.') }))
		.max(40),
	leaves: z.array(id).max(40),
});

export const leaveTeamInput = z.object({ reviewId: id, personId: id });
export const reviewInput = z.object({ reviewId: id });

export const agreeConfidentialityInput = z.object({ reviewId: id, typedName: line('Type your name.') });

export const standstillInput = z.object({
	id,
	reviewId: id,
	kind: oneOf(['deferred', 'cancelled'], 'Choose whether it is put off or called off.'),
	reason: prose('Say why, so that everyone understands.', 1000),
});

export const addLineInput = z.object({
	id,
	reviewId: id,
	question: line('Write the question you want to look into.', 400),
});

/** Lines of the review that this one follows. */
export const askAgainInput = z.object({
	reviewId: id,
	lineIds: ticks.pipe(z.array(id).min(1, 'Tick what is to be asked again.').max(100)),
});

export const takeUpItemInput = z.object({ id, reviewId: id, itemId: id });

export const changeLineInput = z.object({
	lineId: id,
	reviewId: id,
	question: line('Write the question.', 400),
});
export const dropLineInput = z.object({ lineId: id, reviewId: id });
export const askForSuggestionsInput = z.object({ lineId: id, reviewId: id, asks: tick });

export const activityInput = z.object({
	id,
	reviewId: id,
	kind: line('Choose what kind of activity it is.'),
	title: line('Say what it is, such as Year 5 book scrutiny.', 160),
	place: optionalLine(120),
	day: day('Choose the day.'),
	starts: time('Say when it starts.'),
	ends: time('Say when it ends.'),
	people: ticks.pipe(z.array(id).max(30)),
	lines: ticks.pipe(z.array(id).max(30)),
});

export const removeActivityInput = z.object({ activityId: id, reviewId: id });

export const meetingInput = z.object({
	reviewId: id,
	heldOn: day('Say on which day you met.'),
	version,
});

export const decisionInput = z.object({ id, reviewId: id, words: line('Write what you decided.', 500) });

/** What the host's head opens step by step. A draft is the team's until it is published. */
export const releasable = [
	'cycle',
	'plan',
	'evidence',
	'findings',
	'report',
	'workshop',
	'actions',
	'look-back',
] as const satisfies readonly Thing[];
export type Releasable = (typeof releasable)[number];

export const releaseInput = z.object({
	id,
	reviewId: id,
	thing: oneOf(releasable, 'Choose what to share.'),
	audience: audienceName.exclude(['link'], 'Choose with whom to share it.'),
});
export const takeBackInput = z.object({ releaseId: id, reviewId: id });

/** What can be shown by a link: one document each. */
export const linkable = ['report', 'findings', 'actions'] as const satisfies readonly Releasable[];
export type Linkable = (typeof linkable)[number];

const howLong = 'Say for how many days, from 1 to 90.';
const days = z.coerce.number(howLong).int(howLong).min(1, howLong).max(90, howLong);

export const makeLinkInput = z.object({
	id,
	reviewId: id,
	thing: oneOf(linkable, 'Choose what to show.'),
	forWhom: line('Say whom the link is for.', 120),
	days,
});
export const endLinkInput = z.object({ linkId: id, reviewId: id });

/** What a pack can hold. */
export const packable = ['report', 'summary', 'actions'] as const;
export type Packable = (typeof packable)[number];

/** For whom a pack is. */
export const packReaders = ['inspector', 'governors', 'somebody else'] as const;
export type PackReader = (typeof packReaders)[number];

export const makePackInput = z.object({
	id,
	reviewId: id,
	reader: oneOf(packReaders, 'Choose what they are.'),
	forWhom: line('Say whom the pack is for.', 120),
	contents: ticks.pipe(
		z.array(oneOf(packable, 'Choose what goes into it.')).min(1, 'Choose what goes into it.').max(9),
	),
	speakers: ticks.pipe(z.array(id).max(30)),
	days,
});

export const askToSpeakInput = z.object({
	reviewId: id,
	personId: z.string().pipe(z.uuid('Choose somebody of the team.')),
});
export const answerSpeakingInput = z.object({
	reviewId: id,
	agrees: oneOf(['yes', 'no'], 'Say whether you may be named.'),
	contact: optionalLine(200),
});
export const tickInput = z.object({
	reviewId: id,
	stage: line('Choose what is done.'),
	on: day('Say on which day it was done.'),
	note: optionalLine(300),
});

export const untickInput = z.object({ reviewId: id, stage: line('Choose what is not done after all.') });
