import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { openReview } from '#domain/review/open.server.ts';
import { forEachEngine } from '#test/database.ts';
import { now, sitting, type Phone, type Sitting } from '#test/demo/sitting.ts';
import { groupCards, hideCards, showCards } from './moderating.server.ts';
import { grace } from './plan.ts';
import { boardOf, mostCards } from './queries.server.ts';
import { putOutPhone } from './running.server.ts';
import { addCard, takeBackCard } from './taking-part.server.ts';

const done = { is: 'done', value: null };
const movedOn = { is: 'invalid', fields: { '': expect.stringContaining('moved on') } };

forEachEngine((database) => {
	let at: Sitting;
	let [ann, ben]: Phone[] = [];
	beforeAll(async () => {
		at = await sitting(database());
		await at.open();
		[ann, ben] = [await at.phone(), await at.phone()];
		await at.goTo('r2');
	}, 120_000);

	const write = (phone: Phone, words: string, changes: object = {}, when = now) =>
		phone.as((ctx) => addCard(ctx, { id: randomUUIDv7(), words, topic: '', ...changes }), when);
	const back = (phone: Phone, cardId: string) => phone.as((ctx) => takeBackCard(ctx, { cardId }));
	const cards = () =>
		at.as('plumbline', async (ctx) => {
			const { partnershipId } = (await openReview(ctx, at.reviewId))!;
			return (await boardOf(ctx, partnershipId, at.roomId)).cards;
		});
	const wordsNow = async () => (await cards()).map(({ words }) => words);
	const cardOf = async (words: string) => (await cards()).find((card) => card.words === words)!;

	test('HEP-7 a card that is sent again in other words, because no answer came, is corrected and not dropped', async () => {
		const id = randomUUIDv7();
		expect(await write(ann!, 'Red aloud', { id })).toEqual(done);
		for (const _ of [1, 2]) expect(await write(ann!, 'Read aloud', { id })).toEqual(done);
		expect(await wordsNow()).toEqual(['Read aloud']);
	});

	test('HEP-7 a hidden card is not taken back by its writer, so that its phone can be put out', async () => {
		const rude = await at.phone();
		await write(rude, 'Something rude');
		const { id } = await cardOf('Something rude');
		await at.run(hideCards, { cardIds: [id] });
		expect(await back(rude, id)).toMatchObject({ fields: { '': expect.stringContaining('off the screen') } });
		const pastAllRules = await rude.as(({ db }) =>
			sql`update workshop_card set standing = 'taken back' where id = ${id}`.execute(db),
		);
		expect(pastAllRules.numAffectedRows).toBe(0n);
		expect(await at.run(putOutPhone, { cardId: id })).toEqual(done);
		expect(await write(rude, 'Again')).toEqual({ is: 'missing' });
	});

	test('HEP-7 what was taken back is neither hidden nor shown any more, by rule or past it', async () => {
		await write(ben!, 'Taken back');
		const { id } = await cardOf('Taken back');
		expect(await back(ben!, id)).toEqual(done);
		for (const deed of [hideCards, showCards])
			expect(await at.run(deed, { cardIds: [id] })).toEqual({ is: 'missing' });
		expect(await wordsNow()).not.toContain('Taken back');
	});

	test('HEP-7 taking back and putting together at one moment wait for one another and both come to an end', async () => {
		for (let nth = 0; nth < 5; nth++) {
			const [own, other] = [randomUUIDv7(), randomUUIDv7()];
			await write(ann!, `Own ${nth}`, { id: own });
			await write(ben!, `Other ${nth}`, { id: other });
			const outcomes = await Promise.all([
				at.run(groupCards, { cardIds: [own, other], heading: `Both ${nth}` }),
				back(ann!, own),
				back(ben!, other),
			]);
			for (const { is } of outcomes) expect(['done', 'missing']).toContain(is);
			expect(outcomes.slice(1)).toEqual([done, done]);
		}
	});

	test('HEP-7 past all rules a phone writes a card of the round that asks for it alone, as it comes, under nothing', async () => {
		const insert = (phone: Phone, changes: Record<string, unknown> = {}) =>
			phone.as(async ({ db }) => {
				const { partnership_id } = await db
					.selectFrom('workshop_room')
					.select('partnership_id')
					.executeTakeFirstOrThrow();
				const row = {
					...{ partnership_id, id: randomUUIDv7(), room_id: at.roomId, round: 'r2' },
					words: 'Bare',
				};
				return db
					.insertInto('workshop_card')
					.values({ ...row, participant_id: phone.id, written_at: now, ...changes })
					.execute();
			});
		for (const changes of [
			{ round: 'r1' },
			{ round: 'r3' },
			{ round: 'r99' },
			{ standing: 'hidden' },
			{ standing: 'waiting' },
			{ heading: 'The best of all' },
			{ hand_votes: 999 },
			{ impact: 4, effort: 1 },
			{ participant_id: ann!.id },
		])
			await expect(insert(ben!, changes), JSON.stringify(changes)).rejects.toThrow(/row-level security/);
		await insert(ben!);
		expect(await wordsNow()).toContain('Bare');
	});

	test('HEP-7 a room that is full takes no card from a phone either', async () => {
		const [card] = await cards();
		const fill = Array.from({ length: mostCards - (await cards()).length }, () => randomUUIDv7());
		await database().asOwner((db) =>
			sql`insert into workshop_card (partnership_id, id, room_id, round, words, person_id, written_at)
				select c.partnership_id, one.id, c.room_id, 'r2', 'Filled', (select id from person limit 1), ${now}::timestamptz
				from workshop_card c, unnest(${fill}::uuid[]) as one (id) where c.id = ${card!.id}`.execute(db),
		);
		expect(await write(ben!, 'One too many')).toMatchObject({
			fields: { words: expect.stringContaining('all the cards it can hold') },
		});
		await database().asOwner((db) => sql`delete from workshop_card where words = 'Filled'`.execute(db));
		expect(await write(ben!, 'Room again')).toEqual(done);
	});

	test('HEP-7 a card that was being typed when its round ended comes in for a minute, and then no more', async () => {
		await at.goTo('r3');
		const typed = { round: 'r2' };
		expect(await write(ann!, 'Begun before', typed)).toEqual(done);
		expect(await cardOf('Begun before')).toMatchObject({ round: 'r2' });
		expect(await write(ann!, 'Not begun')).toEqual(movedOn);
		expect(await write(ann!, 'Of no such round', { round: 'r4' })).toEqual(movedOn);
		const after = new Date(now.getTime() + grace + 1000);
		expect(await write(ann!, 'Too late', typed, after)).toEqual(movedOn);
		expect(await wordsNow()).not.toContain('Too late');
	});
});
