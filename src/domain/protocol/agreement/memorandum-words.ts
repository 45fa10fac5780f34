import { thingWords } from '../audience-words.ts';
import { inSeries } from '../model.ts';
import type { Audience } from '../parts/audience.ts';
import type { Section } from '../words.ts';
import { alwaysOpenTo, type BeyondAgreed, type Memorandum } from './memorandum.ts';

/** Circles as a memorandum calls them: it stands above any protocol, so it borrows no protocol's words. */
export const circleWords: Record<Audience, string> = {
	team: 'the review team',
	host: 'the head of the school reviewed',
	champion: 'the improvement champion of the review',
	staff: 'the staff of the school reviewed',
	governors: 'the governors of the school reviewed',
	group: 'the heads of its group',
	heads: 'all heads of the partnership',
	partnership: 'everyone in the partnership',
	partner: 'outside partners, such as the local authority',
	link: 'someone to whom the head gives a link, such as an inspector',
};

/** A memorandum as people read it, part by part. */
export function memorandumInWords(memorandum: Memorandum): Section[] {
	const { purpose, commitments, expectations, peerReview, opensTo, notice } = memorandum;
	return [
		{ key: 'purpose', title: 'Why we work together', sentences: paragraphs(purpose) },
		{ key: 'commitments', title: 'What each school commits to', sentences: commitments },
		{ key: 'expectations', title: 'What each school may expect', sentences: expectations },
		{ key: 'peer-review', title: 'Peer review', sentences: paragraphs(peerReview) },
		{ key: 'opens-to', title: 'Who may ever read of a review', sentences: opening(opensTo) },
		...(notice ? [{ key: 'notice', title: 'Leaving', sentences: paragraphs(notice) }] : []),
	];
}

/** The same with its title as a part of its own, so that a change of title shows among the changes. */
export const titledInWords = (memorandum: Memorandum): Section[] => [
	{ key: 'title', title: 'Title', sentences: [memorandum.title] },
	...memorandumInWords(memorandum),
];

/** Why a memorandum and a protocol do not fit together: 'Findings: all heads of the partnership. Actions …: …' */
export function beyondInWords(beyond: readonly BeyondAgreed[]): string {
	const of = Map.groupBy(beyond, ({ thing }) => thing);
	return [...of]
		.map(
			([thing, list]) =>
				`${thingWords[thing]}: ${inSeries(list.map(({ audience }) => circleWords[audience]))}.`,
		)
		.join(' ');
}

const paragraphs = (text: string): string[] =>
	text
		.split(/\n+/)
		.map((one) => one.trim())
		.filter((one) => one !== '');

/** One sentence for each circle, so that a circle added or taken away shows as just that. */
function opening(opensTo: readonly Audience[]): string[] {
	const always = inSeries(alwaysOpenTo.map((audience) => circleWords[audience]));
	const wider = opensTo.filter((audience) => !(alwaysOpenTo as readonly Audience[]).includes(audience));
	return [
		`What a review brings to light is read by ${always}.`,
		wider.length === 0
			? 'It is opened to nobody else.'
			: 'The protocol may open parts of it further, or let the head of the school open them, to these and to nobody beyond:',
		...wider.map(
			(audience) => `${circleWords[audience].charAt(0).toUpperCase()}${circleWords[audience].slice(1)}.`,
		),
	];
}
