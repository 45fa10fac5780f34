import { inWords } from '#domain/evidence/in-words.ts';
import type { Row } from '#platform/outbox/row.ts';
import { type FieldValues, readDraft } from '#ui/form/draft.ts';
import type { DeviceDay } from './device-day.svelte.ts';

const heading = 'What was written on this device';
const safe = (text: string): string =>
	text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

const became: Record<Row['became']['is'], string> = {
	waiting: 'Not sent yet',
	taken: 'Sent',
	refused: 'Not taken by the server',
	'set aside': 'Let go',
};

/** What stands in each field. */
const firstOf = (typed: FieldValues): Record<string, string> =>
	Object.fromEntries(Object.entries(typed).map(([name, [value]]) => [name, value ?? '']));

/**
 * Saves a copy of all that somebody wrote on this device for one review, as a page that opens anywhere and without signal: for
 * when nothing else works. What they are still writing, here or for another review, is in it as well.
 */
export function saveCopy({ rows, day, drafts }: DeviceDay): void {
	const told = (became: string, at: number, body: Record<string, unknown>) =>
		`<article><p>${became}. ${safe(new Date(at).toLocaleString('en-GB'))}</p><dl>${inWords(body, day)
			.map(({ label, said }) => `<dt>${safe(label)}</dt><dd>${safe(said)}</dd>`)
			.join('')}</dl></article>`;
	const begun = (drafts?.all() ?? []).flatMap(([slot]) => readDraft(drafts!, slot) ?? []);
	const pieces = [
		...rows.map((row) => told(became[row.became.is], row.doneAt, row.body)),
		...begun.map(({ typed, savedAt }) => told('Still being written, not saved', savedAt, firstOf(typed))),
	];
	const page = `<!doctype html><meta charset="utf-8"><title>${heading}</title><h1>${heading}</h1><p>${safe(day?.hostName ?? '')}</p>${pieces.join('<hr>')}`;
	const address = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
	const link = Object.assign(document.createElement('a'), {
		href: address,
		download: 'fresh-eyes-copy.html',
	});
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
