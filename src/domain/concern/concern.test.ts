import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { inContext } from '#platform/context.ts';
import { nobody, person } from '#platform/principal.ts';
import { forEachEngine } from '#test/database.ts';
import { acknowledgeByLetter, acknowledgeConcern, keepContacts, raiseConcern } from './actions.server.ts';
import { bellOfLetter, contactsOf, hasConcerns } from './queries.server.ts';
import { hashToken } from '#platform/session/token.ts';
import { bellOf, concernList, concernScreen, ringingConcerns } from './screen.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { tellNext } from './telling.server.ts';

const origin = 'https://reviews.example';
const missing = { is: 'missing' };
type Someone = Parameters<PreparedReview['as']>[0];

forEachEngine((database) => {
	let it: PreparedReview;
	const list = {
		version: '0',
		headteacherName: 'Demo host',
		headteacherPhone: '01632 960001',
		headteacherEmail: '',
		dslName: 'Sam Guard',
		dslPhone: '01632 960002',
		dslEmail: 'Sam.Guard@school.example',
		deputyName: 'Demo deputy',
		deputyPhone: '01632 960003',
		governorsName: 'Demo governor',
		governorsPhone: '01632 960004',
		governorsEmail: '',
	};
	beforeAll(async () => {
		it = await preparedReview(database());
	});
	beforeEach(async () => {
		await database().asOwner(async (db) => {
			for (const table of ['concern_telling', 'concern', 'contact_list', 'letter'] as const)
				await db.deleteFrom(table).execute();
		});
	});

	const keep = (who: Someone, more: object = {}) =>
		it.as(who, (ctx) =>
			keepContacts(ctx, {
				partnershipId: it.partnershipId,
				memberId: it.hostMemberId,
				...list,
				governorsEmail: `${it.people.governor}@example.org`,
				...more,
			}),
		);
	const sent = (more: object = {}) => ({
		id: randomUUIDv7(),
		reviewId: it.reviewId,
		kind: 'safeguarding',
		aboutHead: false,
		...more,
	});
	const raise = (who: Someone, more: object = {}) =>
		it.as(who, (ctx) => raiseConcern(ctx, origin, sent(more)));
	const raised = async (who: Someone = 'reviewer', more: object = {}) => {
		const outcome = await raise(who, more);
		if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome));
		return outcome.value.id;
	};
	const letters = () =>
		database().signIn((db) =>
			db
				.selectFrom('letter')
				.select(['recipient', 'subject', 'body'])
				.orderBy('queued_at')
				.orderBy('id')
				.execute(),
		);
	const noon = new Date('2026-11-19T12:00:00Z');
	const tell = (after: number, times = 1) => {
		const faults: unknown[] = [];
		const now = new Date(noon.getTime() + after * 60_000);
		return Promise.all(
			Array.from({ length: times }, () => tellNext(database(), origin, now, (fault) => faults.push(fault))),
		).then(() => expect(faults).toEqual([]));
	};
	const seen = (who: Someone, id: string, after = 0) =>
		inContext(database(), person(it.people[who]), new Date(noon.getTime() + after * 60_000), (ctx) =>
			concernScreen(ctx, id),
		);

	describe('whom to ring', () => {
		test('a head writes it down; others of the school, the chair and the team do not', async () => {
			expect(await keep('host')).toEqual({ is: 'done', value: null });
			for (const who of ['reviewer', 'chair', 'governor', 'otherHead'] as const)
				expect(await keep(who, { version: '1' })).toEqual(
					who === 'otherHead' ? { is: 'denied' } : { is: 'denied' },
				);
			expect(await keep('outsider')).toEqual(missing);
			expect(await it.as('reviewer', (ctx) => contactsOf(ctx, it.hostMemberId))).toHaveLength(4);
		});

		test('the team reads it when it is bound, and nobody else; what is written twice is one, what was changed meanwhile is told', async () => {
			await keep('host');
			for (const who of ['chair', 'champion', 'governor', 'otherHead', 'outsider'] as const)
				expect(await it.as(who, (ctx) => contactsOf(ctx, it.hostMemberId)), who).toEqual([]);
			expect(await keep('coHead')).toEqual({ is: 'done', value: null });
			expect(await keep('coHead', { deputyName: 'Another' })).toMatchObject({ is: 'conflict' });
			expect(await keep('coHead', { deputyName: 'Another', version: '1' })).toEqual({
				is: 'done',
				value: null,
			});
		});

		test('bad input is told at its field', async () => {
			expect(await keep('host', { deputyName: '', dslEmail: 'sam', governorsPhone: 'ask Jo' })).toEqual({
				is: 'invalid',
				fields: {
					deputyName: 'Give their name.',
					dslEmail: 'That does not look like an email address.',
					governorsPhone: 'Write the number in figures, such as 01632 960123.',
				},
			});
		});
	});

	describe('CSC-5 raising one', () => {
		test('tells the first with the deed: a letter that says nothing of it, and a bell at once', async () => {
			await keep('host');
			const id = await raised();
			const [letter, ...more] = await letters();
			expect(more).toEqual([]);
			expect(letter).toMatchObject({
				recipient: `${it.people.host}@example.org`,
				subject: 'Something needs your attention now at Fernmarsh',
			});
			expect(letter!.body).toContain('Demo reviewer needs to speak to you.');
			expect(letter!.body).toContain(`${origin}/letters/bell?token=`);
			expect(letter!.subject + letter!.body!).not.toMatch(/safe|child|concern/i);
			expect(await seen('reviewer', id)).toMatchObject({
				raisedByMe: true,
				kind: 'A child’s safety',
				ring: { name: 'Demo host', phone: '01632 960001' },
				standing: { is: 'waiting', next: 'If nobody answers, Sam Guard is written to at 12:10.' },
				steps: [{ name: 'Demo host' }, { name: 'Sam Guard' }, { name: 'Demo deputy' }],
			});
			expect(await seen('host', id)).toMatchObject({ asksMe: true, steps: [{ name: 'Demo host' }] });
			expect(await it.as('host', (ctx) => ringingConcerns(ctx))).toMatchObject([
				{ id, raisedBy: 'Demo reviewer' },
			]);
		});

		test('where no contact is written down the head who is confirmed there is told, and about a head nobody is', async () => {
			expect(await seen('reviewer', await raised())).toMatchObject({
				ring: null,
				standing: { is: 'waiting' },
			});
			expect((await letters()).map(({ recipient }) => recipient)).toEqual([
				`${it.people.coHead}@example.org`,
			]);
			expect(await seen('reviewer', await raised('reviewer', { aboutHead: 'yes' }))).toMatchObject({
				steps: [],
				standing: { words: 'Nobody has been told yet.' },
			});
			expect(await letters()).toHaveLength(1);
		});

		test('about the head it goes to the chair of governors, and no head of the school learns of it', async () => {
			await keep('host', {
				designatedName: 'Me too',
				designatedPhone: '01632 960009',
				designatedEmail: `${it.people.coHead}@example.org`,
			});
			const id = await raised('facilitator', { aboutHead: true });
			await tell(30);
			expect((await letters()).map(({ recipient }) => recipient)).toEqual([
				`${it.people.governor}@example.org`,
			]);
			for (const who of ['host', 'coHead', 'chair', 'reviewer'] as const) {
				expect(await seen(who, id), who).toBeNull();
				expect(await it.as(who, (ctx) => hasConcerns(ctx)), who).toBe(false);
			}
			expect(await seen('governor', id)).toMatchObject({ asksMe: true });
		});

		test('sent twice is one; another kind under the same id is another; an id of somebody else’s tells nothing', async () => {
			await keep('host');
			const form = sent();
			const by = (who: Someone, more: object = {}) =>
				it.as(who, (ctx) => raiseConcern(ctx, origin, { ...form, ...more }));
			const first = await by('reviewer');
			expect(await by('reviewer')).toEqual(first);
			expect(await letters()).toHaveLength(1);
			expect(await by('reviewer', { kind: 'unsafe' })).not.toEqual(first);
			const others = await by('facilitator');
			expect(others).toMatchObject({ is: 'done' });
			expect(others).not.toEqual(first);
			expect(await letters()).toHaveLength(3);
		});

		test('the bound team and the host’s heads may, others may not', async () => {
			for (const who of ['reviewer', 'facilitator', 'host', 'coHead'] as const)
				expect(await raise(who), who).toMatchObject({ is: 'done' });
			for (const who of ['champion', 'chair', 'governor'] as const)
				expect(await raise(who), who).toEqual({ is: 'denied' });
			expect(await raise('outsider')).toEqual(missing);
			expect(await raise('reviewer', { kind: 'gossip' })).toEqual({
				is: 'invalid',
				fields: { kind: 'Press what it is.' },
			});
		});
	});

	describe('escalation', () => {
		test('the next is told after the minutes, each once in however many processes, who has no address is left to the reviewer', async () => {
			await keep('host');
			const id = await raised();
			await tell(9, 2);
			expect(await letters()).toHaveLength(1);
			await tell(10, 3);
			expect((await letters()).map(({ recipient }) => recipient).slice(1)).toEqual([
				'sam.guard@school.example',
			]);
			await tell(60, 3);
			expect(await letters()).toHaveLength(2);
			expect(await seen('reviewer', id, 60)).toMatchObject({
				standing: { is: 'nobody answered' },
				ring: { name: 'Sam Guard' },
				steps: [{}, {}, { words: 'Demo deputy has no email address here: only you can tell them.' }],
			});
		});

		test('ends when one of them answers, and whoever raised it reads so', async () => {
			await keep('host');
			const id = await raised();
			expect(await it.as('chair', (ctx) => acknowledgeConcern(ctx, { concernId: id }))).toEqual(missing);
			expect(await it.as('reviewer', (ctx) => acknowledgeConcern(ctx, { concernId: id }))).toEqual(missing);
			expect(await it.as('host', (ctx) => acknowledgeConcern(ctx, { concernId: id }))).toEqual({
				is: 'done',
				value: null,
			});
			await tell(30);
			expect(await letters()).toHaveLength(1);
			expect(await seen('reviewer', id, 30)).toMatchObject({
				standing: { is: 'acknowledged', words: 'Demo host has acknowledged at 12:00.' },
			});
			expect(await it.as('host', (ctx) => ringingConcerns(ctx))).toEqual([]);
			expect(await it.as('host', (ctx) => concernList(ctx))).toMatchObject([{ answeredByMe: true }]);
		});

		test('by the secret in a letter, too; opening it changes nothing, and it ends after a week', async () => {
			await keep('host');
			const id = await raised();
			await tell(10);
			const token = /token=([\w-]+)/.exec((await letters())[1]!.body!)![1]!;
			const asNobody = <T>(days: number, work: Parameters<typeof inContext<T>>[3]) =>
				inContext(database(), nobody, new Date(noon.getTime() + days * 86_400_000), work);
			const opened = () => asNobody(1, (ctx) => bellOfLetter(ctx, hashToken(token)));
			expect(await opened()).toMatchObject({
				school: 'Fernmarsh',
				raisedBy: 'Demo reviewer',
				acknowledgedAt: null,
			});
			expect(Object.keys((await opened())!).toSorted()).toEqual([
				'acknowledgedAt',
				'raisedBy',
				'school',
				'toldAt',
			]);
			expect(await asNobody(8, (ctx) => acknowledgeByLetter(ctx, token))).toEqual(missing);
			expect(await asNobody(1, (ctx) => acknowledgeByLetter(ctx, 'x'.repeat(32)))).toEqual(missing);
			expect((await seen('reviewer', id, 11))!.standing.is).toBe('waiting');
			expect(await asNobody(0, (ctx) => acknowledgeByLetter(ctx, token))).toEqual({
				is: 'done',
				value: null,
			});
			expect((await seen('reviewer', id, 11))!.standing.words).toBe('Sam Guard has acknowledged at 12:00.');
		});
	});

	// The last: the review is another one afterwards.
	test('nobody raises one in a closed review, nor who is not bound', async () => {
		const review = { partnership_id: it.partnershipId, review_id: it.reviewId };
		await database().asOwner(async (db) => {
			await db
				.deleteFrom('confidentiality_agreement')
				.where('person_id', '=', it.people.facilitator)
				.execute();
			await db
				.insertInto('closure')
				.values({ ...review, closed_by: it.people.host })
				.execute();
		});
		expect(await raise('reviewer')).toEqual({ is: 'denied' });
		await database().asOwner((db) => db.deleteFrom('closure').execute());
		expect(await raise('facilitator')).toEqual({ is: 'denied' });
		expect(
			await it.as('facilitator', async (ctx) => bellOf(ctx, (await openReview(ctx, it.reviewId))!)),
		).toBeNull();
	});
});
