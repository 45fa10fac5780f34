import { asksForSupport, asksForViews, topicLetter, type RoomPlan } from './plan.ts';

export type CardStanding = 'shown' | 'waiting' | 'hidden' | 'taken back';

/** One card, from a phone or from paper. */
export interface Card {
	id: string;
	round: string;
	/** The topic it answers; '' for none. */
	topic: string;
	words: string;
	standing: CardStanding;
	/** The card it lies under; null for one that leads or stands alone. */
	under: string | null;
	/** What whoever runs the workshop calls the idea it belongs to; the same on all its cards. */
	heading: string;
	/** Votes counted by hand. */
	handVotes: number;
	/** Where whoever runs the workshop put it, 1 to 4. */
	impact: number | null;
	effort: number | null;
	fromPhone: boolean;
}

/** Where one phone put one card, from 1 to 4 each. */
export interface Rated {
	cardId: string;
	participantId: string;
	impact: number;
	effort: number;
}

/** Cards that say the same, as one idea of the room. */
export interface Idea {
	/** Of the card that leads it. */
	id: string;
	topic: string;
	words: string;
	cards: Card[];
	votes: number;
	/** Of those votes, the ones counted by hand. */
	handVotes: number;
	/** From 1 to 4; null where nobody has placed it. */
	impact: number | null;
	effort: number | null;
	/** How many phones placed it; 0 where it was placed by hand. */
	placedBy: number;
}

/**
 * The room's ideas in the order in which their first cards came: cards laid under another are one idea with it. What is hidden, taken
 * back or waits is in none. Votes and places stay with their cards, so an idea has those of all its cards; a place given by
 * hand counts before what phones said. Each phone has one place for an idea: the mean of what it said of its cards.
 */
export function ideasOf(
	cards: readonly Card[],
	votes: ReadonlyMap<string, number> = new Map(),
	ratings: readonly Rated[] = [],
): Idea[] {
	const rated = Map.groupBy(ratings, ({ cardId }) => cardId);
	const led = Map.groupBy(cards, ({ id, under }) => under ?? id);
	return [...led.entries()].flatMap(([lead, all]) => {
		const shown = all
			.filter(({ standing }) => standing === 'shown')
			.sort((a, b) => Number(b.id === lead) - Number(a.id === lead));
		const [first] = shown;
		if (!first) return [];
		return {
			id: first.id,
			topic: first.topic,
			words: first.heading || first.words,
			cards: shown,
			votes: sumOf(shown, ({ id, handVotes }) => handVotes + (votes.get(id) ?? 0)),
			handVotes: sumOf(shown, ({ handVotes }) => handVotes),
			...placeOf(
				shown,
				shown.flatMap(({ id }) => rated.get(id) ?? []),
			),
		};
	});
}

function placeOf(
	cards: readonly Card[],
	ratings: readonly Rated[],
): Pick<Idea, 'impact' | 'effort' | 'placedBy'> {
	const byHand = cards.find(({ impact }) => impact !== null);
	if (byHand) return { impact: byHand.impact, effort: byHand.effort, placedBy: 0 };
	const phones = [...Map.groupBy(ratings, ({ participantId }) => participantId).values()];
	if (phones.length === 0) return { impact: null, effort: null, placedBy: 0 };
	const mean = (of: 'impact' | 'effort') =>
		sumOf(phones, (said) => sumOf(said, (one) => one[of]) / said.length) / phones.length;
	return { impact: mean('impact'), effort: mean('effort'), placedBy: phones.length };
}

const sumOf = <T>(all: readonly T[], of: (one: T) => number): number =>
	all.reduce((sum, one) => sum + of(one), 0);

/** Whether an idea is a view of the review or of support needed, and nothing to do next (NFS-14). */
export const isView = ({ cards }: Pick<Idea, 'cards'>): boolean => asksForViews(cards[0]?.round ?? '');

/** What staff asked to have support with, in the order in which it came (NFS-14). */
export const supportAsked = (ideas: readonly Idea[]): Idea[] =>
	ideas.filter(({ cards }) => asksForSupport(cards[0]?.round ?? ''));

/** By votes, the most first; those with as many stay in the order in which they came. */
export const byVotes = (ideas: readonly Idea[]): Idea[] => ideas.toSorted((a, b) => b.votes - a.votes);

const usualOnMatrix = 8;
const mostOnMatrix = 12;

/**
 * The ideas a room begins its matrix with: the eight with most votes, with all that have as many as the eighth, twelve at most; the first
 * twelve where nobody has voted.
 */
export function firstOnMatrix(ideas: readonly Idea[]): Idea[] {
	const voted = byVotes(ideas).filter(({ votes }) => votes > 0);
	const least = voted[usualOnMatrix - 1]?.votes ?? 1;
	const chosen = voted.length > 0 ? voted.filter(({ votes }) => votes >= least) : ideas;
	return chosen.slice(0, mostOnMatrix);
}

/** The ideas that lie on the matrix, in its order: an idea does where any of its cards was put there. */
export const onMatrix = (ideas: readonly Idea[], cardIds: readonly string[]): Idea[] =>
	ideas.filter(({ cards }) => cards.some(({ id }) => cardIds.includes(id)));

/** A corner of the matrix, in the words the room uses. */
export type Corner = 'Do it first' | 'Plan it well' | 'If there is time' | 'Leave it';

/** The corner an idea lies in; null while nobody has placed it. The middle counts as the kinder side. */
export function cornerOf({ impact, effort }: Pick<Idea, 'impact' | 'effort'>): Corner | null {
	if (impact === null || effort === null) return null;
	const [much, easy] = [impact >= 2.5, effort <= 2.5];
	if (much) return easy ? 'Do it first' : 'Plan it well';
	return easy ? 'If there is time' : 'Leave it';
}

export const votesInWords = (votes: number): string => `${votes} ${votes === 1 ? 'vote' : 'votes'}`;

/** What came of the room as the write-up begins: topics with their ideas, the most wanted first, then views. At most `mostCharacters`. */
export function writtenUp(plan: RoomPlan, ideas: readonly Idea[], mostCharacters: number): string {
	const line = (idea: Idea) => {
		const corner = cornerOf(idea);
		const notes = [idea.votes > 0 ? votesInWords(idea.votes) : '', corner?.toLowerCase() ?? ''].filter(
			Boolean,
		);
		return `– ${idea.words}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
	};
	const parts = [
		...plan.topics.map(({ key, words }, nth) => ({ key, title: `${topicLetter(nth)}: ${words}` })),
		{ key: '', title: plan.topics.length > 0 ? 'Other ideas' : 'Ideas' },
	];
	const known = new Set(plan.topics.map(({ key }) => key));
	const part = (title: string, here: readonly Idea[]) =>
		here.length > 0 ? [`${title}\n${here.map(line).join('\n')}`] : [];
	const planned = new Set(plan.rounds.map(({ key: of }) => of));
	const isSaid = (idea: Idea) => isView(idea) && planned.has(idea.cards[0]!.round);
	const [saying, doing] = [ideas.filter(isSaid), byVotes(ideas.filter((idea) => !isSaid(idea)))];
	const text = [
		...parts.flatMap(({ key, title }) =>
			part(
				title,
				doing.filter(({ topic }) => (known.has(topic) ? topic : '') === key),
			),
		),
		...plan.rounds.flatMap(({ key, title }) =>
			part(
				title,
				saying.filter(({ cards }) => cards[0]?.round === key),
			),
		),
	].join('\n\n');
	return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters - 1)}…`;
}
