import { z } from 'zod';
import {
	day,
	id,
	line,
	oneOf,
	optionalLine,
	optionalProse,
	prose,
	tick,
	ticks,
	version,
} from '#platform/text.ts';
import { figures, wholeMeasure } from './impact/input.ts';
import { progressWords } from './model.ts';

const progress = oneOf(progressWords, 'Choose how far it has come.');

/** Somebody of the host school who signs in, or a role or name in words. */
const owner = { ownerId: z.literal('').or(id).default(''), owner: optionalLine(120) };
/** Said by one of the two. */
const owned = <T extends z.ZodType<{ ownerId: string; owner: string }>>(form: T) =>
	form.refine(({ ownerId, owner }) => ownerId !== '' || owner !== '', {
		path: ['owner'],
		error: 'Say who makes sure that it happens.',
	});

const said = {
	findingId: z.string().pipe(z.uuid('Choose the finding it answers.')),
	title: line('Say what will be done.', 300),
	...owner,
	/** What it serves: aims of the partnership, priorities of the school. */
	aimIds: ticks.pipe(z.array(id).max(50)),
	measureOfSuccess: prose('Say how you will know that it has worked.', 2000),
};

export const planActionInput = owned(z.object({ id, reviewId: id, ...said, due: day('Say by which day.') }));

/** What an action says, but for its day, which moves with a reason. */
export const correctActionInput = owned(z.object({ reviewId: id, actionId: id, version, ...said }));

export const handOverActionInput = owned(z.object({ reviewId: id, actionId: id, version, ...owner }));

export const giveUpActionInput = z.object({
	reviewId: id,
	actionId: id,
	because: prose('Say why it is given up, for those who read it later.', 1000),
});

/** 'Under way' and 'done' are told in one tap; what changed course needs its reason. */
export const updateActionInput = wholeMeasure(
	z
		.object({ id, reviewId: id, actionId: id, progress, words: optionalProse(2000), ...figures })
		.refine((update) => update.progress !== 'changed course' || update.words !== '', {
			path: ['words'],
			error: 'Say what you will do instead, and why.',
		})
		.refine(({ words, measure, before, now }) => words !== '' || measure + before + now === '', {
			path: ['words'],
			error: 'Say what people do differently now: a figure alone tells little.',
		}),
);

export const rescheduleActionInput = z.object({
	id,
	reviewId: id,
	actionId: id,
	due: day('Say by which day instead.'),
	reason: prose('Say why the day moves.', 1000),
	/** Milestones that are not reached move by as many days. */
	milestonesToo: tick,
});

export const progressReportInput = z.object({
	id,
	reviewId: id,
	words: prose('Say what has changed since the review.', 5000),
});

/** The answers are judged by the protocol's own questions: see form/answer.ts. */
/** `version` is 0 for a side's first answers. */
export const lookBackInput = z.object({
	reviewId: id,
	version: version.default(0),
	answers: z.record(z.string(), z.unknown()),
});

export const closeReviewInput = z.object({ reviewId: id });
