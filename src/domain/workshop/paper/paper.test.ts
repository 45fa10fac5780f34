import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { photoOfPhone } from '#platform/picture/pictures.fixture.ts';
import { readPicture, type ReadPicture } from '#platform/picture/read-picture.server.ts';
import { forEachEngine } from '#test/database.ts';
import { sitting, type Sitting } from '#test/demo/sitting.ts';
import { closeRoom } from '../room/running.server.ts';
import { openRoomOf } from '../room/screen.server.ts';
import { addPaper, removePaper } from './deeds.server.ts';
import { paperJpeg, photosOf } from './queries.server.ts';

const done = { is: 'done', value: null };

forEachEngine((database) => {
	let at: Sitting;
	let picture: ReadPicture;
	beforeAll(async () => {
		at = await sitting(database());
		await at.open();
		picture = await readPicture(await photoOfPhone());
	}, 120_000);

	const add = (changes: object = {}, who: Parameters<Sitting['as']>[0] = 'plumbline') =>
		at.run(addPaper, { id: randomUUIDv7(), description: 'A poster', picture, ...changes }, who);
	const photos = () =>
		at.as('plumbline', async (ctx) => {
			const { review } = (await openRoomOf(ctx, at.reviewId, at.roomId))!;
			return photosOf(ctx, review.partnershipId, at.roomId);
		});

	test.each([
		['no photo', { picture: undefined }, 'picture'],
		['what is no picture', { picture: { is: 'no picture', because: 'This is no photo.' } }, 'picture'],
		['nothing said of it', { description: ' ' }, 'description'],
	])('HEP-7 %s is refused at its field', async (_, changes, field) => {
		expect(await add(changes)).toMatchObject({ is: 'invalid', fields: { [field]: expect.any(String) } });
	});

	test('HEP-7 a photo of paper is kept once, seen by those who run the workshop alone, and removed for good', async () => {
		const id = randomUUIDv7();
		for (const _ of [1, 2]) expect(await add({ id })).toEqual(done);
		expect(await photos()).toMatchObject([{ id, description: 'A poster' }]);
		const jpeg = (who: Parameters<Sitting['as']>[0]) =>
			at.as(who, (ctx) => paperJpeg(ctx, at.reviewId, at.roomId, id));
		if (picture.is === 'picture')
			expect(Buffer.from((await jpeg('inkwell'))!)).toEqual(Buffer.from(picture.jpeg));
		for (const who of ['hedgepath', 'lanternby', 'tealeaf', 'ropewalk'] as const) {
			expect(await jpeg(who)).toBeNull();
			expect(await add({}, who)).toMatchObject({ is: expect.stringMatching(/denied|missing/) });
		}
		expect(await at.run(removePaper, { photoId: id }, 'inkwell')).toEqual(done);
		expect([await photos(), await jpeg('plumbline')]).toEqual([[], null]);
	});

	test('HEP-7 twelve photos are kept, also when it is over, and no more', async () => {
		for (let nth = 0; nth < 11; nth++) expect(await add()).toEqual(done);
		await at.run(closeRoom);
		expect(await add()).toEqual(done);
		expect(await add()).toMatchObject({ fields: { picture: expect.stringContaining('12 photos') } });
	});
});
