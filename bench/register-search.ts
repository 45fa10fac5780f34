import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRegister } from '#domain/register/load.server.ts';
import { searchSchools, warmSearch } from '#domain/register/queries.server.ts';
import { openDatabase } from '#platform/db/open.ts';
import { nobody } from '#platform/principal.ts';
import type { Figure } from './figure.ts';

const barMilliseconds = 30;
const today = '2026-01-15';

/** What people type, right and wrong, of every kind the search takes. Each is typed letter by letter. */
const typed = [
	'moulsam junor school chelmsford',
	'harwich dovercourt high',
	'CM2 9DG',
	"st mary's c of e primary school",
	'saint josephs catholic primary',
	'essex junior school',
	'137971',
	'katherine semar infant',
	'primary school birmingham',
	'notlye high school braintree',
];

/** Register search: one keystroke on the embedded engine, its transaction and the actor's role included. */
export async function measure(): Promise<Figure[]> {
	const dataDir = mkdtempSync(join(tmpdir(), 'fresh-eyes-reg-'));
	const database = await openDatabase({ dataDir });
	try {
		await loadRegister(database);
		await database.as(nobody, today, warmSearch);
		const times: number[] = [];
		for (const text of typed)
			for (let length = 1; length <= text.length; length++) {
				const began = performance.now();
				await database.as(nobody, today, (db) => searchSchools(db, text.slice(0, length)));
				times.push(performance.now() - began);
			}
		times.sort((a, b) => a - b);
		const at = (share: number) => times[Math.floor((times.length - 1) * share)]!;
		return [
			{
				value: `p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms`,
				bar: `${barMilliseconds} ms`,
				ok: at(0.95) < barMilliseconds,
				how: `${times.length} keystrokes over the whole register, embedded engine, with transaction and role`,
			},
		];
	} finally {
		await database.close();
		rmSync(dataDir, { recursive: true });
	}
}

if (import.meta.main)
	for (const { value, bar, ok, how } of await measure())
		console.log(['REG', value, bar, ok ? 'ok' : 'short', how].join(' | '));
