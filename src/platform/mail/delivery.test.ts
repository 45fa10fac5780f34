import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import type { Database } from '../db/database.ts';
import type { Carrier } from './carrier.ts';
import { type Delivery, mostAttempts, startDelivery } from './delivery.ts';
import { queueLetter } from './letter.ts';

forEachEngine((database) => {
	let deliveries: Delivery[] = [];
	let carried: string[] = [];
	let faults: unknown[] = [];
	beforeEach(async () => {
		[deliveries, carried, faults] = [[], [], []];
		await database().asOwner((db) => db.deleteFrom('letter').execute());
	});
	afterEach(async () => {
		await Promise.all(deliveries.map((delivery) => delivery.stop()));
		expect(faults).toEqual([]);
	});

	const takes: Carrier = async (_, { recipient }) => void carried.push(recipient);
	const refuses: Carrier = async () => {
		throw new Error('451 Try later');
	};
	/** A process of its own, which delivers only when asked. */
	function post(carry: Carrier): Delivery {
		const delivery = startDelivery(database(), carry, (fault) => faults.push(fault), 86_400);
		deliveries.push(delivery);
		return delivery;
	}
	const queue = (recipient: string) =>
		database().signIn((db) =>
			db
				.insertInto('letter')
				.values({ id: randomUUIDv7(), recipient, subject: 'Hello', body: 'a link that signs in' })
				.execute(),
		);
	const letters = () =>
		database().signIn((db) => db.selectFrom('letter').selectAll().orderBy('id').execute());
	const makeDue = () =>
		database().signIn((db) =>
			db
				.updateTable('letter')
				.set({ next_attempt_at: sql<Date>`now()` })
				.execute(),
		);

	test('a letter is carried once, and its words are not kept', async () => {
		await queue('ada@school.example');
		const delivery = post(takes);
		await delivery.deliver();
		await makeDue();
		await delivery.deliver();
		expect(carried).toEqual(['ada@school.example']);
		expect(await letters()).toMatchObject([{ body: null, sent_at: expect.any(Date), attempts: 1 }]);
	});

	test('what is asked for by many in a moment is done once', async () => {
		let questions = 0;
		const counting: Database = {
			...database(),
			signIn: (work) => ((questions += 1), database().signIn(work)),
		};
		await queue('ada@school.example');
		const delivery = startDelivery(counting, takes, (fault) => faults.push(fault), 86_400);
		deliveries.push(delivery);
		for (let ask = 0; ask < 20; ask += 1) delivery.soon();
		await expect.poll(letters).toMatchObject([{ sent_at: expect.any(Date) }]);
		await delivery.stop();
		// The letter, that it was carried, and that there is none besides.
		expect([carried, questions]).toEqual([['ada@school.example'], 3]);
	});

	test('a letter takes its calendar along, and that is not kept either', async () => {
		const calendar = { method: 'REQUEST', text: 'BEGIN:VCALENDAR' } as const;
		await database().signIn((db) =>
			queueLetter(db, { recipient: 'ada@school.example', subject: 'Hello', body: 'Words', calendar }),
		);
		await post(async (_, letter) => expect(letter.calendar).toEqual(calendar)).deliver();
		expect(await letters()).toMatchObject([{ sent_at: expect.any(Date), calendar: null }]);
	});

	test('two processes never carry the same letter', async () => {
		const all = Array.from({ length: 12 }, (_, number) => `person-${number}@school.example`);
		for (const recipient of all) await queue(recipient);
		await Promise.all([post(takes).deliver(), post(takes).deliver(), post(takes).deliver()]);
		expect(carried.toSorted()).toEqual(all.toSorted());
	});

	test('while a letter is being carried, the database answers everybody else', async () => {
		await queue('ada@school.example');
		let answered = 0;
		await post(async () => {
			answered = (await letters()).length;
		}).deliver();
		expect(answered).toBe(1);
	});

	test('one that is told to stop carries the letter under way and leaves the next to others', async () => {
		await queue('ada@school.example');
		await queue('ben@school.example');
		let stopped: Promise<void> | null = null;
		const delivery = post(async (id, letter) => {
			stopped = delivery.stop();
			await takes(id, letter);
		});
		await delivery.deliver();
		await stopped;
		await delivery.deliver();
		expect(carried).toHaveLength(1);
		expect((await letters()).map(({ attempts }) => attempts).sort()).toEqual([0, 1]);
	});

	test('a refused letter waits, and goes when the server takes it', async () => {
		await queue('ada@school.example');
		await post(refuses).deliver();
		expect(await letters()).toMatchObject([{ attempts: 1, sent_at: null, last_refusal: '451 Try later' }]);
		const willing = post(takes);
		await willing.deliver();
		expect(carried).toEqual([]);
		await makeDue();
		await willing.deliver();
		expect(carried).toEqual(['ada@school.example']);
		expect(await letters()).toMatchObject([{ attempts: 2, last_refusal: null, body: null }]);
	});

	test('one refused letter does not hold up the next', async () => {
		await queue('broken@school.example');
		await queue('ada@school.example');
		await post(async (id, letter) =>
			letter.recipient.startsWith('broken') ? refuses(id, letter) : takes(id, letter),
		).deliver();
		expect(carried).toEqual(['ada@school.example']);
	});

	test('a letter refused over and over is given up, and its words go', async () => {
		await queue('gone@school.example');
		const delivery = post(refuses);
		for (let attempt = 0; attempt < mostAttempts + 2; attempt += 1) {
			await makeDue();
			await delivery.deliver();
		}
		expect(await letters()).toMatchObject([
			{ attempts: mostAttempts, given_up_at: expect.any(Date), body: null },
		]);
	});
});
