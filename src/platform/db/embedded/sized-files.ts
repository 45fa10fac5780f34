import { constants, fstatSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type InitParameters = Parameters<NodeFS['init']>;

/** The part of Emscripten's bridge to the Node file system that is extended here: an internal of the pinned version. */
export interface Bridge {
	stream_ops: {
		open(stream: OpenFile): void;
		close(stream: OpenFile): void;
		write(stream: OpenFile, buffer: unknown, offset: number, length: number, position: number): number;
		setattr(stream: OpenFile, attributes: { size?: number }): void;
		llseek(stream: OpenFile, offset: number, whence: number): number;
		fsync?: (stream: OpenFile) => number;
	};
	node_ops: { setattr(node: unknown, attributes: { size?: number }): void };
}

export interface OpenFile {
	nfd: number;
	flags: number;
	node: { mode: number };
	/** One for all copies of a descriptor. */
	shared: { refcount: number };
}

/** What is known of one file on disk while it is open. */
interface Known {
	key: string;
	/** In bytes; null once something may have changed it that is not followed. */
	size: number | null;
	/** By how many descriptors it is open. */
	opened: number;
}

const fromTheEnd = 2;
/** O_APPEND, as Emscripten writes it. */
const appending = 1024;

/**
 * PGlite's folder on disk, with the sizes of open files kept in memory. PostgreSQL asks for a table's size many times in every query,
 * and PGlite asks the system each time: a third of what pages cost the embedded database. No other process writes to the folder, which
 * is locked; here each write and each cut is followed, and whatever else may change a size forgets it.
 */
export class SizedFiles extends NodeFS {
	override async init(...[pg, options]: InitParameters): ReturnType<NodeFS['init']> {
		const { emscriptenOpts } = await super.init(pg, options);
		const extend = (module: { NODEFS?: Bridge }) => {
			if (!module.NODEFS) throw new Error('This version of PGlite has no NODEFS to extend.');
			this.extend(module.NODEFS);
		};
		return {
			emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), extend as never] },
		};
	}

	protected extend(bridge: Bridge): void {
		const { open, close, write, setattr, llseek } = bridge.stream_ops;
		const cutByName = bridge.node_ops.setattr;
		const byKey = new Map<string, Known>();
		const byDescriptor = new WeakMap<OpenFile['shared'], Known>();

		Object.assign(bridge.stream_ops, {
			open(stream: OpenFile) {
				open(stream);
				if ((stream.node.mode & constants.S_IFMT) !== constants.S_IFREG) return;
				// Two names of one file, and one name of two files after each other, are told apart by the file itself.
				const { dev, ino, size } = fstatSync(stream.nfd, { bigint: true });
				const key = `${dev} ${ino}`;
				const known = byKey.get(key) ?? { key, size: null, opened: 0 };
				known.size = Number(size);
				known.opened++;
				byKey.set(key, known);
				byDescriptor.set(stream.shared, known);
			},
			close(stream: OpenFile) {
				close(stream);
				const known = byDescriptor.get(stream.shared);
				if (!known || stream.shared.refcount > 0) return;
				byDescriptor.delete(stream.shared);
				if (--known.opened === 0) byKey.delete(known.key);
			},
			write(stream: OpenFile, buffer: unknown, offset: number, length: number, position: number) {
				const known = byDescriptor.get(stream.shared);
				const before = known?.size ?? null;
				// Until it is done: one that fails may have written a part.
				if (known) known.size = null;
				const written = write(stream, buffer, offset, length, position);
				if (known && before !== null && !(stream.flags & appending))
					known.size = Math.max(before, position + written);
				return written;
			},
			setattr(stream: OpenFile, attributes: { size?: number }) {
				const known = byDescriptor.get(stream.shared);
				if (known && attributes.size !== undefined) known.size = null;
				setattr(stream, attributes);
			},
			llseek(stream: OpenFile, offset: number, whence: number) {
				const known = whence === fromTheEnd ? byDescriptor.get(stream.shared) : undefined;
				if (!known) return llseek(stream, offset, whence);
				known.size ??= fstatSync(stream.nfd).size;
				const position = known.size + offset;
				// Its own refusal of what lies before the beginning.
				return position < 0 ? llseek(stream, offset, whence) : position;
			},
		});
		bridge.node_ops.setattr = (node, attributes) => {
			if (attributes.size !== undefined) for (const known of byKey.values()) known.size = null;
			cutByName(node, attributes);
		};
	}
}
