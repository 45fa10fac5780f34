import { z } from 'zod';
import { readInput } from '../input.ts';
import { id } from '../text.ts';
import { wordsPart } from './row.ts';

/** What a device sends at once: one person's deeds at one place, in the order they were done. */
const sentRows = z.object({
	person: id,
	rows: z
		.array(
			z.object({
				id,
				deed: z.string().max(40),
				body: z.record(z.string().max(100), z.unknown()),
				/** Seconds since it was done, by the device's own clock. */
				ago: z.number().int().min(0).catch(0),
			}),
		)
		.max(100),
});

type Sent = z.output<typeof sentRows>;
export type SentRow = Sent['rows'][number] & { file?: Uint8Array };

/** Reads what a device sent, as JSON or with files as a form; null where it is neither, or did not arrive whole. */
export async function readSent(
	request: Request,
): Promise<{ person: string; rows: readonly SentRow[] } | null> {
	try {
		const form = isForm(request) ? await request.formData() : null;
		const words: unknown = form ? JSON.parse(String(form.get(wordsPart))) : await request.json();
		const read = readInput(sentRows, words);
		if (!read.ok) return null;
		const { person, rows } = read.value;
		return { person, rows: await Promise.all(rows.map((row) => withFile(row, form?.get(row.id)))) };
	} catch {
		return null;
	}
}

const isForm = ({ headers }: Request): boolean =>
	headers.get('content-type')?.startsWith('multipart/form-data') ?? false;

const withFile = async (row: Sent['rows'][number], part: unknown): Promise<SentRow> =>
	part instanceof Blob ? { ...row, file: new Uint8Array(await part.arrayBuffer()) } : row;
