import { z } from 'zod';
import { day, id, line, oneOf, optionalProse, prose } from '#platform/text.ts';
import { progressWords } from './model.ts';

const progress = oneOf(progressWords, 'Choose how far it has come.');

export const planActionInput = z.object({
	id,
	reviewId: id,
	findingId: z.string().pipe(z.uuid('Choose the finding it answers.')),
	title: line('Say what will be done.', 300),
	owner: line('Say who makes sure that it happens.', 120),
	due: day('Say by which day.'),
	measureOfSuccess: prose('Say how you will know that it has worked.', 2000),
});

/** 'Under way' and 'done' are told in one tap; what changed course needs its reason. */
export const updateActionInput = z
	.object({ id, reviewId: id, actionId: id, progress, words: optionalProse(2000) })
	.refine((update) => update.progress !== 'changed course' || update.words !== '', {
		path: ['words'],
		error: 'Say what you will do instead, and why.',
	});

export const rescheduleActionInput = z.object({
	id,
	reviewId: id,
	actionId: id,
	due: day('Say by which day instead.'),
	reason: prose('Say why the day moves.', 1000),
});

export const progressReportInput = z.object({
	id,
	reviewId: id,
	words: prose('Say what has changed since the review.', 5000),
});

/** The answers are judged by the protocol's own questions: see form/answer.ts. */
export const lookBackInput = z.object({ reviewId: id, answers: z.record(z.string(), z.unknown()) });

export const closeReviewInput = z.object({ reviewId: id });
