import { reach } from '../device/signal.ts';
import type { Post } from './parts.ts';
import { type Answer, type Pause, type Reply, type Row, wordsPart } from './row.ts';

/** Longer than a slow network needs; after it the request counts as lost and is sent once more. */
const patienceMs = (rows: readonly Row[]): number => 45_000 + bytesOf(rows) / slowest;
/** Bytes in a millisecond, where the signal is hardly worth the name. */
const slowest = 16;
const bytesOf = (rows: readonly Row[]): number => rows.reduce((sum, { file }) => sum + (file?.size ?? 0), 0);

/**
 * Sends rows over HTTP as one person: what the server answers to each, or why there is no answer.
 * @param addressOf where the rows of a place go
 */
export const postRows =
	(person: string, addressOf: (place: string) => string, now: () => number): Post =>
	async (place, rows) => {
		const unreadable = await firstUnreadable(rows);
		if (unreadable) return { is: 'answered', answers: new Map([[unreadable.id, notHere]]) };
		try {
			const response = await reach(addressOf(place), {
				method: 'POST',
				signal: AbortSignal.timeout(patienceMs(rows)),
				...carrying(inWords(person, rows, now()), rows),
			});
			return await read(response);
		} catch {
			return { is: 'paused', because: 'no signal' };
		}
	};

/** What a browser no longer finds on its disk: sending would fail for ever as if there were no signal. */
async function firstUnreadable(rows: readonly Row[]): Promise<Row | undefined> {
	for (const row of rows) {
		const readable = await row.file
			?.slice(0, 1)
			.arrayBuffer()
			.then(
				() => true,
				() => false,
			);
		if (readable === false) return row;
	}
	return undefined;
}

const notHere: Answer = {
	is: 'invalid',
	fields: { picture: 'This device can no longer read this file. Take it again.' },
};

/** Words alone go as JSON; with files each is a part of a form, named by its row. */
function carrying(words: string, rows: readonly Row[]): Pick<RequestInit, 'body' | 'headers'> {
	const withFiles = rows.filter(({ file }) => file !== undefined);
	if (withFiles.length === 0) return { body: words, headers: { 'content-type': 'application/json' } };
	const body = new FormData();
	body.set(wordsPart, words);
	for (const { id, file } of withFiles) body.set(id, file!);
	return { body };
}

const ago = ({ doneAt }: Row, now: number): number => Math.max(0, Math.round((now - doneAt) / 1000));

const inWords = (person: string, rows: readonly Row[], now: number): string =>
	JSON.stringify({
		person,
		rows: rows.map((row) => ({ id: row.id, deed: row.deed, body: row.body, ago: ago(row, now) })),
	});

const paused: Readonly<Record<number, Pause>> = { 401: 'signed out', 409: 'another person' };

/** What is not in our words, such as the page of a filter or of a proxy, says nothing of the rows, whatever its status. */
async function read(response: Response): Promise<Reply> {
	const because = paused[response.status];
	if (because) return { is: 'paused', because };
	const { answers } = (await response.json().catch(() => ({}))) as {
		answers?: ({ id: string } & Answer)[];
	};
	if (!answers) return { is: 'paused', because: 'trouble' };
	return { is: 'answered', answers: new Map(answers.map(({ id, ...answer }) => [id, answer])) };
}
