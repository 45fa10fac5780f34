import { z } from 'zod';
import { day, id, line, oneOf, optionalLine, prose, tick, ticks, version } from '#platform/text.ts';
import { freeKey, most, roundKinds, type Round } from './plan.ts';

const onRoom = { reviewId: id, roomId: id };
const wholeNumber = (least: number, greatest: number, ask: string) =>
	z
		.string({ error: ask })
		.regex(/^\d{1,4}$/, ask)
		.transform(Number)
		.pipe(z.number().min(least, ask).max(greatest, ask));

const seats = wholeNumber(1, most.seats, `Say how many people may join, from 1 to ${most.seats}.`);

export const prepareRoomInput = z.object({ id, reviewId: id });

/** One line of the form: those without a title are no rounds. */
const roundInput = z.object({
	key: z.string().regex(/^(r\d{1,3})?$/),
	is: oneOf(roundKinds, 'Choose what it asks of the room.'),
	title: line('Say what the round is called.', 120),
	question: optionalLine(300),
	minutes: wholeNumber(1, most.minutes, `Give the minutes, from 1 to ${most.minutes}.`),
	place: z.coerce.number('Give its place as a number.').min(0).max(99),
});

type Loose = Record<string, unknown>;
const textOf = (form: Loose, name: string) => (typeof form[name] === 'string' ? form[name] : '');

/**
 * All of a room's plan. The rounds are the fields `title-0`, `is-0`, `question-0`, `minutes-0`, `place-0`, `key-0` and so on; those with
 * an empty title go. Of the findings those ticked in `shown` are topics, in the words of the field `words-…` with their id.
 */
export const changePlanInput = z
	.looseObject({
		...onRoom,
		version,
		day: day('Say on which day it is held.'),
		seats,
		votesEach: wholeNumber(1, most.votes, `Give each from 1 to ${most.votes} votes.`),
		looksFirst: tick,
		shown: ticks,
	})
	.transform((form, context) => {
		const topics = form.shown.map((findingId, nth) => {
			const words = line('Say in a few words what staff are shown.', most.topicWords).safeParse(
				textOf(form, `words-${findingId}`),
			);
			if (!words.success)
				context.addIssue({
					code: 'custom',
					path: [`words-${findingId}`],
					message: words.error.issues[0]!.message,
				});
			return { key: String.fromCharCode(97 + nth), findingId, words: words.data ?? '' };
		});
		if (topics.length > most.topics)
			context.addIssue({
				code: 'custom',
				path: ['shown'],
				message: `Choose ${most.topics} at most: nobody keeps more in mind.`,
			});
		const rounds = roundsIn(form, (path, message) =>
			context.addIssue({ code: 'custom', path: [path], message }),
		);
		const { reviewId, roomId, seats, votesEach, looksFirst } = form;
		return {
			reviewId,
			roomId,
			version: form.version,
			day: form.day,
			seats,
			votesEach,
			looksFirst,
			topics,
			rounds,
		};
	});

function roundsIn(form: Loose, issue: (path: string, message: string) => void): Round[] {
	const read: (Round & { place: number })[] = [];
	for (let nth = 0; nth < most.rounds + 2; nth++) {
		if (textOf(form, `title-${nth}`).trim() === '') continue;
		const names = ['key', 'is', 'title', 'question', 'minutes', 'place'] as const;
		const one = roundInput.safeParse(
			Object.fromEntries(names.map((name) => [name, textOf(form, `${name}-${nth}`)])),
		);
		if (one.success) read.push(one.data);
		else for (const { path, message } of one.error.issues) issue(`${String(path[0])}-${nth}`, message);
	}
	if (read.length === 0) issue('title-0', 'A workshop has one round at least.');
	if (read.length > most.rounds) issue('title-0', `Keep this to ${most.rounds} rounds.`);
	const taken = new Set(read.map(({ key }) => key));
	const seen = new Set<string>();
	return read
		.sort((a, b) => a.place - b.place)
		.map(({ place: _place, ...round }) => {
			const key = round.key !== '' && !seen.has(round.key) ? round.key : freeKey(taken);
			taken.add(key);
			seen.add(key);
			return { ...round, key };
		});
}

export const roomInput = z.object(onRoom);
export const doorInput = z.object({
	...onRoom,
	door: oneOf(['open', 'shut', 'new'], 'Open or shut the door.'),
});
export const seatsInput = z.object({ ...onRoom, seats });
export const startRoundInput = z.object({
	...onRoom,
	round: z.string().regex(/^r\d{1,3}$/, 'Choose a round.'),
});
export const timerInput = z.object({
	...onRoom,
	minutes: oneOf(['0', '1', '2', '5'], 'Choose how long.').transform(Number),
});
export const putOutInput = z.object({ ...onRoom, cardId: id });

const words = (ask: string) => line(ask, 300);
const topic = z
	.string()
	.regex(/^[a-z]?$/, 'Choose what it answers.')
	.default('');

/** A card as a phone sends it. */
export const cardInput = z.object({
	id,
	words: words('Write something on the card.'),
	topic,
	/** The round in which it was begun; '' for the one that goes on. */
	round: z
		.string()
		.regex(/^(r\d{1,3})?$/)
		.default(''),
});
export const takeBackInput = z.object({ cardId: id });
export const voteInput = z.object({
	cardId: id,
	gives: oneOf(['yes', 'no'], 'Give a vote or take it back.'),
});
const place = z.coerce
	.number('Choose from 1 to 4.')
	.int()
	.min(1, 'Choose from 1 to 4.')
	.max(4, 'Choose from 1 to 4.');
export const rateInput = z.object({ cardId: id, impact: place, effort: place });

/** Cards from paper: a line each. */
export const typedCardsInput = z.object({
	...onRoom,
	id,
	topic,
	cards: prose('Type the cards, a line each.', 20_000).transform((text, context) => {
		const lines = text.split('\n').flatMap((one) => one.trim() || []);
		const wrong = lines.findIndex((one) => !words('').safeParse(one).success);
		if (lines.length > 100) context.addIssue({ code: 'custom', message: 'Type a hundred cards at a time.' });
		else if (wrong >= 0)
			context.addIssue({ code: 'custom', message: `Keep line ${wrong + 1} to 300 characters.` });
		return lines;
	}),
});

const chosen = ticks.pipe(z.array(id).min(1, 'Tick the cards first.').max(100));
export const groupCardsInput = z.object({ ...onRoom, cardIds: chosen, heading: optionalLine(160) });
export const standCardsInput = z.object({ ...onRoom, cardIds: chosen });
export const placeCardInput = z.object({
	...onRoom,
	cardId: id,
	handVotes: wholeNumber(0, 999, 'Give the votes as a whole number.'),
	impact: z.union([z.literal('').transform(() => null), place]),
	effort: z.union([z.literal('').transform(() => null), place]),
});
