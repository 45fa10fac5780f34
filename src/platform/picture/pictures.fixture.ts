import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A photo as a phone takes it: on its side, with the place, the device and its owner in it. Four fields of colour. */
export async function photoOfPhone({ width = 800, height = 600 } = {}): Promise<Buffer> {
	const quarter = (colour: string, left: number, top: number) => ({
		input: {
			create: {
				width: Math.floor(width / 2),
				height: Math.floor(height / 2),
				channels: 3 as const,
				background: colour,
			},
		},
		left,
		top,
	});
	return sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
		.composite([
			quarter('#cc0000', 0, 0),
			quarter('#00aa00', Math.floor(width / 2), 0),
			quarter('#0000cc', 0, Math.floor(height / 2)),
		])
		.withExif({
			IFD0: { Make: 'Invented Phone', Model: 'Pocket 9', Artist: 'Owner Example', Orientation: '6' },
			IFD3: {
				GPSLatitudeRef: 'N',
				GPSLatitude: '51/1 44/1 0/1',
				GPSLongitudeRef: 'E',
				GPSLongitude: '0/1 28/1 0/1',
			},
		})
		.withMetadata({ orientation: 6 })
		.jpeg()
		.toBuffer();
}

/** What a picture says of itself besides its pixels: words that must not be found in what we keep. */
export const telltale = /Exif|GPS|Invented Phone|Pocket 9|Owner Example|http:\/\/ns\.adobe/;

/** What is no photo, by what somebody may send as one. */
export const noPhotos: Readonly<Record<string, () => Promise<Uint8Array>>> = {
	'a PDF named .jpg': async () => Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF'),
	'a script': async () => Buffer.from('<script>alert(1)</script>'),
	'a drawing that may hold a script': async () =>
		Buffer.from(
			'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
		),
	'a photo cut short': async () => (await photoOfPhone()).subarray(0, 2000),
	'a script that begins like a photo': async () =>
		Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<script>alert(1)</script>')]),
	'a PNG of more pixels than memory': async () => hugePng(),
	nothing: async () => Buffer.alloc(0),
};

/** A few hundred bytes that claim to be 60,000 × 60,000 pixels. */
function hugePng(): Buffer {
	const chunk = (type: string, data: Buffer) => {
		const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
		const length = Buffer.alloc(4);
		length.writeUInt32BE(data.length);
		const check = Buffer.alloc(4);
		check.writeUInt32BE(crc32(body));
		return Buffer.concat([length, body, check]);
	};
	const header = Buffer.alloc(13);
	header.writeUInt32BE(60_000, 0);
	header.writeUInt32BE(60_000, 4);
	header.set([8, 2, 0, 0, 0], 8);
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(Buffer.alloc(1000))),
		chunk('IEND', Buffer.alloc(0)),
	]);
}
