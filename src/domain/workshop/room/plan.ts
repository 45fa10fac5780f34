import type { Protocol } from '#domain/protocol/schema.ts';

type Workshop = Protocol['workshop'];

/** What a round asks of the room. In a talk nothing is asked of phones. */
export const roundKinds = ['talk', 'cards', 'votes', 'matrix'] as const;
export type RoundKind = (typeof roundKinds)[number];

export const roundLabels: Readonly<Record<RoundKind, string>> = {
	talk: 'Talk together',
	cards: 'Write cards',
	votes: 'Vote with dots',
	matrix: 'Place on the matrix',
};

/** A finding in the words in which staff are shown it. */
export interface Topic {
	/** By which cards answer it: 'a', 'b' … */
	key: string;
	findingId: string;
	words: string;
}

export interface Round {
	/** By which cards and votes belong to it. Stays when rounds are moved. */
	key: string;
	is: RoundKind;
	title: string;
	/** The coaching question everybody sees; '' for none. */
	question: string;
	minutes: number;
}

/** What whoever runs the workshop has prepared. */
export interface RoomPlan {
	topics: Topic[];
	rounds: Round[];
}

export const most = { topics: 8, rounds: 12, minutes: 120, seats: 300, votes: 10, topicWords: 300 } as const;

const round = (key: string, is: RoundKind, title: string, question: string, minutes: number): Round => ({
	key,
	is,
	title,
	question,
	minutes,
});

const opening = round(
	'r1',
	'talk',
	'Why we are here',
	'What of the review do you recognise? What surprises you?',
	10,
);
const ideas = round(
	'r2',
	'cards',
	'What could we do?',
	'What would we do differently in our classrooms from next week? One idea a card.',
	15,
);
const votes = round('r3', 'votes', 'What matters most?', 'Which of these would change most for pupils?', 5);
const matrix = round(
	'r4',
	'matrix',
	'How much would it change, how much work is it?',
	'Be honest about the work: what would have to stop to make room for it?',
	15,
);

/** What staff think of the review and what support they need (NFS-14). Their keys are far above those that added rounds are given. */
const views = {
	process: round(
		'r901',
		'cards',
		'How did the review go?',
		'What was good about the review and how it was done? What should change next time? One thing a card.',
		5,
	),
	support: round(
		'r902',
		'cards',
		'What support do we need?',
		'What could another school, or somebody from outside, help us with? One thing a card.',
		5,
	),
} as const;

/** Whether what stands on cards of a round is a view of the review or a need, and not an idea for what to do. */
export const asksForViews = (key: string): boolean => key === views.process.key || asksForSupport(key);

/** Whether what stands on cards of a round is what staff need support with. */
export const asksForSupport = (key: string): boolean => key === views.support.key;

const ending = (produces: readonly string[]) =>
	round(
		'r5',
		'talk',
		'Next steps',
		`Who does what, by when? We want to leave with: ${produces.join('; ')}.`,
		15,
	);

const roundsBy: Record<Workshop['method'], readonly Round[]> = {
	matrix: [ideas, votes, matrix],
	'card sort': [ideas, votes],
	'dot vote': [ideas, votes],
	'staff meeting': [ideas],
};

/** The rounds to begin from: those of the protocol's way of working, ending in what it says a workshop produces (HEP-7). */
export const proposedRounds = ({ method, produces }: Workshop): Round[] => [
	opening,
	...roundsBy[method],
	views.process,
	views.support,
	ending(produces),
];

/** A finding's first words as a question for staff to work on; whoever runs the workshop writes them anew. */
export const proposedTopic = (seen: string): string =>
	seen.length <= most.topicWords ? seen : `${seen.slice(0, most.topicWords - 1).trimEnd()}…`;

/** The minutes of all rounds together. */
export const minutesOf = (rounds: readonly Round[]): number =>
	rounds.reduce((sum, { minutes }) => sum + minutes, 0);

/** The round after one, or the first; null after the last. */
export const roundAfter = ({ rounds }: RoomPlan, key: string): Round | null =>
	rounds[rounds.findIndex((one) => one.key === key) + 1] ?? null;

export const roundOf = ({ rounds }: RoomPlan, key: string): Round | null =>
	rounds.find((one) => one.key === key) ?? null;

/** A key that no round has yet. */
export const freeKey = (taken: ReadonlySet<string>): string => {
	let nth = 1;
	while (taken.has(`r${nth}`)) nth++;
	return `r${nth}`;
};

/** How long after the end of its round a card still comes in that was being typed, in milliseconds. */
export const grace = 60_000;

/** Where a room stands among its rounds. */
interface Standing {
	plan: RoomPlan;
	round: string;
	/** The round of cards that ended last, and until when what was begun in it still comes in. */
	lastRound: string;
	lastRoundUntil: Date | null;
}

/** The round of cards to which one belongs that was begun in round `key`; null where it comes too late. */
export function roundOfCard(room: Standing, key: string, now: Date): Round | null {
	const late = key === room.lastRound && room.lastRoundUntil !== null && now <= room.lastRoundUntil;
	const round = key === room.round || late ? roundOf(room.plan, key) : null;
	return round?.is === 'cards' ? round : null;
}

/**
 * Of which round votes are counted: of the one that asks for them now, whether or not any has been given; else of the last in the plan
 * of those in which there are some. Null where there are none.
 */
export function votesRound(plan: RoomPlan, current: string, voted: ReadonlySet<string>): string | null {
	if (roundOf(plan, current)?.is === 'votes') return current;
	const planned = plan.rounds.findLast(({ key }) => voted.has(key))?.key;
	return planned ?? [...voted][0] ?? null;
}

/**
 * Cards answer topics by their keys: a topic that stays keeps its own, a new one gets a letter that neither the plan nor any card bears.
 * Null where the alphabet is used up.
 *
 * @param borne the letters that cards bear, also those of topics that are gone
 */
export function keepKeys(
	before: readonly Topic[],
	topics: readonly Topic[],
	borne: ReadonlySet<string>,
): Topic[] | null {
	const keys = new Map(before.map(({ findingId, key }) => [findingId, key]));
	const free = Array.from({ length: 26 }, (_, nth) => String.fromCharCode(97 + nth)).filter(
		(letter) => !borne.has(letter) && !before.some(({ key }) => key === letter),
	);
	const kept = topics.map((topic) => ({ ...topic, key: keys.get(topic.findingId) ?? free.shift() }));
	return kept.every((topic): topic is Topic => topic.key !== undefined) ? kept : null;
}

/** Letters for topics in their order: A, B, … */
export const topicLetter = (nth: number): string => String.fromCharCode(65 + nth);
