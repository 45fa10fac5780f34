import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Protocol } from '#domain/protocol/schema.ts';
import type { Context } from '#platform/context.ts';
import { photoOfPhone } from '#platform/picture/pictures.fixture.ts';
import { readPicture } from '#platform/picture/read-picture.server.ts';
import { forEachEngine } from '#test/database.ts';
import { editEvidence, recordEvidence, withdrawEvidence } from './actions.server.ts';
import { addPhoto } from './photo-actions.server.ts';
import { preparedReview } from './prepared-review.fixture.ts';
import { dayNews, dayOf, pieceScreen } from './screen.server.ts';
import { showToHost, takeFromHost } from './showing.server.ts';

/** A host who reads the team's evidence by the protocol: what is parked is kept from them all the same. */
const hostReads = (protocol: Protocol) => {
	const circles = ['team', 'host', 'governors', 'heads'] as const;
	protocol.audience.things.evidence = { floor: [...circles], ceiling: [...circles], countedBy: [] };
};

type Prepared = Awaited<ReturnType<typeof preparedReview>>;
const pupil = { pupilWords: 'yes', pupilYear: 'Year 4' };
const others = ['coHead', 'champion', 'chair', 'governor', 'otherHead', 'outsider'] as const;

async function withPieces(review: Prepared) {
	const piece = { source: 'work-scrutiny', kind: 'note', soWhat: '' };
	const of = (id: string) => ({ evidenceId: id, reviewId: review.reviewId });
	const [parked, within] = [randomUUIDv7(), randomUUIDv7()];
	const record = (id: string, more: object) =>
		review.as('reviewer', (ctx) =>
			recordEvidence(ctx, { id, reviewId: review.reviewId, ...piece, seen: `Seen ${id}.`, ...more }),
		);
	await record(parked, { outsideFocus: 'yes' });
	await record(within, {});
	return {
		parked,
		within,
		edit: (more: object) =>
			review.as('reviewer', (ctx) =>
				editEvidence(ctx, { ...of(parked), ...piece, seen: 'Put differently.', ...more }),
			),
		show: (someone: Parameters<Prepared['as']>[0], { id = parked, version = 1, photos = '' } = {}) =>
			review.as(someone, (ctx) => showToHost(ctx, { ...of(id), version, photos })),
		back: (someone: Parameters<Prepared['as']>[0]) =>
			review.as(someone, (ctx) => takeFromHost(ctx, of(parked))),
		/** Every row of the parked piece that somebody's own keys open, by table. */
		rowsOf: (someone: Parameters<Prepared['as']>[0]) =>
			review.as(someone, async ({ db }: Context) => {
				const { rows } = await sql<{ found: string }>`
					select 'piece' as found from evidence where id = ${parked}
					union all select 'revision' from evidence_revision where evidence_id = ${parked}
					union all select 'withdrawal' from evidence_withdrawal where evidence_id = ${parked}
					union all select 'showing' from showing where evidence_id = ${parked}`.execute(db);
				return rows.map(({ found }) => found).toSorted();
			}),
		read: (someone: Parameters<Prepared['as']>[0]) =>
			review.as(someone, async (ctx) => (await dayOf(ctx, review.reviewId))?.evidence.map(({ id }) => id)),
	};
}

