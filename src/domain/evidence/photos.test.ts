import { randomUUIDv7 } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { noPhotos, photoOfPhone, telltale } from '#platform/picture/pictures.fixture.ts';
import { readPicture } from '#platform/picture/read-picture.server.ts';
import { forEachEngine } from '#test/database.ts';
import { recordEvidence, withdrawEvidence } from './actions.server.ts';
import { addPhoto, removePhoto } from './photo-actions.server.ts';
import { photoJpeg } from './photo-queries.server.ts';
import { mostPhotos } from './photo.ts';
import { preparedReview, type PreparedReview } from './prepared-review.fixture.ts';
import { evidenceOf } from './queries.server.ts';
import { dayOf } from './screen.server.ts';

type Someone = keyof PreparedReview['people'];

/** A piece of the reviewer's. */
async function piece(review: PreparedReview): Promise<string> {
	const sent = {
		id: randomUUIDv7(),
		reviewId: review.reviewId,
		source: 'work-scrutiny',
		kind: 'strength',
		seen: 'A display of replies in green pen.',
	};
	expect(await review.as('reviewer', (ctx) => recordEvidence(ctx, sent))).toMatchObject({ is: 'done' });
	return sent.id;
}

const taken = async (review: PreparedReview, evidenceId: string, more: object = {}) => ({
	id: randomUUIDv7(),
	reviewId: review.reviewId,
	evidenceId,
	description: 'A display by the window',
	picture: await readPicture(await photoOfPhone()),
	...more,
});

const add = (review: PreparedReview, photo: object, by: Someone = 'reviewer') =>
	review.as(by, (ctx) => addPhoto(ctx, photo));
const remove = (review: PreparedReview, evidenceId: string, photoId: string, by: Someone = 'reviewer') =>
	review.as(by, (ctx) => removePhoto(ctx, { reviewId: review.reviewId, evidenceId, photoId }));
const seen = (review: PreparedReview, photoId: string, by: Someone = 'facilitator') =>
	review.as(by, (ctx) => photoJpeg(ctx, review.reviewId, photoId, 'whole'));
const photosOf = async (review: PreparedReview, evidenceId: string) => {
	const found = await review.as('facilitator', (ctx) =>
		evidenceOf(ctx, { partnershipId: review.partnershipId, id: review.reviewId }, evidenceId),
	);
	return found[0]!.photos;
};

