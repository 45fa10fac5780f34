import { createHash } from 'node:crypto';
import pLimit from 'p-limit';

/** A picture that we made ourselves of what was sent: pixels alone, upright, as JPEG. */
export interface Picture {
	is: 'picture';
	jpeg: Uint8Array;
	/** The same, as little as a list shows of it. */
	thumbnail: Uint8Array;
	width: number;
	height: number;
	/** Of `jpeg`; the same bytes sent again give the same. */
	sha256: string;
}

/** Why what was sent is no picture for us, in a sentence for whoever sent it. */
interface NoPicture {
	is: 'no picture';
	because: string;
}

export type ReadPicture = Picture | NoPicture;

/** Much more than a device of ours sends; a phone's own photo passes all the same. */
const mostBytes = 3_000_000;
const mostPixels = 24_000_000;
const longestSide = 1600;
const smallSide = 320;

/** Pictures made at once, whoever sent them: more would keep everybody else from a processor. */
const atOnce = pLimit(2);

const noPicture = (because: string): NoPicture => ({ is: 'no picture', because });
const unknown = noPicture('This is no photo: it has to be a JPEG, a PNG or a WebP picture.');
const damaged = noPicture('This photo is damaged or did not arrive whole. Take it again.');

/**
 * Makes a picture anew of the pixels of what was sent, so that nothing else of it stays: no place, no device, no hidden second
 * picture, no script. What it is says its content, neither its name nor what the sender calls it. Never rejects.
 */
export const readPicture = (sent: Uint8Array): Promise<ReadPicture> => atOnce(() => read(sent));

async function read(sent: Uint8Array): Promise<ReadPicture> {
	if (sent.byteLength > mostBytes)
		return noPicture(`This photo is too large: ${mostBytes / 1_000_000} MB is the most.`);
	const format = formatOf(sent);
	if (!format) return unknown;
	try {
		const { default: sharp } = await import('sharp');
		const opened = sharp(sent, { limitInputPixels: mostPixels, failOn: 'warning' });
		const found = await opened.metadata();
		if (found.format !== format) return unknown;
		if (found.width * found.height > mostPixels)
			return noPicture('This photo has too many pixels. Make it smaller and send it again.');
		const upright = await opened
			.autoOrient()
			.resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
			.flatten({ background: '#ffffff' })
			.toColourspace('srgb')
			.jpeg({ quality: 82 })
			.toBuffer({ resolveWithObject: true });
		const thumbnail = await sharp(upright.data)
			.resize({ width: smallSide, height: smallSide, fit: 'inside', withoutEnlargement: true })
			.jpeg({ quality: 70 })
			.toBuffer();
		return {
			is: 'picture',
			jpeg: upright.data,
			thumbnail,
			width: upright.info.width,
			height: upright.info.height,
			sha256: createHash('sha256').update(upright.data).digest('hex'),
		};
	} catch {
		return damaged;
	}
}

/** By how it begins. */
function formatOf(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | null {
	const begins = (at: number, ...signs: number[]) => signs.every((sign, index) => bytes[at + index] === sign);
	if (begins(0, 0xff, 0xd8, 0xff)) return 'jpeg';
	if (begins(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
	if (begins(0, 0x52, 0x49, 0x46, 0x46) && begins(8, 0x57, 0x45, 0x42, 0x50)) return 'webp';
	return null;
}
