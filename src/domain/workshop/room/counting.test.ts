import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { forEachEngine } from '#test/database.ts';
import { sitting, type Phone, type Sitting } from '#test/demo/sitting.ts';
import { groupCards, hideCards, placeCard, putOnMatrix, showCards, typeCards } from './moderating.server.ts';
import { phoneScreen } from './phone-screen.server.ts';
import { putOutPhone, startRound } from './running.server.ts';
import { deskScreen } from './screen.server.ts';
import { addCard, giveVote, rateIdea } from './taking-part.server.ts';

const done = { is: 'done', value: null };

forEachEngine((database) => {
	let at: Sitting;
	let [ann, ben, rude]: Phone[] = [];
	beforeAll(async () => {
		at = await sitting(database());
		await at.open();
		[ann, ben, rude] = [await at.phone(), await at.phone(), await at.phone()];
		await at.goTo('r2');
		await at.run(typeCards, { id: randomUUIDv7(), topic: '', cards: 'Read\nSing\nPaint\nDance' });
		await rude!.as((ctx) => addCard(ctx, { id: randomUUIDv7(), words: 'Rude', topic: '' }));
	}, 120_000);

	const desk = async () => (await at.as('plumbline', (ctx) => deskScreen(ctx, at.reviewId, at.roomId)))!;
	const idea = async (words: string) => (await desk()).ideas.find((one) => one.words === words)!;
	const vote = async (phone: Phone, words: string) => {
		const { id } = await idea(words);
		return phone.as((ctx) => giveVote(ctx, { cardId: id, gives: 'yes' }));
	};
	const rate = async (phone: Phone, words: string, impact: number, effort = 1) => {
		const { id } = await idea(words);
		return phone.as((ctx) => rateIdea(ctx, { cardId: id, impact: String(impact), effort: String(effort) }));
	};
	const hiddenCard = async (words: string) => (await desk()).apart.find((one) => one.words === words)!.id;

	test('HEP-7 nobody has a vote more because an idea was hidden for a while', async () => {
		await at.goTo('r3');
		for (const words of ['Read', 'Sing', 'Paint']) expect(await vote(ann!, words)).toEqual(done);
		await at.run(hideCards, { cardIds: [(await idea('Paint')).id] });
		expect(await vote(ann!, 'Dance')).toEqual(done);
		await at.run(showCards, { cardIds: [await hiddenCard('Paint')] });
		const given = (await desk()).ideas.map(({ words, votes }) => [words, votes]);
		expect(Object.fromEntries(given)).toEqual({ Read: 1, Sing: 1, Paint: 0, Dance: 1, Rude: 0 });
		expect((await ann!.as(phoneScreen))!.votes!.left).toBe(0);
	});

	test('HEP-7 past all rules a phone votes for what is shown, in the round that asks for it, and whoever runs the room frees no other vote', async () => {
		await at.run(hideCards, { cardIds: [(await idea('Paint')).id] });
		const [hidden, shown] = [await hiddenCard('Paint'), (await idea('Sing')).id];
		const insert = (card: string, round: string) =>
			ben!.as(({ db }) =>
				sql`insert into workshop_vote (partnership_id, room_id, round, card_id, participant_id)
					select partnership_id, id, ${round}, ${card}, ${ben!.id} from workshop_room`.execute(db),
			);
		await expect(insert(hidden, 'r3')).rejects.toThrow(/row-level security/);
		await expect(insert(shown, 'r5')).rejects.toThrow(/row-level security/);
		await expect(
			ben!.as(({ db }) =>
				sql`insert into workshop_rating (partnership_id, room_id, card_id, participant_id, impact, effort)
					select partnership_id, id, ${shown}, ${ben!.id}, 4, 1 from workshop_room`.execute(db),
			),
		).rejects.toThrow(/row-level security/);
		const freed = await at.as('plumbline', ({ db }) => sql`delete from workshop_vote`.execute(db));
		expect(freed.numAffectedRows).toBe(0n);
		await at.run(showCards, { cardIds: [hidden] });
	});

	test('HEP-7 a phone that placed two cards which were put together has one place, and its last word counts', async () => {
		await at.goTo('r4');
		await at.run(putOnMatrix, { cardIds: [(await idea('Read')).id, (await idea('Sing')).id] });
		await rate(ann!, 'Read', 4);
		await rate(ann!, 'Sing', 2);
		await rate(ben!, 'Read', 1);
		await at.run(groupCards, { cardIds: [(await idea('Read')).id, (await idea('Sing')).id] });
		expect(await idea('Read')).toMatchObject({ placedBy: 2, impact: 2 });
		await rate(ann!, 'Read', 3);
		expect(await idea('Read')).toMatchObject({ placedBy: 2, impact: 2 });
		await rate(ann!, 'Read', 1);
		expect(await idea('Read')).toMatchObject({ placedBy: 2, impact: 1 });
	});

	test('HEP-7 votes and a place by hand are those of all cards of an idea', async () => {
		const place = async (words: string, handVotes: string, impact = '', effort = '') =>
			at.run(placeCard, { cardId: (await idea(words)).id, handVotes, impact, effort });
		await place('Paint', '2');
		await place('Dance', '3', '4', '4');
		await at.run(groupCards, { cardIds: [(await idea('Paint')).id, (await idea('Dance')).id] });
		expect(await idea('Paint')).toMatchObject({ handVotes: 5, impact: 4 });
		await place('Paint', '6', '1', '2');
		expect(await idea('Paint')).toMatchObject({ handVotes: 6, impact: 1, effort: 2 });
		await place('Paint', '6');
		expect(await idea('Paint')).toMatchObject({ handVotes: 6, impact: null });
	});

	test('HEP-7 votes and places of a phone that was put out count no more', async () => {
		await rate(rude!, 'Read', 4);
		await at.run(startRound, { round: 'r3' });
		await vote(rude!, 'Read');
		const before = await idea('Read');
		expect(before.placedBy).toBe(3);
		await at.run(putOutPhone, { cardId: (await idea('Rude')).id });
		expect(await idea('Read')).toMatchObject({ placedBy: 2, votes: before.votes - 1 });
	});
});
