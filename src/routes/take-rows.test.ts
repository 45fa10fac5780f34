import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { editEvidence, recordEvidence, withdrawEvidence } from '#domain/evidence/actions.server.ts';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { addPhoto, removePhoto } from '#domain/evidence/photo-actions.server.ts';
import { evidenceOf } from '#domain/evidence/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { noPhotos, photoOfPhone } from '#platform/picture/pictures.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { takeRows } from './take-rows.ts';

const deeds = {
	record: recordEvidence,
	edit: editEvidence,
	withdraw: withdrawEvidence,
	photo: addPhoto,
	'remove photo': removePhoto,
};

interface Sent {
	id: string;
	deed: string;
	body: object;
	ago?: number;
	file?: Uint8Array;
}

const said = {
	source: 'work-scrutiny',
	kind: 'strength',
	seen: 'Nine of ten books show a reply.',
	soWhat: '',
};
const recorded = (id: string, more: object = {}): Sent => ({
	id: randomUUIDv7(),
	deed: 'record',
	body: { id, ...said, ...more },
});
const edited = (id: string, version: number, seen: string): Sent => ({
	id: randomUUIDv7(),
	deed: 'edit',
	body: { evidenceId: id, version, ...said, seen },
});

/** Sends rows as a person's device does, to a review. */
async function send(review: PreparedReview, rows: Sent[], by: 'reviewer' | 'champion' = 'reviewer', as = by) {
	const locals = {
		person: { id: review.people[by], name: '', email: '' },
		requestId: 'test',
		setCookies: [],
		within: <T>(work: (ctx: Context) => Promise<T>) => review.as(by, work),
	};
	const words = JSON.stringify({
		person: review.people[as],
		rows: rows.map(({ id, deed, body: said, ago = 0 }) => ({ id, deed, body: said, ago })),
	});
	const files = rows.flatMap(({ id, file }) => (file ? [{ id, file }] : []));
	const form = new FormData();
	form.set('rows', words);
	for (const { id, file } of files) form.set(id, new Blob([new Uint8Array(file)], { type: 'image/jpeg' }));
	const body = files.length > 0 ? form : words;
	const request = new Request('http://localhost/', { method: 'POST', body });
	const event = { locals, request, route: { id: '/api' } } as unknown as Parameters<typeof takeRows>[0];
	const response = await takeRows(event, deeds, { reviewId: review.reviewId });
	const read = (await response.json()) as { answers?: { is: string; fields?: object; current?: object }[] };
	return { status: response.status, answers: read.answers ?? [] };
}

const all = (review: PreparedReview) =>
	review.as('reviewer', (ctx) =>
		evidenceOf(ctx, { partnershipId: review.partnershipId, id: review.reviewId }),
	);

