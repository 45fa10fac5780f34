import { v7 as newId } from 'uuid';
import type { Day } from '#domain/evidence/day.ts';
import { withRows } from '#domain/evidence/on-device.ts';
import type { DayPhoto } from '#domain/evidence/photo.ts';
import type { Closed, DeviceDatabase } from '#platform/device/device-database.ts';
import type { DeviceDrafts } from '#platform/device/device-drafts.ts';
import {
	cookieIn,
	keepCounts,
	personOfDevice,
	readCounts,
	outboxCookie,
} from '#platform/device/device-person.ts';
import { allDraftFiles, type DraftFile, draftFiles } from '#platform/device/draft-files.ts';
import { keep, letGo, readKept } from '#platform/device/kept.ts';
import { lookForNewer, watchForNewer } from '#platform/device/newer-version.ts';
import { nobodyNow, tabs } from '#platform/device/signed-out.ts';
import { listen } from '#platform/live/listen.ts';
import type { Pause, Row } from '#platform/outbox/row.ts';
import { fetchDay } from './fetch-day.ts';
import { dayName, type KeptDay } from './kept-day.ts';
import { type NotOpened, type OpenDevice, openDevice } from './open-device.ts';

/** What a form says when the device keeps nothing more; the page says above it why. */
export const noRoom = {
	'': 'This device could not keep it. What you wrote still stands below; the top of the page says what to do.',
};

/** Something to be kept in the outbox. */
export type DeviceDeed = Pick<Row, 'deed' | 'about' | 'body' | 'file'>;

/** A photo of a piece, to be sent after it. */
export const photoDeed = (
	pieceId: string,
	{ id, ...words }: PhotoWords & { id: string },
	file: Blob,
): DeviceDeed => ({ deed: 'photo', about: pieceId, body: { id, evidenceId: pieceId, ...words }, file });

/** What is said of a photo that has no piece yet. */
export type PhotoWords = Pick<DayPhoto, 'description' | 'width' | 'height'>;

/** Why the page shows no day. */
type Without = NotOpened | 'not kept' | 'not there';

/** What a device without room refuses, each until it takes such a thing again. */
type Refused = 'deed' | 'draft' | 'day';

const retryMs = 15_000;

/** The day of one review on this device: what the server gave, and over it what was done here and is not there yet. */
export class DeviceDay {
	readonly #review: string;
	#database: DeviceDatabase | undefined;
	#shelf: OpenDevice['shelf'] | undefined;
	#outbox: OpenDevice['outbox'] | undefined;
	#asking = false;
	#asked = false;
	readonly #tabs = tabs();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#stopListening: (() => void) | undefined;
	#left = false;

