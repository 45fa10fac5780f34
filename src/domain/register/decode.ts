/**
 * The text of a file from DfE, in either of its encodings: UTF-8 with or without a mark at the front, or Windows-1252.
 * A stray Windows-1252 apostrophe that an earlier tool carried into UTF-8 (U+0092) becomes one again.
 */
export function decode(bytes: Uint8Array): string {
	return utf8(bytes).replace(/[\u0080-\u009f]/g, (stray) =>
		windows1252.decode(Uint8Array.of(stray.charCodeAt(0))),
	);
}

const windows1252 = new TextDecoder('windows-1252');

function utf8(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return windows1252.decode(bytes);
	}
}
