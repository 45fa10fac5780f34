import { v7 as newId } from 'uuid';
import { Awareness } from 'y-protocols/awareness';
import type { UndoManager } from 'yjs';
import { formOfWriting } from '#domain/report/document/writing-form.ts';
import { type DeviceDatabase, openDeviceDatabase } from '#platform/device/device-database.ts';
import { reach } from '#platform/device/signal.ts';
import { type Caret, showCarets } from '#platform/joint-document/carets.ts';
import {
	JointSession,
	type LogPart,
	type Sent,
	type Standing,
} from '#platform/joint-document/joint-session.ts';
import { undoOver } from '#platform/joint-document/undoing.ts';
import { openUnsent, type Unsent } from '#platform/joint-document/unsent.ts';
import { listen } from '#platform/live/listen.ts';
import type { Told } from '#platform/live/line.ts';

interface News extends Told {
	log: LogPart;
	carets: Caret[];
	news: number;
}

/** How long a caret rests before the others are told of it, where nothing is written meanwhile. In milliseconds. */
const caretMs = 400;
const patienceMs = 30_000;
/** How long nobody has written when the rest of the page is loaded anew. In milliseconds. */
const settleMs = 1_500;

/** One page on which somebody writes the report together with others. */
export class WritingTogether {
	/** How it stands with what was written here. */
	standing: Standing = $state.raw({ is: 'saved' });
	/** Everybody else who has the report open. */
	others: Caret[] = $state.raw([]);
	readonly session: JointSession;
	readonly awareness: Awareness;
	readonly undo: UndoManager;
	readonly #person: string;
	readonly #url: string;
	readonly #database: DeviceDatabase | null;
	readonly #unsent: Unsent | null;
	readonly #onNews: () => void;
	#news: number;
	#stop: (() => void)[] = [];
	#caretTimer: ReturnType<typeof setTimeout> | undefined;
	#settleTimer: ReturnType<typeof setTimeout> | undefined;

	private constructor(
		{ reviewId, personId, headings, news, onNews }: Opening,
		database: DeviceDatabase | null,
		unsent: (page: string) => Unsent | null,
		tracked: unknown,
	) {
		this.#url = `/api/reviews/${reviewId}/report`;
		this.#person = personId;
		this.#database = database;
		this.#onNews = onNews;
		this.#news = news;
		this.session = new JointSession(
			{
				fetch: async (after) => (await this.#ask(after)).log,
				send: (update) => this.#send(update),
				keep: (update) => this.#unsent?.keep(update) ?? Promise.reject(new Error('Nothing is kept here.')),
				letGo: async () => this.#unsent?.letGo(),
			},
			(standing) => (this.standing = standing),
		);
		const { doc } = this.session;
		this.#unsent = unsent(String(doc.clientID));
		this.awareness = new Awareness(doc);
		this.undo = undoOver(doc, headings, tracked);
	}

	/**
	 * Opens the report for writing. Rejects where the server does not answer.
	 * @param tracked the origin of what is typed here, which can be undone
	 */
	static async open(opening: Opening, tracked: unknown): Promise<WritingTogether> {
		const database = await openDeviceDatabase().catch(() => null);
		const unsent = (page: string) =>
			database && openUnsent(database, opening.personId, `report ${opening.reviewId}`, page);
		const writing = new WritingTogether(opening, database, unsent, tracked);
		await writing.session.open((await writing.#unsent?.leftBehind().catch(() => [])) ?? []);
		writing.#begin();
		return writing;
	}

	/** What stays on this device because the server will not have it is let go: its author has it elsewhere, or does not want it. */
	async discard(): Promise<void> {
		await this.#unsent?.letGo();
	}

	close(): void {
		this.session.leave();
		this.awareness.destroy();
		for (const stop of this.#stop) stop();
		clearTimeout(this.#caretTimer);
		this.#unsent?.close();
		this.#database?.close();
	}

	#begin(): void {
		const retry = () => this.session.retry();
		globalThis.addEventListener('online', retry);
		const sayWhere = (_: unknown, origin: unknown) => origin === 'local' && this.#caretMoved();
		this.awareness.on('update', sayWhere);
		this.#caretMoved();
		// What the page says of the words, such as what they still lack, follows when nobody has written for a moment.
		const settle = () => {
			clearTimeout(this.#settleTimer);
			this.#settleTimer = setTimeout(() => this.standing.is === 'saved' && this.#onNews(), settleMs);
		};
		this.session.doc.on('update', settle);
		this.#stop = [
			() => clearTimeout(this.#settleTimer),
			() => globalThis.removeEventListener('online', retry),
			listen({
				url: this.#url,
				onNews: (told) => this.#hear(told as News),
				onEnd: (why) =>
					this.session.end(
						why === 'signed out'
							? 'You are signed out. Sign in again to go on writing.'
							: 'This report is not yours to write any longer.',
					),
			}),
		];
	}

	async #hear({ log, carets, news }: News): Promise<void> {
		await this.session.hear(log);
		this.others = carets.filter(({ personId }) => personId !== this.#person);
		showCarets(this.awareness, carets);
		if (news === this.#news) return;
		this.#news = news;
		this.#onNews();
	}

	async #ask(after: number): Promise<News> {
		const answer = await reach(`${this.#url}?log=${after}`, { signal: AbortSignal.timeout(patienceMs) });
		if (!answer.ok) throw new Error(`The report could not be read: ${answer.status}`);
		return (await answer.json()) as News;
	}

	get #caret(): unknown {
		return this.awareness.getLocalState()?.['cursor'] ?? null;
	}

	async #send(update: Uint8Array): Promise<Sent> {
		const answer = await this.#post({ id: newId(), update: inBase64(update), caret: this.#caret });
		if (answer === null) return { is: 'paused', because: 'no signal' };
		if (answer.ok) return { is: 'taken' };
		if (answer.status === 401) return { is: 'paused', because: 'signed out' };
		if (answer.status === 404)
			return { is: 'refused', words: 'This report is not yours to write any longer.' };
		if (answer.status === 409) return { is: 'outdated' };
		const said = (await answer.json().catch(() => null)) as { fields?: Record<string, string> } | null;
		const words = said?.fields?.[''] ?? Object.values(said?.fields ?? {})[0];
		return words ? { is: 'refused', words } : { is: 'paused', because: 'trouble' };
	}

	/** A caret that moves while something is written goes with it. */
	#caretMoved(): void {
		clearTimeout(this.#caretTimer);
		this.#caretTimer = setTimeout(() => {
			if (this.standing.is === 'saved') void this.#post({ caret: this.#caret });
		}, caretMs);
	}

	#post(body: object): Promise<Response | null> {
		return reach(this.#url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({
				form: formOfWriting,
				person: this.#person,
				writer: this.awareness.clientID,
				...body,
			}),
			signal: AbortSignal.timeout(patienceMs),
		}).catch(() => null);
	}
}

interface Opening {
	reviewId: string;
	personId: string;
	/** The keys of the protocol's headings. */
	headings: readonly string[];
	/** The review's news that the page shows already. */
	news: number;
	/** Something changed that stands beside the words: comments, lost words, findings, editions. */
	onNews: () => void;
}

const inBase64 = (bytes: Uint8Array): string => {
	let text = '';
	for (const one of bytes) text += String.fromCharCode(one);
	return btoa(text);
};