	without: Without | undefined = $state();
	/** When the server gave it. */
	keptAt: number | undefined = $state();
	/** Why nothing is sent at the moment. */
	pause: Pause | null = $state(null);
	/** What the device had no room for. */
	#noRoomFor: ReadonlySet<Refused> = $state.raw(new Set());
	/** The device would keep nothing more. */
	readonly full = $derived(this.#noRoomFor.size > 0);
	/** A newer version of the product is kept here. */
	newer = $state(false);
	/** Why this page can keep nothing any longer until it is loaded anew. */
	closed: Closed | undefined = $state();
	rows: Row[] = $state.raw([]);
	person: KeptDay['person'] | undefined = $state.raw();
	bell: KeptDay['bell'] = $state.raw(null);
	demo = $state(false);
	#given: Day | undefined = $state.raw();

	readonly #merged = $derived(this.#given && withRows(this.#given, this.rows, this.keptAt ?? 0));
	readonly day = $derived(this.#merged?.day);
	readonly pieces = $derived(this.#merged?.pieces ?? []);
	readonly waiting = $derived(this.rows.filter(({ became }) => became.is === 'waiting').length);
	readonly refused = $derived(this.rows.filter(({ became }) => became.is === 'refused').length);
	readonly sent = $derived(this.rows.filter(({ became }) => became.is === 'taken').length);

	/** What is still being written; there once the page shows a day. */
	drafts: DeviceDrafts | undefined;

	constructor(review: string) {
		this.#review = review;
	}

	/** Opens what the device has, then asks the server for what is newer and sends what waits. Call in the browser; returns how to stop. */
	open(): () => void {
		void this.#open().catch(() => (this.without ??= 'no storage'));
		const again = () => void this.catchUp();
		const seen = () => document.visibilityState === 'visible' && again();
		const without = () => (this.pause = 'no signal');
		const stopWatching = watchForNewer((kept) => (this.newer = kept));
		window.addEventListener('online', again);
		window.addEventListener('offline', without);
		document.addEventListener('visibilitychange', seen);
		this.#tabs.addEventListener('message', ({ data }) => {
			// What is being written is kept as a draft; the plan and the names do not stay on the screen.
			if (data === nobodyNow) location.reload();
			else void this.#readRows();
		});
		return () => {
			window.removeEventListener('online', again);
			window.removeEventListener('offline', without);
			document.removeEventListener('visibilitychange', seen);
			stopWatching();
			this.#left = true;
			clearTimeout(this.#timer);
			this.#stopListening?.();
			this.#tabs.close();
			this.#database?.close();
		};
	}

	/** Keeps a deed on the device, then sends what it can. Resolves once it is kept; throws where there is no room. */
	async put(deed: string, about: string, body: Row['body']): Promise<void> {
		await this.putTogether({ deed, about, body });
	}

	/** The same with several deeds: all of them are kept, or none. */
	async putTogether(...deeds: DeviceDeed[]): Promise<void> {
		try {
			await this.#outbox!.put(...deeds.map((deed) => this.#asRow(deed)));
			this.#took('deed');
		} catch (error) {
			this.#noRoom('deed');
			throw error;
		}
		void this.#readRows().then(() => this.catchUp());
	}

	/** Removes a photo of a piece for good: one that waits here is not sent. Throws where there is no room to note it. */
	async removePhoto(pieceId: string, photoId: string): Promise<void> {
		const deed = {
			deed: 'remove photo',
			about: pieceId,
			body: { evidenceId: pieceId, photoId },
		};
		const waits = this.rows.find(
			({ deed: done, body, became }) => done === 'photo' && body['id'] === photoId && became.is === 'waiting',
		);
		if (!waits) return this.putTogether(deed);
		try {
			await this.#outbox!.takeBack(waits, this.#asRow(deed));
		} catch (error) {
			this.#noRoom('deed');
			throw error;
		}
		void this.#readRows().then(() => this.catchUp());
	}

	/** Says on the page that the device keeps nothing more; answers with what the form says. */
	noteFull(): typeof noRoom {
		this.#noRoom('deed');
		return noRoom;
	}

	#noRoom(what: Refused): void {
		if (!this.closed) this.#noRoomFor = new Set([...this.#noRoomFor, what]);
	}

	#took(what: Refused): void {
		this.#noRoomFor = new Set([...this.#noRoomFor].filter((one) => one !== what));
	}