forEachEngine((database) => {
	test('a batch whose reply was lost is sent again, edits and all, and changes nothing', async () => {
		const review = await preparedReview(database());
		const id = randomUUIDv7();
		const rows = [recorded(id), edited(id, 1, 'Eight of ten.'), edited(id, 2, 'Seven of ten.')];
		for (const time of ['first', 'again', 'once more']) {
			const { answers } = await send(review, rows);
			expect(
				answers.map(({ is }) => is),
				time,
			).toEqual(['done', 'done', 'done']);
		}
		expect(await all(review)).toMatchObject([{ id, seen: 'Seven of ten.', version: 3 }]);
	});

	test('rows sent twice at the same moment are taken once', async () => {
		const review = await preparedReview(database());
		const rows = [recorded(randomUUIDv7()), recorded(randomUUIDv7())];
		const both = await Promise.all([send(review, rows), send(review, rows)]);
		for (const { answers } of both) expect(answers.map(({ is }) => is)).toEqual(['done', 'done']);
		expect(await all(review)).toHaveLength(2);
	});

	test('what cannot be taken holds up no other and has its reason: a dropped line, another text under one id, too much', async () => {
		const review = await preparedReview(database());
		const id = randomUUIDv7();
		const first = recorded(id);
		const { status, answers } = await send(review, [
			first,
			recorded(randomUUIDv7(), { lineId: randomUUIDv7() }),
			recorded(id, { seen: 'Something else.' }),
			{ ...first, body: { ...first.body, seen: 'Other words under one row.' } },
			recorded(randomUUIDv7(), { seen: 'x'.repeat(50_000) }),
			{ id: randomUUIDv7(), deed: 'toString', body: {} },
			recorded(randomUUIDv7()),
		]);
		expect(status).toBe(200);
		expect(answers.map(({ is }) => is)).toEqual([
			'done',
			'invalid',
			'conflict',
			'conflict',
			'invalid',
			'missing',
			'done',
		]);
		expect(answers[1]!.fields).toMatchObject({ lineId: expect.stringContaining('not any more') });
		expect(answers[2]!.current).toMatchObject({ seen: said.seen, version: 1 });
		expect(answers[4]!.fields).toMatchObject({ seen: 'Keep this to 4,000 characters.' });
		expect(await all(review)).toHaveLength(2);
	});

	test('a piece is dated when it was written down, and by its arrival where the device’s clock is beyond belief', async () => {
		const review = await preparedReview(database());
		const [hours, decades] = [randomUUIDv7(), randomUUIDv7()];
		await send(review, [
			{ ...recorded(hours), ago: 2 * 3600 },
			{ ...recorded(decades), ago: 56 * 365 * 86_400 },
		]);
		const dated = new Map((await all(review)).map((row) => [row.id, row.recordedAt.toISOString()]));
		expect(dated.get(hours)).toBe('2026-11-19T10:00:00.000Z');
		expect(dated.get(decades)).toBe('2026-11-19T12:00:00.000Z');
	});

	test('photos go with their piece, several at once; a lost reply changes nothing; other bytes under one row are a conflict', async () => {
		const review = await preparedReview(database());
		const evidenceId = randomUUIDv7();
		const photo = (file: Uint8Array, description = 'A display') => ({
			id: randomUUIDv7(),
			deed: 'photo',
			body: { id: randomUUIDv7(), evidenceId, description },
			file,
		});
		const one = photo(await photoOfPhone());
		const other = photo(await photoOfPhone({ width: 90, height: 90 }), 'A wall');
		const rows = [recorded(evidenceId), one, other];
		for (const time of ['first', 'again'])
			expect((await send(review, rows)).answers, time).toMatchObject(rows.map(() => ({ is: 'done' })));
		const [piece] = await all(review);
		expect(piece!.photos.map(({ description }) => description)).toEqual(['A display', 'A wall']);
		const { answers } = await send(review, [
			{ ...one, file: other.file },
			{ ...one, id: randomUUIDv7() },
			{ ...one, id: randomUUIDv7(), file: other.file },
		]);
		expect(answers.map(({ is }) => is)).toEqual(['conflict', 'done', 'conflict']);
		expect((await all(review))[0]!.photos).toHaveLength(2);
	});

	test('what is no photo is refused by itself, with a sentence; a photo whose file is missing, too', async () => {
		const review = await preparedReview(database());
		const evidenceId = randomUUIDv7();
		const made = Object.values(noPhotos).map(async (file) => ({
			id: randomUUIDv7(),
			deed: 'photo',
			body: { id: randomUUIDv7(), evidenceId, description: 'A display' },
			file: await file(),
		}));
		const rows = [recorded(evidenceId), ...(await Promise.all(made))];
		const { file: _, ...without } = { ...rows[1]!, id: randomUUIDv7() };
		const { answers } = await send(review, [...rows, without, recorded(randomUUIDv7())]);
		expect([answers[0], answers.at(-1)]).toMatchObject([{ is: 'done' }, { is: 'done' }]);
		expect(answers.slice(1, -1)).toHaveLength(made.length + 1);
		for (const answer of answers.slice(1, -1))
			expect(answer).toMatchObject({
				is: 'invalid',
				fields: { picture: expect.stringMatching(/photo.*\.$/) },
			});
		expect((await all(review)).flatMap(({ photos }) => photos)).toEqual([]);
	});

	test('another person’s rows are not looked at; who is not on the team finds nothing there; nonsense is refused', async () => {
		const review = await preparedReview(database());
		const rows = [recorded(randomUUIDv7())];
		expect(await send(review, rows, 'reviewer', 'champion')).toMatchObject({ status: 409, answers: [] });
		expect(await send(review, rows, 'champion')).toMatchObject({ status: 404, answers: [{ is: 'missing' }] });
		expect((await send(review, [{ id: 'x', deed: 'record', body: {} }])).status).toBe(400);
		expect(await all(review)).toEqual([]);
	});
});
