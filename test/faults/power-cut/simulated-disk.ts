import { closeSync, copyFileSync, fstatSync, ftruncateSync, lstatSync, mkdirSync, openSync } from 'node:fs';
import { readdirSync, readSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const pageSize = 8192;

/** A file as the disk would have it, were the power to go now, and what the program has done to it since. */
interface File {
	/** Where its first bytes are, how many of them count, the pages flushed over them, and its length. */
	base?: string;
	baseLength: number;
	pages: Map<number, Buffer>;
	length: number;
	unflushed?: { path: string; pages: Set<number>; shortest: number } | undefined;
	parent?: { folder: Folder; name: string };
}

/** A folder: the names the disk would have, and those the program sees. */
interface Folder {
	kept: Map<string, File | Folder>;
	seen: Map<string, File | Folder>;
	parent?: { folder: Folder; name: string };
}

const isFolder = (entry: File | Folder): entry is Folder => 'kept' in entry;

/**
 * Remembers which bytes of a folder have been flushed. What it is told of are the calls a program makes; what it can
 * give at any moment is the folder as a power cut would leave it: a file's bytes as of its last fsync, a folder's names
 * as of its own, and a new file's name with its first fsync, as ext4 and XFS do it.
 */
export class SimulatedDisk {
	readonly #root: Folder;
	/** By inode number, which the operating system gives to another file once one is removed. */
	readonly #entries = new Map<number, File | Folder>();

	/** `live` is the folder worked in; `base` an unchanging copy of it, all of it taken as flushed. */
	constructor(live: string, base: string) {
		this.#root = this.#adopt(live, base) as Folder;
	}

	#adopt(live: string, base: string): File | Folder {
		const status = lstatSync(live);
		const entry: File | Folder = status.isDirectory()
			? { kept: new Map(), seen: new Map() }
			: { base, baseLength: status.size, pages: new Map(), length: status.size };
		this.#entries.set(status.ino, entry);
		if (!isFolder(entry)) return entry;
		for (const name of readdirSync(live)) {
			const child = this.#adopt(join(live, name), join(base, name));
			child.parent = { folder: entry, name };
			entry.kept.set(name, child);
			entry.seen.set(name, child);
		}
		return entry;
	}

	created(path: string, folder = false): void {
		const entry: File | Folder = folder
			? { kept: new Map(), seen: new Map() }
			: { baseLength: 0, pages: new Map(), length: 0 };
		this.#entries.set(lstatSync(path).ino, entry);
		this.#enter(path, entry);
	}

	renamed(from: string, to: string): void {
		const entry = this.#folderOf(from).seen.get(basename(from))!;
		this.removed(from);
		this.#enter(to, entry);
	}

	removed(path: string): void {
		this.#folderOf(path).seen.delete(basename(path));
	}

	#enter(path: string, entry: File | Folder): void {
		const folder = this.#folderOf(path);
		folder.seen.set(basename(path), entry);
		entry.parent = { folder, name: basename(path) };
	}

	#folderOf(path: string): Folder {
		return this.#entries.get(lstatSync(dirname(path)).ino) as Folder;
	}

	written(path: string, handle: number, position: number, length: number): void {
		const { pages } = this.#dirty(path, this.#entries.get(fstatSync(handle).ino) as File);
		for (let page = Math.floor(position / pageSize); page * pageSize < position + length; page++)
			pages.add(page);
	}

	truncated(path: string, length: number): void {
		const dirty = this.#dirty(path, this.#entries.get(lstatSync(path).ino) as File);
		dirty.shortest = Math.min(dirty.shortest, length);
	}

	#dirty(path: string, file: File) {
		return (file.unflushed ??= { path, pages: new Set(), shortest: Infinity });
	}

	hasUnflushed(handle: number): boolean {
		const entry = this.#entries.get(fstatSync(handle).ino);
		return entry !== undefined && !isFolder(entry) && entry.unflushed !== undefined;
	}

	flushed(handle: number): void {
		const entry = this.#entries.get(fstatSync(handle).ino)!;
		if (isFolder(entry)) entry.kept = new Map(entry.seen);
		else this.#keep(entry, handle, () => true);
		this.#keepNewName(entry);
	}

	/** A file's first fsync keeps its name, and the folders it lies in, if it had none on disk. */
	#keepNewName(entry: File | Folder): void {
		const { parent } = entry;
		if (!parent || parent.folder.seen.get(parent.name) !== entry) return;
		if ([...parent.folder.kept.values()].includes(entry)) return;
		parent.folder.kept.set(parent.name, entry);
		this.#keepNewName(parent.folder);
	}

	#keep(file: File, handle: number, chosen: (page: number) => boolean): void {
		const { unflushed: dirty } = file;
		if (!dirty) return;
		file.unflushed = undefined;
		file.baseLength = Math.min(file.baseLength, dirty.shortest);
		for (const page of file.pages.keys()) if (page * pageSize >= dirty.shortest) file.pages.delete(page);
		for (const page of [...dirty.pages].filter(chosen)) {
			const bytes = Buffer.alloc(pageSize);
			const read = readSync(handle, bytes, 0, pageSize, page * pageSize);
			file.pages.set(page, bytes.subarray(0, read));
		}
		file.length = fstatSync(handle).size;
	}

	/** A disk may also have written some of what nobody asked it to flush. */
	keepSomeOfTheRest(): void {
		for (const [ino, entry] of this.#entries) {
			if (isFolder(entry) || !entry.unflushed) continue;
			try {
				const handle = openSync(entry.unflushed.path, 'r');
				if (fstatSync(handle).ino === ino) this.#keep(entry, handle, () => Math.random() < 0.5);
				closeSync(handle);
			} catch {
				// Removed or renamed since: none of it was written.
			}
		}
	}

	/** Writes down, as a folder, what a power cut would leave. */
	leave(target: string): void {
		leave(this.#root, target);
	}
}

function leave(entry: File | Folder, target: string): void {
	if (isFolder(entry)) {
		mkdirSync(target, { mode: 0o700 });
		for (const [name, child] of entry.kept) leave(child, join(target, name));
		return;
	}
	if (entry.base) copyFileSync(entry.base, target);
	const handle = openSync(target, entry.base ? 'r+' : 'w', 0o600);
	ftruncateSync(handle, entry.baseLength);
	for (const [page, bytes] of entry.pages) writeSync(handle, bytes, 0, bytes.length, page * pageSize);
	ftruncateSync(handle, entry.length);
	closeSync(handle);
}
