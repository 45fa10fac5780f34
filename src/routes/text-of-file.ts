import { decode } from '#domain/register/decode.ts';
import { readForm, type PostedForm } from '#platform/form-data.ts';

/** A posted form whose field `file` is the text of the file chosen, in UTF-8 or as Windows writes it; empty without one. */
export async function withTextOfFile(data: FormData): Promise<PostedForm> {
	const file = data.get('file');
	if (typeof file === 'string') return readForm(data);
	const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
	return { ...readForm(data), file: decode(bytes) };
}
