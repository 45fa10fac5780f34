import { closeSync, constants, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { type Bridge, SizedFiles } from './sized-files.ts';

/**
 * PGlite's folder on disk, made durable. As it comes, PGlite never flushes: its bridge to Node has no fsync, so
 * PostgreSQL's own calls end nowhere, and a power cut can take back what was acknowledged. Here each flush PostgreSQL
 * asks for reaches the disk before the commit is answered.
 */
export class DurableFiles extends SizedFiles {
	protected override extend(bridge: Bridge): void {
		super.extend(bridge);
		bridge.stream_ops.fsync = ({ nfd, node }) => {
			const isFolder = (node.mode & constants.S_IFMT) === constants.S_IFDIR;
			if (isFolder) fsyncSync(nfd);
			else fdatasyncSync(nfd);
			return 0;
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
