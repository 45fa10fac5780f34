import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded by `--import` into a process and its worker threads: writes a line for each flush that has reached the disk,
 * into the same pipe as the acknowledgements, so that their order can be read off.
 */
const flush = fs.fdatasyncSync;
fs.fdatasyncSync = (handle) => {
	flush(handle);
	fs.writeSync(1, 'flushed\n');
};
syncBuiltinESMExports();
