import { z } from 'zod';
import { control, withoutControl } from './control-characters.ts';
import { isDay, isTime } from './day.ts';

/** Longer than anything people write here by hand; a pasted book is refused with a sentence, not cut. */
const longest = 20_000;

export const clean = (text: string) => !control.test(text);
/** What was written elsewhere, without the characters that `clean` refuses. */
export const withoutControls = (text: string): string => withoutControl(text.toWellFormed());
export const strangeCharacters =
	'This holds characters that cannot be shown. Type it again, or paste it as plain text.';
const tooLong = (most: number) => `Keep this to ${most.toLocaleString('en-GB')} characters.`;

/** One line of text. `ask` is the sentence shown when it is empty, such as "Give the school's name." */
export const line = (ask: string, most = 200) =>
	z
		.string({ error: ask })
		.transform((text) => text.trim())
		.pipe(
			z
				.string()
				.min(1, { error: ask, abort: true })
				.max(most, tooLong(most))
				.refine((text) => clean(text) && !/[\r\n\t]/.test(text), strangeCharacters),
		);

/** One line that may be left empty. */
export const optionalLine = (most = 200) =>
	z
		.string()
		.default('')
		.transform((text) => text.trim())
		.pipe(
			z
				.string()
				.max(most, tooLong(most))
				.refine((text) => clean(text) && !/[\r\n\t]/.test(text), strangeCharacters),
		);

/** Paragraphs. Line ends are made one kind; nothing else is changed. */
export const prose = (ask: string, most = longest) => paragraphs(most).pipe(z.string().min(1, ask));

/** Paragraphs that may be left empty. */
export const optionalProse = (most = longest) => paragraphs(most);

function paragraphs(most: number) {
	return z
		.string()
		.default('')
		.transform((text) => text.replace(/\r\n?/g, '\n').trim())
		.pipe(z.string().max(most, tooLong(most)).refine(clean, strangeCharacters));
}

/** A calendar day, 'YYYY-MM-DD', that exists, from 1900 to 2199. */
export const day = (ask: string) =>
	z
		.string({ error: ask })
		.min(1, ask)
		.refine(
			(text) => /^(19|20|21)/.test(text) && isDay(text),
			'That is not a date. Write it like 2026-12-03.',
		);

/** A time of day, 'HH:MM'. */
export const time = (ask: string) =>
	z.string({ error: ask }).min(1, ask).refine(isTime, 'That is not a time. Write it like 09:15.');

/** An email address, lower-cased: addresses differ in case only by accident. */
export const email = (ask: string) =>
	z
		.string({ error: ask })
		.transform((text) => text.trim().toLowerCase())
		.pipe(
			z
				.email({ error: (issue) => (issue.input === '' ? ask : 'That does not look like an email address.') })
				.max(254),
		);

/** Whether text has the shape of an id; anything else is no id of ours and need not reach the database. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** The name by which one part of a document points at another: lower-case words joined by hyphens. */
export const key = z
	.string()
	.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'A key is lower-case words joined by hyphens.')
	.max(60);

/** An id made on the device or with the form. */
export const id = z.uuid({ error: 'This form has lost its place. Open the page again.' }).toLowerCase();

/** Which version of something a form was filled in on; 0 before there was any. */
export const version = z.coerce
	.number('This form has lost its place. Open the page again.')
	.int()
	.min(0)
	.max(2_147_483_647)
	.default(0);

/** One of a few words; `ask` is shown for anything else. */
export const oneOf = <const T extends readonly [string, ...string[]]>(words: T, ask: string) =>
	z.enum(words, { error: ask });

/** Any number of ticks, none included. */
export const ticks = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);

/** A single tick: present or not. */
export const tick = z
	.string()
	.optional()
	.transform((value) => value !== undefined && value !== '');
