import type { Row } from '#platform/outbox/row.ts';
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

/**
 * Saves a copy of all that somebody wrote on this device for one review, as a page that opens anywhere and without signal: for
 * when nothing else works.
 */
export function saveCopy({ rows, day }: DeviceDay): void {
	const pieces = rows.map(
		(row) =>
			`<article><p>${became[row.became.is]}. ${safe(new Date(row.doneAt).toLocaleString('en-GB'))}</p><dl>${Object.entries(
				row.body,
			)
				.filter(([, said]) => said !== '')
				.map(([name, said]) => `<dt>${safe(name)}</dt><dd>${safe(String(said))}</dd>`)
				.join('')}</dl></article>`,
	);
	const page = `<!doctype html><meta charset="utf-8"><title>${heading}</title><h1>${heading}</h1><p>${safe(day?.hostName ?? '')}</p>${pieces.join('<hr>')}`;
	const address = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
	const link = Object.assign(document.createElement('a'), {
		href: address,
		download: 'fresh-eyes-copy.html',
	});
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
