import { protocolSchema } from '../schema.ts';
import { partTitles, type Part } from '../parts-in-order.ts';

/** One thing that stands between a draft and its publication, by the path of the field it is about. */
export interface Refusal {
	path: string;
	part: Part | null;
	message: string;
	/** What outside the protocol refuses it, where that may be changed instead. */
	by?: 'memorandum';
}

/** All that is wrong with a draft, in the order of the protocol; the first fault of each field. */
export function refusalsOf(document: unknown): Refusal[] {
	const read = protocolSchema.safeParse(document);
	if (read.success) return [];
	const found = new Map<string, Refusal>();
	for (const issue of read.error.issues) {
		const path = issue.path.join('.');
		const part = String(issue.path[0]);
		if (!found.has(path))
			found.set(path, { path, part: part in partTitles ? (part as Part) : null, message: plainly(issue) });
	}
	return [...found.values()];
}

/** zod's own words for what has no sentence of ours: something is missing or is none of the choices. */
function plainly({ code, message }: { code: string; message: string }): string {
	if (code === 'invalid_value' || code === 'invalid_union') return 'Choose one of these.';
	if (code === 'invalid_type' && message.startsWith('Invalid')) return 'Say something here.';
	return message;
}
