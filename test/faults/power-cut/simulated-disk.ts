import {
	copyFileSync,
	fstatSync,
	lstatSync,
	mkdirSync,
	openSync,
	readdirSync,
	readSync,
	truncateSync,
	writeSync,
	closeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

const pageSize = 8192;

/** A file or folder as the disk would have it, were the power to go now. */
interface Kept {
	/** For a folder: the names in it. */
	entries?: Map<string, number>;
	/** For a file: where its first bytes are, how many of them count, pages flushed since, and its length. */
	base?: string;
	baseLength: number;
	pages: Map<number, Buffer>;
	length: number;
}

/**
 * Remembers which bytes of a folder have been flushed. What it is told of are the calls a program makes; what it can
 * give at any moment is the folder as a power cut would leave it: a file's bytes as of its last fsync, a folder's names
 * as of its own, and a new file's name with its first fsync, as ext4 and XFS do it.
 */
export class SimulatedDisk {
	readonly #root: number;
	readonly #kept = new Map<number, Kept>();
	/** The folders as the program sees them. */
	readonly #seen = new Map<number, Map<string, number>>();
	readonly #parents = new Map<number, { folder: number; name: string }>();
	readonly #unflushed = new Map<number, { path: string; pages: Set<number>; shortest: number }>();

	/** `live` is the folder worked in; `base` an unchanging copy of it, all of it taken as flushed. */
	constructor(live: string, base: string) {
		this.#root = this.#adopt(live, base);
	}

	#adopt(live: string, base: string): number {
		const { ino, size } = lstatSync(live);
		this.#kept.set(ino, { base, baseLength: size, pages: new Map(), length: size });
		if (!lstatSync(live).isDirectory()) return ino;
		const names = new Map(
			readdirSync(live).map((name) => [name, this.#adopt(join(live, name), join(base, name))]),
		);
		for (const [name, child] of names) this.#parents.set(child, { folder: ino, name });
		this.#seen.set(ino, names);
		this.#kept.get(ino)!.entries = new Map(names);
		return ino;
	}

	created(path: string, isFolder = false): void {
		const { ino } = lstatSync(path);
		const folder = lstatSync(dirname(path)).ino;
		if (this.#seen.get(folder)?.get(basename(path)) === ino) return;
		this.#kept.set(ino, {
			baseLength: 0,
			pages: new Map(),
			length: 0,
			...(isFolder ? { entries: new Map() } : {}),
		});
		if (isFolder) this.#seen.set(ino, new Map());
		this.#enter(folder, basename(path), ino);
	}

	renamed(from: string, to: string): void {
		const { ino } = lstatSync(to);
		this.removed(from);
		this.#enter(lstatSync(dirname(to)).ino, basename(to), ino);
	}

	removed(path: string): void {
		this.#seen.get(lstatSync(dirname(path)).ino)?.delete(basename(path));
	}

	#enter(folder: number, name: string, ino: number): void {
		this.#seen.get(folder)?.set(name, ino);
		this.#parents.set(ino, { folder, name });
	}

	written(path: string, ino: number, position: number, length: number): void {
		const { pages } = this.#dirty(path, ino);
		for (let page = Math.floor(position / pageSize); page * pageSize < position + length; page++)
			pages.add(page);
	}

	truncated(path: string, length: number): void {
		const dirty = this.#dirty(path, lstatSync(path).ino);
		dirty.shortest = Math.min(dirty.shortest, length);
	}

	#dirty(path: string, ino: number) {
		const dirty = this.#unflushed.get(ino) ?? { path, pages: new Set<number>(), shortest: Infinity };
		this.#unflushed.set(ino, dirty);
		return dirty;
	}

	hasUnflushed(handle: number): boolean {
		return this.#unflushed.has(fstatSync(handle).ino);
	}

	flushed(handle: number): void {
		const { ino } = fstatSync(handle);
		const names = this.#seen.get(ino);
		if (names) this.#kept.get(ino)!.entries = new Map(names);
		else this.#keep(ino, handle, () => true);
		this.#keepNewName(ino);
	}

	/** A file's first fsync keeps its name, and the folders it lies in, if it had none on disk. */
	#keepNewName(ino: number): void {
		const parent = this.#parents.get(ino);
		if (!parent || this.#seen.get(parent.folder)?.get(parent.name) !== ino) return;
		const { entries } = this.#kept.get(parent.folder)!;
		if ([...entries!.values()].includes(ino)) return;
		entries!.set(parent.name, ino);
		this.#keepNewName(parent.folder);
	}

	#keep(ino: number, handle: number, chosen: (page: number) => boolean): void {
		const kept = this.#kept.get(ino);
		const dirty = this.#unflushed.get(ino);
		if (!kept || !dirty) return;
		this.#unflushed.delete(ino);
		const length = fstatSync(handle).size;
		kept.baseLength = Math.min(kept.baseLength, dirty.shortest);
		for (const page of kept.pages.keys()) if (page * pageSize >= dirty.shortest) kept.pages.delete(page);
		for (const page of [...dirty.pages].filter(chosen)) {
			const bytes = Buffer.alloc(pageSize);
			const read = readSync(handle, bytes, 0, pageSize, page * pageSize);
			kept.pages.set(page, bytes.subarray(0, read));
		}
		kept.length = length;
	}

	/** A disk may also have written some of what nobody asked it to flush. */
	keepSomeOfTheRest(): void {
		for (const [ino, { path }] of [...this.#unflushed]) {
			try {
				const handle = openSync(path, 'r');
				if (fstatSync(handle).ino === ino) this.#keep(ino, handle, () => Math.random() < 0.5);
				closeSync(handle);
			} catch {
				// Removed or renamed since: none of it was written.
			}
		}
	}

	/** Writes down, as a folder, what a power cut would leave. */
	leave(target: string): void {
		this.#leave(this.#root, target);
	}

	#leave(ino: number, target: string): void {
		const kept = this.#kept.get(ino)!;
		if (kept.entries) {
			mkdirSync(target, { mode: 0o700 });
			for (const [name, child] of kept.entries) this.#leave(child, join(target, name));
			return;
		}
		if (kept.base) copyFileSync(kept.base, target);
		const handle = openSync(target, kept.base ? 'r+' : 'w+', 0o600);
		if (kept.base) truncateSync(target, kept.baseLength);
		for (const [page, bytes] of kept.pages) writeSync(handle, bytes, 0, bytes.length, page * pageSize);
		closeSync(handle);
		truncateSync(target, kept.length);
	}
}
