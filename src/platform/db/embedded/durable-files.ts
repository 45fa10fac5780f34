import { closeSync, constants, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type InitParameters = Parameters<NodeFS['init']>;

/** The part of Emscripten's bridge to the Node file system that is extended here: an internal of the pinned version. */
interface Bridge {
	stream_ops: { fsync?: (stream: OpenFile) => number };
}

interface OpenFile {
	nfd: number;
	node: { mode: number };
}

/**
 * PGlite's folder on disk, made durable. As it comes, PGlite never flushes: its bridge to Node has no fsync, so
 * PostgreSQL's own calls end nowhere, and a power cut can take back what was acknowledged. Here each flush PostgreSQL
 * asks for reaches the disk before the commit is answered.
 */
export class DurableFiles extends NodeFS {
	override async init(...[pg, options]: InitParameters): ReturnType<NodeFS['init']> {
		const { emscriptenOpts } = await super.init(pg, options);
		const addFsync = (module: { NODEFS?: Bridge }) => {
			if (!module.NODEFS) throw new Error('This version of PGlite has no NODEFS to add fsync to.');
			module.NODEFS.stream_ops.fsync = ({ nfd, node }) => {
				const isFolder = (node.mode & constants.S_IFMT) === constants.S_IFDIR;
				if (isFolder) fsyncSync(nfd);
				else fdatasyncSync(nfd);
				return 0;
			};
		};
		return {
			emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync as never] },
		};
	}
}

/** PGlite's own parameters without `-F`, which turns flushing off. */
export const durableStart = [
	...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
	...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'full_page_writes=on'],
];

/** Makes the names in a folder survive a power cut: a new file is on disk only once its folder is. */
export function flushFolder(folder: string): void {
	const handle = openSync(folder, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}