forEachEngine((database) => {
	test('CSC-26 what is parked is the team’s, whoever reads its evidence, until one of the team shows a piece', async () => {
		const review = await preparedReview(database(), hostReads);
		const { parked, within, show, back, edit, rowsOf, read } = await withPieces(review);
		await edit({ version: 1, outsideFocus: 'yes' });
		expect(await read('host')).toEqual([within]);
		expect(await rowsOf('host')).toEqual([]);
		// Whatever a release or a deed writes on the row, the database leaves the team's key.
		const keys = sql`array['host:' || ${review.reviewId}, 'heads:' || ${review.partnershipId}, 'team:' || ${review.reviewId}]`;
		await review.as('facilitator', ({ db }) =>
			sql`select set_thing_keys(${review.reviewId}, 'evidence', ${keys})`.execute(db),
		);
		for (const someone of ['host', ...others] as const) {
			expect(await rowsOf(someone), someone).toEqual([]);
			const answer = await show(someone, { version: 2 });
			expect(answer, someone).toEqual({ is: someone === 'outsider' ? 'missing' : 'denied' });
		}

		expect(await show('facilitator', { id: within })).toMatchObject({ is: 'invalid' });
		for (const _ of [1, 2])
			expect(await show('facilitator', { version: 2 })).toEqual({ is: 'done', value: null });
		expect((await read('host'))?.toSorted()).toEqual([parked, within].toSorted());
		expect(await rowsOf('host')).toEqual(['piece', 'showing']);
		expect(await rowsOf('coHead')).toEqual(['piece', 'showing']);
		for (const someone of ['champion', 'chair', 'governor', 'otherHead'] as const)
			expect(await rowsOf(someone), someone).toEqual([]);
		const seen = await review.as('reviewer', (ctx) => dayOf(ctx, review.reviewId));
		expect(seen?.evidence.find(({ id }) => id === parked)?.shown).toMatchObject({ by: 'Demo facilitator' });
		const screen = await review.as('reviewer', (ctx) => pieceScreen(ctx, review.reviewId, parked));
		expect(screen?.readers.now).toMatch(/review team and the host/);

		expect(await back('host')).toEqual({ is: 'denied' });
		expect(await back('reviewer')).toEqual({ is: 'done', value: null });
		expect(await rowsOf('host')).toEqual([]);
		const history = await review.as('reviewer', ({ db }) =>
			db
				.selectFrom('showing')
				.select(['shown_by', 'taken_back_by'])
				.where('evidence_id', '=', parked)
				.execute(),
		);
		expect(history).toEqual([{ shown_by: review.people.facilitator, taken_back_by: review.people.reviewer }]);
	});

	test('CSC-26 a piece that moves into the focus or out of it takes its readers along', async () => {
		const review = await preparedReview(database(), hostReads);
		const { show, edit, rowsOf } = await withPieces(review);
		await show('reviewer');
		await edit({ version: 1 });
		expect(await rowsOf('governor')).toEqual(['piece', 'showing']);
		await edit({ version: 2, outsideFocus: 'yes' });
		expect(await rowsOf('host')).toEqual([]);
	});

	test('CSC-26 a host who reads all evidence by the protocol is not told that they read what is shown alone', async () => {
		const review = await preparedReview(database(), hostReads);
		const { show, edit, within, read } = await withPieces(review);
		await edit({ evidenceId: within, version: 1, outsideFocus: 'yes' });
		await show('reviewer', { id: within, version: 2 });
		expect(await read('host')).toEqual([within]);
		for (const someone of ['host', 'reviewer'] as const)
			expect(await review.as(someone, (ctx) => dayOf(ctx, review.reviewId)), someone).toMatchObject({
				onlyShown: false,
			});
	});

	test('CSC-26 shown are the words that were chosen, until they change or are withdrawn', async () => {
		const review = await preparedReview(database(), hostReads);
		const { show, edit, rowsOf, parked } = await withPieces(review);
		const seenByTeam = async () =>
			(await review.as('facilitator', (ctx) => dayOf(ctx, review.reviewId)))!.evidence.find(
				({ id }) => id === parked,
			);
		await edit({ version: 1, outsideFocus: 'yes' });
		// Whoever chooses by a page from before the change is told what it says now.
		expect(await show('facilitator', { version: 1 })).toMatchObject({
			is: 'conflict',
			current: { seen: 'Put differently.', version: 2 },
		});
		expect(await rowsOf('host')).toEqual([]);
		await show('facilitator', { version: 2 });
		// What is put right beside the words leaves them shown.
		await edit({ version: 2, outsideFocus: 'yes', contradictsHost: 'yes' });
		expect(await rowsOf('host')).toEqual(['piece', 'showing']);
		const changes = [
			{ seen: 'Other.' },
			{ seen: 'Other.', soWhat: 'So?' },
			{ seen: 'Other.', soWhat: 'So?', ...pupil },
		];
		for (const [at, change] of changes.entries()) {
			await edit({ version: 3 + at, outsideFocus: 'yes', ...change });
			expect(await rowsOf('host')).toEqual([]);
			expect(await seenByTeam()).toMatchObject({ shown: null, changedSinceShown: true });
			expect(await show('reviewer', { version: 4 + at })).toEqual({ is: 'done', value: null });
			expect(await seenByTeam()).toMatchObject({ shown: {}, changedSinceShown: false });
			expect(await rowsOf('host')).toContain('piece');
		}
		// A photo that comes later was not chosen either.
		const photos = randomUUIDv7();
		const photo = { id: photos, description: 'A gate', picture: await readPicture(await photoOfPhone()) };
		const hung = await review.as('reviewer', (ctx) =>
			addPhoto(ctx, { evidenceId: parked, reviewId: review.reviewId, ...photo }),
		);
		expect(hung).toMatchObject({ is: 'done' });
		expect(await rowsOf('host')).toEqual([]);
		expect(await seenByTeam()).toMatchObject({ shown: null, changedSinceShown: true });
		expect(await show('reviewer', { version: 6 }), 'without having seen the photo').toMatchObject({
			is: 'conflict',
		});
		expect(await rowsOf('host')).toEqual([]);
		expect(await show('reviewer', { version: 6, photos })).toMatchObject({ is: 'done' });
		await review.as('facilitator', (ctx) =>
			withdrawEvidence(ctx, { evidenceId: parked, reviewId: review.reviewId, reason: 'It names a child.' }),
		);
		for (const someone of ['host', ...others] as const) expect(await rowsOf(someone), someone).toEqual([]);
		expect(await rowsOf('reviewer')).toContain('withdrawal');
		expect(await seenByTeam()).toMatchObject({ shown: null, changedSinceShown: false });
		expect(await show('reviewer', { version: 6 })).toMatchObject({ is: 'invalid' });
	});

	test('CSC-26 a host who reads nothing else sees what is shown, hears of it, and keeps it when the review closes', async () => {
		const review = await preparedReview(database());
		const { show, back, read, parked, rowsOf } = await withPieces(review);
		const news = () => review.as('host', (ctx) => dayNews(ctx, review.reviewId));
		expect(await read('host')).toBeUndefined();
		expect(await news()).toBeNull();
		await show('reviewer');
		expect(await read('host')).toEqual([parked]);
		expect(await review.as('host', (ctx) => dayOf(ctx, review.reviewId))).toMatchObject({
			onlyShown: true,
			shows: false,
		});
		expect(await news()).toBeGreaterThan(0);
		await database().asOwner((db) =>
			db
				.insertInto('closure')
				.values({
					partnership_id: review.partnershipId,
					review_id: review.reviewId,
					closed_by: review.people.host,
				})
				.execute(),
		);
		await review.as('host', ({ db }) => sql`select close_evidence(${review.reviewId})`.execute(db));
		expect(await rowsOf('reviewer')).toEqual([]);
		expect(await rowsOf('host')).toEqual(['piece', 'showing']);
		expect(await back('reviewer')).toMatchObject({
			is: 'invalid',
			fields: { '': expect.stringContaining('closed') },
		});
	});

	test('where the protocol never lets a host read evidence, nothing is shown to them', async () => {
		const review = await preparedReview(database(), ({ audience }) => {
			audience.things.evidence = { floor: ['team'], ceiling: ['team'], countedBy: [] };
		});
		const { show, rowsOf } = await withPieces(review);
		expect(await show('reviewer')).toMatchObject({ is: 'invalid' });
		expect(await rowsOf('host')).toEqual([]);
	});
});
