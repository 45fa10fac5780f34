import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

/** The most of a Word file. Two hundred pages of words are about 4 MB unpacked; pictures are not unpacked at all. */
export const mostOf = { bytes: 10_000_000, unpackedBytes: 20_000_000, files: 3_000 } as const;

export type Unpacked = { is: 'unpacked'; parts: Map<string, Buffer> } | { is: 'refused'; because: string };

/** The parts that hold words, their styles and their numbering. Pictures, macros, templates and headers are left where they are. */
const holdsWords = (name: string): boolean =>
	/^(\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/.test(name) &&
	!/^word\/(?:_rels\/)?(?:settings|theme|fontTable|webSettings|people|comments|header|footer)/.test(name);

/**
 * Takes out of a .docx the parts that hold its words, and refuses what may do harm: too large, too many files, more unpacked than
 * it says or than anybody writes, locked by a password, and any declaration of a document type, which no Word file has and which
 * entities need. Bytes are counted while they are unpacked, whatever the file says of itself.
 */
export async function unpack(file: Uint8Array): Promise<Unpacked> {
	if (file.byteLength === 0) return refused(words.nothing);
	if (file.byteLength > mostOf.bytes) return refused(words.tooLarge);
	const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
	if (bytes.subarray(0, 8).equals(compound)) return refused(words.lockedOrOld);
	let zip: ZipFile | undefined;
	try {
		zip = await fromBufferPromise(bytes, { lazyEntries: true });
		if (zip.entryCount > mostOf.files) return refused(words.unpacksTooLarge);
		return await takeParts(zip);
	} catch {
		return refused(words.noWord);
	} finally {
		zip?.close();
	}
}

async function takeParts(zip: ZipFile): Promise<Unpacked> {
	const parts = new Map<string, Buffer>();
	let unpacked = 0;
	for await (const entry of zip.eachEntry()) {
		if (!holdsWords(entry.fileName)) continue;
		if (entry.isEncrypted()) return refused(words.lockedOrOld);
		if (unpacked + entry.uncompressedSize > mostOf.unpackedBytes) return refused(words.unpacksTooLarge);
		const part = await inflated(zip, entry, mostOf.unpackedBytes - unpacked);
		if (part === null) return refused(words.unpacksTooLarge);
		// Latin 1 finds it however the part is encoded in one byte a character; two bytes have a zero between.
		if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(part.toString('latin1').replaceAll('\0', '')))
			return refused(words.noWord);
		unpacked += part.byteLength;
		parts.set(entry.fileName, part);
	}
	return parts.has('[Content_Types].xml') && parts.size > 1
		? { is: 'unpacked', parts }
		: refused(words.noWord);
}

/** Null where there is more of it than there may be. */
async function inflated(zip: ZipFile, entry: Entry, most: number): Promise<Buffer | null> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	const stream = await zip.openReadStreamPromise(entry);
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		bytes += chunk.byteLength;
		if (bytes > most) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

const refused = (because: string): Unpacked => ({ is: 'refused', because });

/** How files begin that Word locks with a password, and those of Word before 2007. */
const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

export const tooLargeWords = `This file is larger than ${mostOf.bytes / 1_000_000} MB. Take its pictures out, which are not read anyway, and save it again.`;

export const noWordWords =
	'This could not be read as a Word file. Open it in Word, and save it anew as a Word document (.docx).';

const words = {
	nothing: 'Choose a Word file.',
	noWord: noWordWords,
	lockedOrOld:
		'This is locked by a password, or made by a Word before 2007. Open it in Word, and save it without a password as .docx.',
	tooLarge: tooLargeWords,
	unpacksTooLarge: `There is far more in this file than a report holds: ${mostOf.unpackedBytes / 1_000_000} MB of words is the most.`,
};
