import { inSeries } from '#domain/protocol/model.ts';

/** How a school shares what it is good at. */
export const ways = ['visit us', 'come to you', 'speak'] as const;
export type Way = (typeof ways)[number];

export const wayWords: Record<Way, string> = {
	'visit us': 'You are welcome to visit us',
	'come to you': 'Somebody of us comes to you',
	speak: 'Somebody of us speaks to heads or staff',
};

/** With whom it can be shared. */
export const phases = ['early years', 'key stage 1', 'key stage 2', 'key stage 3'] as const;
export type Phase = (typeof phases)[number];

/** A school's offer to share what it is good at, in one theme. */
export interface Expertise {
	id: string;
	memberId: string;
	memberName: string;
	themeId: string;
	theme: string;
	ways: Way[];
	words: string;
	/** Who shares it, by what they do there: 'our English lead'; empty where nobody in particular (HEP-8). */
	who: string;
	/** In which phases; none where it is no matter. */
	phases: Phase[];
	/** How many days a term it can give; null where it has not said. */
	daysATerm: number | null;
	offeredOn: string;
}

/** 'Shared by our English lead, in early years and key stage 1.'; empty where neither is said (HEP-8). */
export function whoInWords({ who, phases }: Pick<Expertise, 'who' | 'phases'>): string {
	const where = phases.length > 0 ? `in ${inSeries(phases)}` : '';
	const by = who && `shared by ${who}`;
	const sentence = [by, where].filter((part) => part !== '').join(', ');
	return sentence && `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`;
}

/** How much support a school needs now, in its own judgement; never computed from figures (design: roles). */
export const needStatuses = [0, 1, 2, 3] as const;
export type NeedStatus = (typeof needStatuses)[number];

export const needWords: Record<NeedStatus, string> = {
	0: 'None: we have it in hand',
	1: 'Some',
	2: 'Much',
	3: 'Very much, and soon',
};

/** A school needs help with no more at once, the most urgent first. */
export const mostNeeds = 3;

/** One dated statement of what a school needs (CEN-13). */
export interface Need {
	memberId: string;
	/** Counts a school's statements; 0 before the first. */
	number: number;
	status: NeedStatus;
	/** The most urgent first. */
	themeIds: string[];
	words: string;
	statedBy: string;
	statedOn: string;
}

/** Schools that can share what another needs: each of its themes, the most urgent first, with the offers of others in it (CEN-13). */
export const matches = (
	need: Pick<Need, 'memberId' | 'themeIds'>,
	offers: readonly Expertise[],
): { themeId: string; offers: Expertise[] }[] =>
	need.themeIds.map((themeId) => ({
		themeId,
		offers: offers.filter((offer) => offer.themeId === themeId && offer.memberId !== need.memberId),
	}));
