import sharp from 'sharp';
import { expect, test } from 'vitest';
import { noPhotos, photoOfPhone, telltale } from './pictures.fixture.ts';
import { type Picture, readPicture } from './read-picture.server.ts';

const made = async (sent: Uint8Array): Promise<Picture> => {
	const read = await readPicture(sent);
	if (read.is !== 'picture') throw new Error(read.because);
	return read;
};

test('a photo comes out upright and without place, device and owner', async () => {
	const sent = await photoOfPhone();
	expect(sent.toString('latin1')).toMatch(telltale);
	const picture = await made(sent);
	for (const bytes of [picture.jpeg, picture.thumbnail]) {
		expect(Buffer.from(bytes).toString('latin1')).not.toMatch(telltale);
		const { exif, xmp, iptc, icc, orientation, format } = await sharp(bytes).metadata();
		expect({ exif, xmp, iptc, icc, orientation, format }).toEqual({ format: 'jpeg' });
	}
	expect([picture.width, picture.height]).toEqual([600, 800]);
	// What was at the left below on the phone is at the left above once it stands upright.
	const [red, green, blue] = await sharp(picture.jpeg)
		.extract({ left: 50, top: 50, width: 1, height: 1 })
		.raw()
		.toBuffer();
	expect([red! < 60, green! < 60, blue! > 150]).toEqual([true, true, true]);
});

test('it is made smaller, never larger; the same bytes give the same picture; PNG and WebP become JPEG', async () => {
	const large = await made(await photoOfPhone({ width: 3200, height: 2000 }));
	expect([large.width, large.height]).toEqual([1000, 1600]);
	const { width, height } = await sharp(large.thumbnail).metadata();
	expect([width, height]).toEqual([200, 320]);
	const tiny = sharp({ create: { width: 20, height: 10, channels: 4, background: '#00000000' } });
	for (const sent of [await tiny.clone().png().toBuffer(), await tiny.clone().webp().toBuffer()]) {
		const picture = await made(sent);
		expect([picture.width, picture.height]).toEqual([20, 10]);
		expect((await made(sent)).sha256).toBe(picture.sha256);
	}
});

test.each(Object.entries(noPhotos))('%s is no photo, and is told so in a sentence', async (_, sent) => {
	const read = await readPicture(await sent());
	expect(read).toEqual({ is: 'no picture', because: expect.stringMatching(/^This (is no )?photo.*\.$/) });
});

test('more bytes than anybody needs are refused unread', async () => {
	expect(await readPicture(new Uint8Array(60_000_000))).toMatchObject({
		because: expect.stringContaining('too large'),
	});
});
