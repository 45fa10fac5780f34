import { inSeries, kindLabel } from '../model.ts';
import type { Need } from '../parts/text.ts';
import type { Protocol } from '../protocol.ts';
import { counted } from '../clauses.ts';

export const byNeed = (need: Need, words: Record<Need, string>): string => words[need];
export const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
export const listed = (words: readonly string[]): string => words.map(lowerFirst).join('; ');
export const labels = (choices: readonly { label: string }[]): string =>
	listed(choices.map(({ label }) => label));

/** As a sentence: a capital first, and an end. */
export const sentence = (words: string): string =>
	`${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?…]$/.test(words) ? '' : '.'}`;

export const article = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
/** What a form is called, in quotation marks. */
export const formTitle = ({ forms }: Protocol, form: string): string => quoted(forms[form]?.title ?? form);

export const quoted = (words: string): string => `‘${words}’`;

/** 'findings of the kind ‘Next step’', 'findings of the kinds ‘Next step’ and ‘Question’' */
export const findingsOfKinds = (protocol: Protocol, kinds: readonly string[]): string =>
	`findings of the ${ofKinds(protocol, kinds)}`;

/** 'kind ‘Next step’', 'kinds ‘Next step’ and ‘Question’' */
export const ofKinds = (protocol: Protocol, kinds: readonly string[]): string =>
	`${kinds.length === 1 ? 'kind' : 'kinds'} ${all(kinds.map((kind) => quoted(kindLabel(protocol, kind))))}`;

/** 'term', 'four terms' */
export const every = (count: number, unit: string): string =>
	count === 1 ? unit.replace(/s$/, '') : `${counted(count)} ${unit}`;

/** Nothing where the list is empty. */
export const ifAny = <T>(list: readonly T[], say: (list: readonly T[]) => string): string[] =>
	list.length === 0 ? [] : [say(list)];

export const all = (words: readonly string[]): string => inSeries(words);
