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

/** The picture as part of the page itself. */
const pictureIn = (file: Blob): Promise<string> =>
	new Promise((resolve) => {
		const reader = new FileReader();
		reader.addEventListener('load', () => resolve(`<img alt="" src="${safe(String(reader.result))}">`));
		reader.addEventListener('error', () => resolve('<p>The photo could not be read.</p>'));
		reader.readAsDataURL(file);
	});

const notSaved = 'Still being written, not saved';

/**
 * Saves a copy of all that somebody wrote on this device for one review, as a page that opens anywhere and without signal: for
 * when nothing else works. What they are still writing, here or for another review, is in it as well, with its photos; so are photos that are not sent.
 */
export async function saveCopy(device: DeviceDay): Promise<void> {
	const { rows, day, drafts } = device;
	const told = async (became: string, at: number, body: Record<string, unknown>, file?: Blob) =>
		`<article><p>${became}. ${safe(new Date(at).toLocaleString('en-GB'))}</p><dl>${inWords(body, day)
			.map(({ label, said }) => `<dt>${safe(label)}</dt><dd>${safe(said)}</dd>`)
			.join('')}</dl>${file ? await pictureIn(file) : ''}</article>`;
	const begun = (drafts?.all() ?? []).flatMap(([slot]) => readDraft(drafts!, slot) ?? []);
	const held = await device.allDraftPhotos();
	const pieces: string[] = [];
	for (const row of rows) pieces.push(await told(became[row.became.is], row.doneAt, row.body, row.file));
	for (const { typed, savedAt } of begun) pieces.push(await told(notSaved, savedAt, firstOf(typed)));
	for (const { words, file, at } of held ?? []) pieces.push(await told(notSaved, at, { ...words }, file));
	if (!held)
		pieces.push('<p>Photos of what is still being written are on the device and could not be read.</p>');
	const page = `<!doctype html><meta charset="utf-8"><title>${heading}</title><h1>${heading}</h1><p>${safe(day?.hostName ?? '')}</p>${pieces.join('<hr>')}`;
	const address = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
	const link = Object.assign(document.createElement('a'), {
		href: address,
		download: 'fresh-eyes-copy.html',
	});
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
