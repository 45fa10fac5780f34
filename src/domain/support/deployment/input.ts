import { z } from 'zod';
import { day, id, optionalLine, prose, tick, version } from '#platform/text.ts';
import { isDayCount } from '../days-input.ts';
import { wholePounds } from '../pounds-input.ts';

const fewDays = 'Give a whole number of days, from 1 to 60.';

/** What both schools agree: how many days, from when to when, who comes, and what it costs. */
export const termsFields = {
	days: z.string({ error: fewDays }).trim().refine(isDayCount, fewDays).transform(Number),
	fromDay: day('Say from which day.'),
	toDay: day('Say until which day.'),
	/** Somebody of the helper's school; empty where only words say who comes. */
	personId: z
		.literal('')
		.or(id)
		.default('')
		.transform((text) => text || null),
	who: optionalLine(200),
	pounds: wholePounds,
	payer: optionalLine(200),
};

interface Terms {
	fromDay: string;
	toDay: string;
	personId: string | null;
	who: string;
	pounds: number | null;
	payer: string;
}

/** Refuses, at its field, what makes no agreement. */
export function ofOnePiece(
	{ fromDay, toDay, personId, who, pounds, payer }: Terms,
	check: z.RefinementCtx,
): void {
	const refuse = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message });
	if (toDay < fromDay) refuse('toDay', 'The last day lies before the first.');
	if (personId === null && who === '') refuse('who', 'Say who comes.');
	if (pounds !== null && payer === '') refuse('payer', 'Say who pays it.');
	if (pounds === null && payer !== '') refuse('pounds', 'Say how much it is.');
}

const one = { partnershipId: id, requestId: id, deploymentId: id };

export const agreeAnewInput = z.object({ ...one, version, ...termsFields }).superRefine(ofOnePiece);
export const noteDayInput = z.object({
	...one,
	id,
	day: day('Say which day it was.'),
	words: prose('Say in a few words who came and what was done.', 1_000),
});
export const takeDayBackInput = z.object({ ...one, dayId: id });
export const outcomeInput = z.object({
	...one,
	/** Of the words that the form was filled in on. */
	number: version,
	words: prose('Say in a few sentences what came of it.', 2_000),
});
export const thanksInput = z.object({
	...one,
	words: prose('Say what you thank them for.', 1_000),
	/** Whether the whole partnership reads it. */
	open: tick,
});
export const shareThanksInput = z.object({ ...one, open: tick });
export const endInput = z.object({ ...one, because: prose('Say why it ends now.', 1_000) });
export const readThanksInput = z.object({ partnershipId: id, deploymentId: id });
