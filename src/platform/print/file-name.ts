/**
 * A name for a file that is safe in a header and on any disk, whatever stands in its parts: letters, digits and hyphens.
 * @param name the part that people gave, such as a school's name; cut where it is long
 */
export function fileNameOf(before: string, name: string, after: string, ending: PrintedAs): string {
	const plain = name
		.normalize('NFKD')
		.replace(/[^A-Za-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.toLowerCase()
		.slice(0, 60);
	return `${[before, plain, after].filter((part) => part !== '').join('-')}.${ending}`;
}

export type PrintedAs = 'pdf' | 'docx';

/** A file for download. */
export interface PrintedFile {
	fileName: string;
	as: PrintedAs;
	bytes: Uint8Array<ArrayBuffer>;
}
