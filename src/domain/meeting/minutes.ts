import type { MeetingRow } from './model.ts';

/** Whether somebody who was invited came; empty where nobody noted it. */
export const attendances = ['present', 'apology', ''] as const;

/** What minutes say. */
export interface Said {
	present: string[];
	apologies: string[];
	/** Who else was there, in words. */
	others: string;
	/** By the key of what is on the agenda; what was not spoken of is left out. */
	notes: Record<string, string>;
	/** Numbered in this order. */
	decisions: string[];
}

/** Minutes as they stand, the whole of them as somebody saved them last. */
export interface Minutes extends Said {
	/** 1 for the first. */
	version: number;
	writtenBy: string;
	writtenAt: Date;
	/** Null until whoever leads has confirmed this version. */
	confirmed: { by: string; at: string } | null;
}

/** Something on the agenda: it stands there by itself, or somebody put it there. */
export interface AgendaThing {
	/** One of the words below, or the id of an agenda item. */
	key: string;
	title: string;
}

const wholeAgenda: readonly AgendaThing[] = [
	{ key: 'before', title: 'Minutes of the last meeting' },
	{ key: 'promised', title: 'What was promised' },
	{ key: 'aims', title: 'What we work towards' },
	{ key: 'headline', title: 'Headline figures' },
	{ key: 'reviewing', title: 'How reviews went' },
	{ key: 'since-review', title: 'Progress since the review, by school' },
	{ key: 'looked-back', title: 'Look-backs due' },
	{ key: 'agreed', title: 'Agreements still missing' },
	{ key: 'needed', title: 'Support asked' },
];
const everybodys = ['before', 'promised', 'since-review'];

const september = 9;

/**
 * What stands on an agenda by itself (NFS-15), in order. What concerns schools as a whole is for those who answer for them, and not for
 * deputies and governors. A development day sets priorities from aims, figures and what reviews found (NFS-28), and leaves missing
 * agreements to other meetings; the heads speak of the figures in the autumn term (HEP-11), and of how reviews went (KSA-7).
 */
export const standingThings = ({ kind, day }: Pick<MeetingRow, 'kind' | 'day'>): AgendaThing[] =>
	wholeAgenda.filter(({ key }) => {
		const sets = kind === 'development day';
		if (key === 'aims') return sets;
		if (key === 'headline') return sets || (kind === 'heads' && Number(day.slice(5, 7)) >= september);
		if (key === 'reviewing') return kind === 'heads';
		if (key === 'agreed' && sets) return false;
		return (kind !== 'deputies' && kind !== 'governors') || everybodys.includes(key);
	});

/** What came of reviews, by school: the protocol may leave it off. */
export const isOfReviews = ({ key }: AgendaThing): boolean => key === 'since-review';

/** How reviews were done, by review: there where the protocol has all heads talk that over. */
export const isOfReviewing = ({ key }: AgendaThing): boolean => key === 'reviewing';

export const isOfSupport = ({ key }: AgendaThing): boolean => key === 'needed';

/** More is no meeting's. */
export const mostDecisions = 40;

/** Decisions as they are typed, one on each line. Numbers that were typed before them are left out: they are counted anyhow. */
export const decisionsIn = (text: string): string[] =>
	text
		.split('\n')
		.map((one) => one.trim().replace(/^\d{1,2}[.)]\s+/, ''))
		.filter((one) => one !== '');
