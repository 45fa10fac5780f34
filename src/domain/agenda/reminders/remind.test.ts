import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar/day.ts';
import { person } from '#platform/principal.ts';
import { forEachEngine } from '#test/database.ts';
import { agreedReview, type InTheMaking } from '#domain/review/deeds/in-the-making.fixture.ts';
import { unsealPerson } from '#platform/session/sealed-person.ts';
import { chooseReminders } from './actions.server.ts';
import { remindAll } from './remind.server.ts';

const making = { origin: 'https://reviews.example', secret: 'a secret' };

forEachEngine((database) => {
	let it: InTheMaking;
	let emails: Map<string, string>;
	const faults: unknown[] = [];
	beforeAll(async () => {
		it = await agreedReview(database());
		const people = await database().signIn((db) => db.selectFrom('person').select(['id', 'email']).execute());
		emails = new Map(people.map(({ id, email }) => [id, email]));
	});

	const remind = async (instant: string, times = 1) => {
		await Promise.all(
			Array.from({ length: times }, () =>
				remindAll(database(), making, new Date(instant), (fault) => faults.push(fault)),
			),
		);
		expect(faults).toEqual([]);
	};
	const lettersTo = async (personId: string) => {
		const letters = await database().signIn((db) =>
			db
				.selectFrom('letter')
				.select(['subject', 'body'])
				.where('recipient', '=', emails.get(personId)!)
				.where('subject', 'like', 'Peer review:%')
				.orderBy('id')
				.execute(),
		);
		return letters.map(({ subject, body }) => ({ subject, body: body ?? '' }));
	};

	test('nobody hears anything at night, at the weekend or long before', async () => {
		await remind('2026-11-17T06:59:00Z');
		await remind('2026-11-15T10:00:00Z');
		await remind('2026-09-08T10:00:00Z');
		expect(await lettersTo(it.reviewer)).toEqual([]);
	});

	test('on a working day each person gets one letter with what is theirs, however many processes remind', async () => {
		await remind('2026-11-17T09:00:00Z', 3);
		const [letter, ...more] = await lettersTo(it.reviewer);
		expect(more).toEqual([]);
		expect(letter!.subject).toBe('Peer review: 1 overdue, 1 due within a week');
		expect(letter!.body).toContain(
			`Agree the confidentiality statement
  Review at Demo school 0, by Thursday 12 November 2026
  By your protocol: by one school week before the first day of the review`,
		);
		// The day's screen is shut until they have agreed; where they agree is the review itself.
		expect(letter!.body).toContain(`https://reviews.example/reviews/${it.reviewId}\n`);
		expect(letter!.body).not.toContain('/day');
		expect(letter!.body).not.toContain('planning meeting');
		expect((await lettersTo(it.host))[0]!.body).toContain(
			`https://reviews.example/reviews/${it.reviewId}/prepare`,
		);
		expect(await lettersTo(it.home.chair)).toEqual([]);
	});

	test('the same is not told again, neither later that day nor on the next', async () => {
		await remind('2026-11-17T13:00:00Z');
		await remind('2026-11-18T09:00:00Z');
		expect(await lettersTo(it.reviewer)).toHaveLength(1);
		expect(await lettersTo(it.host)).toHaveLength(1);
	});

	test('what is done is told no more; what stays overdue is told again after a week', async () => {
		await it.bind(it.reviewer);
		await remind('2026-11-24T09:00:00Z');
		const all = await lettersTo(it.reviewer);
		expect(all.filter(({ body }) => body.includes('Agree the confidentiality statement'))).toHaveLength(1);
		const again = (await lettersTo(it.facilitator)).filter(({ body }) =>
			body.includes('Agree the confidentiality statement'),
		);
		expect(again).toHaveLength(2);
	});

	describe('how often', () => {
		const choose = (reminders: string) =>
			it.home.as(it.facilitator, (ctx) => chooseReminders(ctx, { reminders }));

		test('is one of three', async () => {
			expect(await choose('hourly')).toMatchObject({
				is: 'invalid',
				fields: { reminders: 'Choose how often.' },
			});
		});

		test('none means none, and nobody else’s letters stop', async () => {
			const before = (await lettersTo(it.facilitator)).length;
			const hosts = (await lettersTo(it.host)).length;
			expect(await choose('none')).toEqual({ is: 'done', value: null });
			await remind('2026-12-01T09:00:00Z');
			expect(await lettersTo(it.facilitator)).toHaveLength(before);
			expect(await lettersTo(it.host)).toHaveLength(hosts + 1);
		});

		test('the link in a letter says whose letters it stops', async () => {
			const { body } = (await lettersTo(it.facilitator))[0]!;
			const token = /letters\/stop\?token=(\S+)/.exec(body)![1]!;
			expect(unsealPerson(making.secret, 'reminders', token)).toBe(it.facilitator);
		});

		test('weekly is on Mondays', async () => {
			const before = (await lettersTo(it.facilitator)).length;
			await choose('weekly');
			await remind('2026-12-09T09:00:00Z');
			expect(await lettersTo(it.facilitator)).toHaveLength(before);
			await remind('2026-12-14T09:00:00Z');
			expect(await lettersTo(it.facilitator)).toHaveLength(before + 1);
		});
	});

	test('NFS-15 the host is reminded of reporting progress to the heads and of the follow-up meeting with the team', async () => {
		const published = { partnership_id: it.home.partnershipId, review_id: it.reviewId, edition_number: 1 };
		await database().asOwner(async (db) => {
			const { edition_number: number, ...of } = published;
			await db
				.insertInto('edition')
				.values({ ...of, number, body: '{}', digest: '', made_by: it.host, made_at: '2026-11-25', keys: [] })
				.execute();
			await db
				.insertInto('publication')
				.values({ ...published, published_by: it.host, published_at: '2026-11-26' })
				.execute();
		});
		for (let day = '2026-12-16'; day < '2027-05-01'; day = addDays(day, 7)) await remind(`${day}T09:00:00Z`);
		const bodies = (await lettersTo(it.host)).map(({ body }) => body);
		for (const title of ['Report progress at the heads’ meeting', 'First follow-up meeting with the team'])
			expect(bodies.filter((body) => body.includes(`* ${title}`)).length, title).toBeGreaterThan(0);
	});

	test('what a person was told and chose is theirs alone to see and to change', async () => {
		const rows = (table: 'reminder' | 'letter_choice') =>
			database().as(person(it.reviewer), '2026-12-14', (db) =>
				db.selectFrom(table).select('person_id').execute(),
			);
		for (const table of ['reminder', 'letter_choice'] as const)
			expect(new Set((await rows(table)).map(({ person_id }) => person_id))).toEqual(new Set([it.reviewer]));
		const forAnother = database().as(person(it.reviewer), '2026-12-14', (db) =>
			db.insertInto('letter_choice').values({ person_id: it.home.chair, reminders: 'none' }).execute(),
		);
		await expect(forAnother).rejects.toThrow('row-level security');
	});
});