	/** All photos of what its person is still writing, for whichever review; undefined where the browser gives them no more. */
	allDraftPhotos(): Promise<(DraftFile<PhotoWords> & { at: number })[] | undefined> {
		return allDraftFiles<PhotoWords>(this.#database!, this.person!.id, 'evidence').catch(() => undefined);
	}

	/** The photos of the piece of a review that is still being written. */
	draftPhotos(reviewId: string) {
		return draftFiles<PhotoWords>(this.#database!, this.person!.id, `evidence ${reviewId}`);
	}

	#asRow(deed: DeviceDeed) {
		return { ...deed, id: newId(), place: this.#review };
	}

	/** Sets rows aside, all or none, once their author has put others in their place or let them go; then sends what waited for them. */
	async setAside(...rows: Row[]): Promise<void> {
		if (this.closed) return;
		await this.#shelf!.became(rows.map((row) => ({ row, became: { is: 'set aside' } })));
		await this.#changed();
		void this.catchUp();
	}

	/** Sends what waits and fetches the day anew. */
	async catchUp(): Promise<void> {
		if (!this.#outbox || !this.#database || this.closed) return;
		this.#asked = true;
		if (this.#asking) return;
		this.#asking = true;
		clearTimeout(this.#timer);
		try {
			// What was kept while something was under way goes at once, not at the next try.
			while (this.#asked) {
				this.#asked = false;
				await this.#sendAndFetch();
			}
		} catch {
			this.pause = 'trouble';
		} finally {
			this.#asking = false;
			if ((this.waiting > 0 || this.pause) && !this.#left)
				this.#timer = setTimeout(() => void this.catchUp(), retryMs);
		}
	}

	async #sendAndFetch(): Promise<void> {
		if ((await personOfDevice(this.#database!)) !== this.person!.id) {
			// They signed out elsewhere, and this page was not told: it was asleep, or is one that somebody went back to.
			location.reload();
			return;
		}
		const had = this.waiting;
		this.pause = await this.#outbox!.send();
		// What holds up another review's rows does not hold up this one's news.
		if (this.pause === null || this.pause === 'trouble') await this.refresh();
		// A newer version is not fetched while something waits.
		if (had > 0 && this.waiting === 0) void lookForNewer();
	}

	/** Fetches the day anew, where there is signal. */
	async refresh(): Promise<void> {
		const said = await fetchDay(this.#review);
		if (said.is === 'paused') this.pause = said.because;
		else if (said.is === 'not there') await this.#lose();
		else await this.#keep(said.kept);
		if (!this.#given) this.without ??= 'not kept';
	}

	async #open(): Promise<void> {
		const opened = await openDevice(
			(why) => (this.closed = why),
			() => void this.#changed(),
			(kept) => (kept ? this.#took('draft') : this.#noRoom('draft')),
		);
		if (typeof opened === 'string') {
			this.without = opened;
			return;
		}
		// The page may have been left meanwhile.
		if (this.#left) return void opened.database.close();
		const { person } = opened;
		this.#database = opened.database;
		this.drafts = opened.drafts;
		this.#shelf = opened.shelf;
		this.#outbox = opened.outbox;
		this.person = { id: person, name: '' };
		const kept = await readKept<KeptDay>(this.#database, person, dayName(this.#review));
		if (kept) this.#show(kept.value, kept.at);
		await this.#readRows();
		await this.catchUp();
		if (!this.#given) this.without ??= 'not kept';
	}

	async #keep(kept: KeptDay): Promise<void> {
		if (kept.person.id !== this.person?.id) {
			// Somebody else signed in, in another tab: this page is theirs now. What was written here waits for its author.
			location.reload();
			return;
		}
		// Two answers may arrive in the wrong order.
		if (this.#given && kept.day.news < this.#given.news) return;
		await keep(this.#database!, kept.person.id, dayName(this.#review), kept, Date.now()).then(
			() => this.#took('day'),
			() => this.#noRoom('day'),
		);
		this.#show(kept, Date.now());
		this.#listen(kept.day);
		await this.#readRows();
	}

	/** It is not there for this person, or not any more: what it told of others does not stay behind. */
	async #lose(): Promise<void> {
		await letGo(this.#database!, this.person!.id, dayName(this.#review));
		this.#given = undefined;
		this.bell = null;
		this.without = 'not there';
	}

	#show({ day, person, bell, demo }: KeptDay, at: number): void {
		this.bell = bell;
		this.demo = demo;
		this.#given = day;
		this.person = person;
		this.keptAt = at;
		this.without = undefined;
	}

	/** Hears what others write, from when the server first answered until it says that there is no more for this person. */
	#listen({ news }: Day): void {
		if (this.#left) return;
		this.#stopListening ??= listen({
			url: `/api/reviews/${this.#review}/news`,
			since: news,
			onNews: () => this.refresh(),
			onEnd: (why) => {
				this.#stopListening = undefined;
				if (why === 'signed out') this.pause = 'signed out';
				else void this.refresh();
			},
		});
	}

	async #changed(): Promise<void> {
		if (this.#left) return;
		this.#tabs.postMessage('changed');
		await this.#readRows();
	}

	async #readRows(): Promise<void> {
		if (!this.#shelf || !this.person || this.closed) return;
		this.rows = await this.#shelf.at(this.person.id, this.#review);
		const { id } = this.person;
		const counts = readCounts(id, cookieIn(document.cookie, outboxCookie));
		counts[this.#review] = { waiting: this.waiting + this.refused, sent: this.sent };
		// oxlint-disable-next-line unicorn/no-document-cookie -- the server's pages read it, also where they run no script.
		document.cookie = keepCounts(id, counts);
	}
}
