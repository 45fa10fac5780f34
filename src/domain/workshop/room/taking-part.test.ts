import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { forEachEngine } from '#test/database.ts';
import { openReview } from '#domain/review/open.server.ts';
import {
	groupCards,
	hideCards,
	placeCard,
	putOnMatrix,
	showCards,
	typeCards,
	ungroupCards,
} from './moderating.server.ts';
import { ideasOf } from './board.ts';
import { phoneScreen } from './phone-screen.server.ts';
import { boardOf } from './queries.server.ts';
import { closeRoom, putOutPhone } from './running.server.ts';
import { deskScreen, outcomeOf, wallScreen } from './screen.server.ts';
import { sitting, sittingOf, type Phone, type Sitting } from '#test/demo/sitting.ts';
import { addCard, giveVote, mostCardsEach, rateIdea, takeBackCard } from './taking-part.server.ts';

const done = { is: 'done', value: null };
const movedOn = { is: 'invalid', fields: { '': expect.stringContaining('moved on') } };

forEachEngine((database) => {
	let at: Sitting;
	let [ann, ben]: Phone[] = [];
	beforeAll(async () => {
		at = await sitting(database());
		await at.open();
		[ann, ben] = [await at.phone(), await at.phone()];
	}, 120_000);

	const write = (phone: Phone, words: string, changes: object = {}) =>
		phone.as((ctx) => addCard(ctx, { id: randomUUIDv7(), words, topic: '', ...changes }));
	const screen = (phone: Phone) => phone.as(phoneScreen);
	const board = () =>
		at.as('plumbline', async (ctx) => {
			const { partnershipId } = (await openReview(ctx, at.reviewId))!;
			return boardOf(ctx, partnershipId, at.roomId);
		});
	const cardOf = async (words: string) => (await board()).cards.find((card) => card.words === words)!;
	const votesFor = async (words: string) => {
		const { cards, votes, ratings } = await board();
		return ideasOf(cards, votes, ratings).find((idea) => idea.words === words)?.votes;
	};

	test('HEP-7 a phone has nothing to do before a round asks it', async () => {
		expect(await screen(ann!)).toMatchObject({ round: null, own: [] });
		expect(await write(ann!, 'Too early')).toEqual(movedOn);
		await at.goTo('r1');
		expect(await write(ann!, 'Too early')).toEqual(movedOn);
	});

	test('HEP-7 cards are written, once each, seen by whoever runs it and by the writer, and by no other phone', async () => {
		await at.goTo('r2');
		const id = randomUUIDv7();
		expect(await write(ann!, 'Read aloud daily', { id })).toEqual(done);
		expect(await write(ann!, 'Read aloud daily', { id })).toEqual(done);
		// An id that somebody else's card has, from another phone, is no card of theirs.
		expect(await write(ben!, 'Mine', { id })).toEqual({ is: 'missing' });
		expect(await write(ben!, 'Story time 📚 <script>alert(1)</script>')).toEqual(done);
		expect((await screen(ann!))!.own.map(({ words }) => words)).toEqual(['Read aloud daily']);
		expect((await board()).cards.map(({ words }) => words)).toEqual([
			'Read aloud daily',
			'Story time 📚 <script>alert(1)</script>',
		]);
		expect((await at.as('inkwell', (ctx) => wallScreen(ctx, at.reviewId, at.roomId)))?.ideas).toHaveLength(2);
		for (const who of ['hedgepath', 'lanternby', 'tealeaf', 'ropewalk'] as const) {
			expect(await at.as(who, (ctx) => wallScreen(ctx, at.reviewId, at.roomId))).toBeNull();
			expect(await at.as(who, (ctx) => deskScreen(ctx, at.reviewId, at.roomId))).toBeNull();
		}
	});

	test.each([
		['nothing', '  ', 'words'],
		['a page', 'x'.repeat(301), 'words'],
		['several lines', 'One\nTwo', 'words'],
		['signs that cannot be shown', 'a\u0000b', 'words'],
	])('a card with %s on it is refused at its field', async (_, words, field) => {
		expect(await write(ann!, words)).toMatchObject({
			is: 'invalid',
			fields: { [field]: expect.any(String) },
		});
	});

	test('a card answers a question of this room or none', async () => {
		expect(await write(ann!, 'Where?', { topic: 'z' })).toMatchObject({
			fields: { topic: expect.any(String) },
		});
		expect(await write(ann!, 'With a letter', { topic: 'a' })).toEqual(done);
	});

	test('a phone takes back its own card and no other’s, and writes twenty at most', async () => {
		const [own, other] = [await cardOf('With a letter'), await cardOf('Read aloud daily')];
		const back = (phone: Phone, cardId: string) => phone.as((ctx) => takeBackCard(ctx, { cardId }));
		expect(await back(ben!, other.id)).toEqual({ is: 'missing' });
		expect(await back(ann!, own.id)).toEqual(done);
		expect(await back(ann!, own.id)).toEqual({ is: 'missing' });
		expect((await board()).cards.map(({ words }) => words)).not.toContain('With a letter');
		const writer = await at.phone();
		for (let nth = 0; nth < mostCardsEach; nth++) expect(await write(writer, `Card ${nth}`)).toEqual(done);
		expect(await write(writer, 'One more')).toMatchObject({
			fields: { words: expect.stringContaining('20') },
		});
		const ids = (await board()).cards.filter(({ words }) => words.startsWith('Card ')).map(({ id }) => id);
		expect(await at.run(hideCards, { cardIds: ids })).toEqual(done);
	});

	test('HEP-7 paper is typed in a line a card, once, and by nobody who does not run it', async () => {
		const typed = { id: randomUUIDv7(), topic: '', cards: 'Quiet corner\n\n  Book boxes  ' };
		for (const _ of [1, 2]) expect(await at.run(typeCards, typed)).toEqual(done);
		expect(await at.run(typeCards, { ...typed, id: randomUUIDv7() }, 'tealeaf')).toEqual({ is: 'denied' });
		expect((await board()).cards.filter(({ fromPhone }) => !fromPhone).map(({ words }) => words)).toEqual([
			'Quiet corner',
			'Book boxes',
		]);
		expect(await at.run(typeCards, { ...typed, cards: `Good\n${'x'.repeat(301)}` })).toMatchObject({
			fields: { cards: expect.stringContaining('line 2') },
		});
	});

	test('HEP-7 cards that say the same become one idea, with what lay under them, and are taken apart again', async () => {
		const [read, story, quiet] = [
			await cardOf('Read aloud daily'),
			await cardOf('Story time 📚 <script>alert(1)</script>'),
			await cardOf('Quiet corner'),
		];
		await at.run(groupCards, { cardIds: [story.id, quiet.id] });
		await at.run(groupCards, { cardIds: [read.id, story.id], heading: 'Reading together' });
		expect((await board()).cards.filter(({ under }) => under === read.id).map(({ words }) => words)).toEqual([
			story.words,
			quiet.words,
		]);
		expect(await at.run(groupCards, { cardIds: [randomUUIDv7()] })).toEqual({ is: 'missing' });
		expect(await at.run(ungroupCards, { cardIds: [quiet.id] })).toEqual(done);
		expect((await board()).cards.every(({ under }) => under === null)).toBe(true);
		await at.run(groupCards, { cardIds: [read.id, story.id], heading: 'Reading together' });
	});

	test('HEP-7 an idea whose first card was taken back is put together with another all the same', async () => {
		const gone = randomUUIDv7();
		const writer = await at.phone();
		await write(writer, 'Gone soon', { id: gone });
		await at.run(typeCards, { id: randomUUIDv7(), topic: '', cards: 'Under it\nBeside it' });
		const [under, beside] = [await cardOf('Under it'), await cardOf('Beside it')];
		await at.run(groupCards, { cardIds: [gone, under.id] });
		expect(await writer.as((ctx) => takeBackCard(ctx, { cardId: gone }))).toEqual(done);
		expect(await at.run(groupCards, { cardIds: [under.id, beside.id] })).toEqual(done);
		const { cards } = await board();
		expect(ideasOf(cards).find(({ words }) => words === 'Under it')?.cards).toHaveLength(2);
		expect(await at.run(hideCards, { cardIds: [under.id] })).toEqual(done);
	});

	test('a hidden card is on no screen until it is let through; a phone that is put out takes its cards along', async () => {
		const rude = await at.phone();
		await write(rude, 'Something rude');
		const card = await cardOf('Something rude');
		const wall = async () =>
			(await at.as('plumbline', (ctx) => wallScreen(ctx, at.reviewId, at.roomId)))!.ideas.map(
				({ words }) => words,
			);
		expect(await wall()).toContain('Something rude');
		await at.run(hideCards, { cardIds: [card.id] });
		expect(await wall()).not.toContain('Something rude');
		await at.run(showCards, { cardIds: [card.id] });
		expect(await wall()).toContain('Something rude');
		expect(await at.run(putOutPhone, { cardId: card.id }, 'tealeaf')).toEqual({ is: 'denied' });
		expect(await at.run(putOutPhone, { cardId: card.id })).toEqual(done);
		expect(await wall()).not.toContain('Something rude');
		expect(await screen(rude)).toBeNull();
		expect(await write(rude, 'Again')).toEqual({ is: 'missing' });
	});

	test('HEP-7 each has three votes: one an idea, taken back and given anew, never a fourth, not by pressing at once', async () => {
		await at.goTo('r3');
		const vote = (phone: Phone, cardId: string, gives = 'yes') =>
			phone.as((ctx) => giveVote(ctx, { cardId, gives }));
		const ideas = (await screen(ann!))!.votes!.ideas;
		expect(ideas.map(({ words }) => words)).toEqual(['Reading together', 'Quiet corner', 'Book boxes']);
		const [reading, quiet, boxes] = ideas.map(({ id }) => id);
		expect(await write(ann!, 'Too late')).toEqual(movedOn);
		for (const _ of [1, 2]) expect(await vote(ann!, reading!)).toEqual(done);
		expect((await screen(ann!))!.votes).toMatchObject({ left: 2, each: 3 });
		// By the card that lies under it, too.
		const under = await cardOf('Story time 📚 <script>alert(1)</script>');
		expect(await vote(ann!, under.id)).toEqual(done);
		expect(await votesFor('Reading together')).toBe(1);
		await vote(ann!, quiet!);
		await vote(ann!, boxes!);
		await at.run(typeCards, { id: randomUUIDv7(), topic: '', cards: 'A fourth' });
		const fourth = await cardOf('A fourth');
		expect(await vote(ann!, fourth.id)).toMatchObject({
			fields: { '': expect.stringContaining('all 3 votes') },
		});
		expect(await vote(ann!, under.id, 'no')).toEqual(done);
		expect(await votesFor('Reading together')).toBe(0);
		const both = await Promise.all([vote(ann!, fourth.id), vote(ann!, reading!)]);
		expect(both.map(({ is }) => is).sort()).toEqual(['done', 'invalid']);
		await vote(ben!, reading!);
		// A card that is hidden gives its votes back.
		await at.run(hideCards, { cardIds: [fourth.id, boxes!] });
		expect((await screen(ann!))!.votes!.left).toBeGreaterThan(0);
		expect(await vote(ann!, boxes!)).toMatchObject({ fields: { '': expect.stringContaining('taken away') } });
	});

	test('HEP-7 the matrix begins with what was voted for; phones place, the last word counts, a place by hand goes first', async () => {
		await at.goTo('r4');
		const matrix = async () =>
			(await at.as('plumbline', (ctx) => deskScreen(ctx, at.reviewId, at.roomId)))!.matrix;
		expect((await matrix()).map(({ words }) => words)).not.toContain('Book boxes');
		const [first] = await matrix();
		const rate = (phone: Phone, impact: number, effort: number, cardId = first!.id) =>
			phone.as((ctx) => rateIdea(ctx, { cardId, impact: String(impact), effort: String(effort) }));
		expect(await rate(ann!, 5, 1)).toMatchObject({ fields: { impact: expect.any(String) } });
		await rate(ann!, 1, 1);
		await rate(ann!, 4, 1);
		await rate(ben!, 3, 2);
		expect((await matrix())[0]).toMatchObject({ impact: 3.5, effort: 1.5, placedBy: 2 });
		const boxes = await cardOf('Book boxes');
		expect(await rate(ann!, 1, 1, boxes.id)).toMatchObject({ is: 'invalid' });
		await at.run(showCards, { cardIds: [boxes.id] });
		await at.run(putOnMatrix, { cardIds: [boxes.id] });
		expect(await rate(ann!, 1, 1, boxes.id)).toEqual(done);
		expect(
			await at.run(placeCard, { cardId: first!.id, handVotes: '0', impact: '2', effort: '' }),
		).toMatchObject({
			fields: { effort: expect.any(String) },
		});
		await at.run(placeCard, { cardId: first!.id, handVotes: '7', impact: '2', effort: '4' });
		expect((await matrix())[0]).toMatchObject({ impact: 2, effort: 4, placedBy: 0 });
	});

	test('NFS-14 what came of it is where the write-up begins', async () => {
		const words = await at.as('plumbline', async (ctx) =>
			outcomeOf(ctx, (await openReview(ctx, at.reviewId))!),
		);
		expect(words).toContain('– Reading together');
		expect(words).not.toContain('Something rude');
	});

	test('R4 R6 a phone reads of its own room alone, and past all rules no more than what the room may see', async () => {
		const counts = async (phone: Phone) =>
			phone.as(async ({ db }) => {
				const { rows } = await sql<Record<string, number>>`select
					(select count(*)::int from workshop_room) as rooms, (select count(*)::int from workshop_participant) as people,
					(select count(*)::int from workshop_card where standing <> 'shown') as hidden,
					(select count(*)::int from workshop_vote where participant_id <> ${phone.id}) as votes,
					(select count(*)::int from workshop_rating where participant_id <> ${phone.id}) as ratings,
					(select count(*)::int from workshop_step) + (select count(*)::int from review) + (select count(*)::int from finding)
						+ (select count(*)::int from member) + (select count(*)::int from person) as others`.execute(db);
				return rows[0];
			});
		expect(await counts(ben!)).toEqual({ rooms: 1, people: 0, hidden: 0, votes: 0, ratings: 0, others: 0 });
		const other = sittingOf(at.founded, at.reviewId);
		await other.open();
		const outside = await other.phone();
		const card = await cardOf('Quiet corner');
		await other.goTo('r3');
		expect(await outside.as((ctx) => giveVote(ctx, { cardId: card.id, gives: 'yes' }))).toMatchObject({
			is: 'invalid',
		});
		await expect(
			outside.as(({ db }) =>
				sql`insert into workshop_card (partnership_id, id, room_id, round, words, participant_id, written_at)
					select partnership_id, ${randomUUIDv7()}, ${at.roomId}, 'r2', 'Smuggled', ${outside.id}, now() from workshop_room`.execute(
					db,
				),
			),
		).rejects.toThrow(/row-level security/);
		await expect(
			ben!.as(({ db }) => sql`update workshop_card set standing = 'shown' where id = ${card.id}`.execute(db)),
		).resolves.toMatchObject({ numAffectedRows: 0n });
	});

	test('when it is over phones can do nothing more', async () => {
		await at.run(closeRoom);
		expect(await screen(ann!)).toBeNull();
		expect(await write(ann!, 'Late')).toEqual({ is: 'missing' });
	});
});