forEachEngine((database) => {
	/** How much of a photo the database holds, past all policies. */
	const kept = (photoId: string) =>
		database().asOwner(async (db) => ({
			photos: (await db.selectFrom('photo').select('id').where('id', '=', photoId).execute()).length,
			chunks: (await db.selectFrom('photo_chunk').select('number').where('photo_id', '=', photoId).execute())
				.length,
			removals: await db
				.selectFrom('photo_removal')
				.select('removed_by')
				.where('photo_id', '=', photoId)
				.execute(),
		}));

	test('a photo hangs on its piece: its words in the list, its pixels alone by itself, whole again out of its parts', async () => {
		const review = await preparedReview(database());
		const evidenceId = await piece(review);
		const noise = sharp({
			create: {
				width: 1600,
				height: 1200,
				channels: 3,
				background: '#888888',
				noise: { type: 'gaussian', mean: 128, sigma: 60 },
			},
		});
		const picture = await readPicture(await noise.jpeg({ quality: 75 }).toBuffer());
		if (picture.is !== 'picture') throw new Error(picture.because);
		const large = await taken(review, evidenceId, { picture });
		expect(await add(review, large)).toEqual({ is: 'done', value: { id: large.id } });
		expect((await kept(large.id)).chunks).toBeGreaterThan(2);
		expect(Buffer.compare((await seen(review, large.id))!, picture.jpeg)).toBe(0);

		const upright = await taken(review, evidenceId);
		await add(review, upright);
		expect(await photosOf(review, evidenceId)).toEqual([
			{ id: large.id, description: 'A display by the window', width: 1600, height: 1200 },
			{ id: upright.id, description: 'A display by the window', width: 600, height: 800 },
		]);
		for (const how of ['thumbnail', 'whole'] as const) {
			const jpeg = await review.as('facilitator', (ctx) => photoJpeg(ctx, review.reviewId, upright.id, how));
			expect(Buffer.from(jpeg!).toString('latin1')).not.toMatch(telltale);
		}
	});

	test('the same photo sent again changes nothing; another under its id is a conflict', async () => {
		const review = await preparedReview(database());
		const photo = await taken(review, await piece(review));
		for (const _ of [1, 2]) expect(await add(review, photo)).toMatchObject({ is: 'done' });
		expect(await photosOf(review, photo.evidenceId)).toHaveLength(1);
		const picture = await readPicture(await photoOfPhone({ width: 100, height: 100 }));
		expect(await add(review, { ...photo, picture })).toMatchObject({ is: 'conflict' });
		expect(await add(review, { ...photo, evidenceId: await piece(review) })).toMatchObject({
			is: 'conflict',
		});
	});

	test('removed by its author or the facilitator, its bytes and words are gone, also when a copy arrives late or before it came', async () => {
		const review = await preparedReview(database());
		const evidenceId = await piece(review);
		const [own, other, late] = [
			await taken(review, evidenceId),
			await taken(review, evidenceId),
			await taken(review, evidenceId),
		];
		for (const photo of [own, other]) await add(review, photo);
		const before = (await review.as('reviewer', (ctx) => dayOf(ctx, review.reviewId)))!.news;
		expect(await remove(review, evidenceId, own.id)).toMatchObject({ is: 'done' });
		expect(await remove(review, evidenceId, other.id, 'facilitator')).toMatchObject({ is: 'done' });
		expect(await remove(review, evidenceId, late.id)).toMatchObject({ is: 'done' });
		for (const photo of [own, late]) expect(await add(review, photo)).toMatchObject({ is: 'done' });
		for (const [photo, by] of [
			[own, 'reviewer'],
			[other, 'facilitator'],
			[late, 'reviewer'],
		] as const) {
			expect(await seen(review, photo.id)).toBeNull();
			expect(await kept(photo.id)).toEqual({
				photos: 0,
				chunks: 0,
				removals: [{ removed_by: review.people[by] }],
			});
		}
		const day = (await review.as('reviewer', (ctx) => dayOf(ctx, review.reviewId)))!;
		expect(day.evidence[0]!.photos).toEqual([]);
		expect(day.news).toBeGreaterThan(before);
	});

	test('a piece that is withdrawn loses its photos for good and takes no more', async () => {
		const review = await preparedReview(database());
		const photo = await taken(review, await piece(review));
		await add(review, photo);
		const { reviewId } = review;
		await review.as('facilitator', (ctx) =>
			withdrawEvidence(ctx, { reviewId, evidenceId: photo.evidenceId, reason: 'A face is to be seen.' }),
		);
		expect(await kept(photo.id)).toMatchObject({ photos: 0, chunks: 0, removals: [expect.anything()] });
		const more = await taken(review, photo.evidenceId);
		expect(await add(review, more)).toMatchObject({
			is: 'invalid',
			fields: { '': expect.stringContaining('withdrawn') },
		});
	});

	test('refused with a sentence: no photos by the protocol, too many on a piece, no words, no picture, one that did not arrive', async () => {
		const review = await preparedReview(database());
		const evidenceId = await piece(review);
		const photo = await taken(review, evidenceId);
		const refusal = async (more: object) => {
			const outcome = await add(review, { ...photo, id: randomUUIDv7(), ...more });
			return outcome.is === 'invalid' ? outcome.fields : outcome.is;
		};
		expect(await refusal({ description: ' ' })).toEqual({
			description: expect.stringContaining('what the photo shows'),
		});
		expect(await refusal({ description: 'x'.repeat(301) })).toHaveProperty('description');
		expect(await refusal({ picture: undefined })).toEqual({
			picture: expect.stringContaining('did not arrive'),
		});
		const pdf = await readPicture(await noPhotos['a PDF named .jpg']!());
		expect(await refusal({ picture: pdf })).toEqual({ picture: expect.stringContaining('no photo') });
		for (let some = 0; some < mostPhotos; some += 1) expect(await refusal({})).toBe('done');
		expect(await refusal({})).toEqual({ picture: expect.stringContaining('6 photos at most') });

		const without = await preparedReview(database(), (protocol) => (protocol.evidence.photos = 'never'));
		const there = await taken(without, await piece(without));
		expect(await add(without, there)).toMatchObject({
			fields: { picture: expect.stringContaining('protocol') },
		});
		expect((await without.as('reviewer', (ctx) => dayOf(ctx, without.reviewId)))!.takesPhotos).toBe(false);
	});

	test.each([
		['facilitator', 'denied', true],
		['host', 'denied', false],
		['champion', 'denied', false],
		['chair', 'denied', false],
		['governor', 'denied', false],
		['otherHead', 'denied', false],
		['outsider', 'missing', false],
	] as const)(
		'%s hangs no photo on another’s piece (%s), and whether they see one goes by the piece: %s',
		async (someone, answer, sees) => {
			const review = await preparedReview(database());
			const photo = await taken(review, await piece(review));
			await add(review, photo);
			const attempt = await taken(review, photo.evidenceId);
			expect(await add(review, attempt, someone)).toEqual({ is: answer });
			if (someone !== 'facilitator')
				expect(await remove(review, photo.evidenceId, photo.id, someone)).toEqual({ is: answer });
			expect((await seen(review, photo.id, someone)) !== null).toBe(sees);
		},
	);

	test('one who left the team sees none and sends none; under another review’s address there is none', async () => {
		const review = await preparedReview(database());
		const another = await preparedReview(database());
		const photo = await taken(review, await piece(review));
		await add(review, photo);
		const elsewhere = { ...photo, id: randomUUIDv7(), reviewId: another.reviewId };
		expect(await add(another, elsewhere)).toEqual({ is: 'missing' });
		expect(await seen({ ...review, reviewId: another.reviewId }, photo.id)).toBeNull();
		expect(
			await add(another, { ...(await taken(another, await piece(another))), id: photo.id }),
		).toMatchObject({
			is: 'done',
		});
		await database().asOwner((db) =>
			db
				.updateTable('team_member')
				.set({ left_on: '2026-11-18' })
				.where('person_id', '=', review.people.reviewer)
				.execute(),
		);
		expect(await seen(review, photo.id, 'reviewer')).toBeNull();
		expect(await add(review, { ...photo, id: randomUUIDv7() })).toEqual({ is: 'denied' });
	});

	test('whom a piece is opened to, its photos are', async () => {
		const review = await preparedReview(database());
		const photo = await taken(review, await piece(review));
		await add(review, photo);
		expect(await seen(review, photo.id, 'host')).toBeNull();
		await database().asOwner((db) =>
			db
				.updateTable('evidence')
				.set({ keys: [`team:${review.reviewId}`, `host:${review.reviewId}`] })
				.where('id', '=', photo.evidenceId)
				.execute(),
		);
		expect(await seen(review, photo.id, 'host')).not.toBeNull();
	});
});
