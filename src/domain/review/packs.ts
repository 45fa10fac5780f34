import type { Linkable, Packable, PackReader } from './input.ts';

/** Which thing of a review something in a pack shows: whoever may not be shown the thing is not shown this. */
export const thingOf: Record<Packable, Linkable> = {
	report: 'report',
	summary: 'report',
	actions: 'actions',
};

export const packWords: Record<Packable, string> = {
	report: 'The report, with responses and comments',
	summary: 'A summary on one side',
	actions: 'Actions, and what came of them',
};

/** The same in few words, in a list. */
export const packNames: Record<Packable, string> = {
	report: 'the report',
	summary: 'the summary',
	actions: 'the actions',
};

export const readerWords: Record<PackReader, string> = {
	inspector: 'An inspector',
	governors: 'Governors',
	'somebody else': 'Somebody else',
};

/** What a link shows to whoever holds it: one thing, or of a pack the things that its contents are made of, each once. */
export const thingsShown = (link: { thing: Linkable | 'pack'; contents: readonly Packable[] }): Linkable[] =>
	link.thing === 'pack' ? [...new Set(link.contents.map((one) => thingOf[one]))] : [link.thing];
