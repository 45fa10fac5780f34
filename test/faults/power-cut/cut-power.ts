import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { SimulatedDisk } from './simulated-disk.ts';

/**
 * Loaded by `--import` into the writer and its worker thread. Follows every call on the database's folder, and at a
 * given one cuts the power: writes down what the disk would have, and ends the process on the spot.
 */
const { live, base, left, atCall, keepSome } = JSON.parse(process.env['POWER_CUT']!) as PowerCut;

export interface PowerCut {
	live: string;
	base: string;
	/** Where the folder goes that the cut leaves. */
	left: string;
	atCall: number;
	keepSome: boolean;
}

const real = { ...fs };
const paths = new Map<number, string>();
let disk: SimulatedDisk | undefined;
let calls = 0;

const isOurs = (path: fs.PathLike | number): path is string =>
	typeof path === 'string' && (path === live || path.startsWith(`${live}/`));

/** One call that changes what is on the disk or waits for it; the last is the one at which the power goes. */
function followed(): SimulatedDisk {
	disk ??= new SimulatedDisk(live, base);
	if (++calls >= atCall) {
		if (keepSome) disk.keepSomeOfTheRest();
		disk.leave(left);
		process.kill(process.pid, 'SIGKILL');
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
	}
	return disk;
}

fs.openSync = (path, flags, mode) => {
	const ours = isOurs(path);
	const existed = ours && real.existsSync(path);
	if (ours) disk ??= new SimulatedDisk(live, base);
	const handle = real.openSync(path, flags, mode);
	if (ours) {
		paths.set(handle, path);
		if (!existed) followed().created(path);
		else if (typeof flags === 'number' && flags & fs.constants.O_TRUNC) followed().truncated(path, 0);
	}
	return handle;
};

fs.closeSync = (handle) => {
	paths.delete(handle);
	real.closeSync(handle);
};

fs.writeSync = ((handle: number, buffer: Uint8Array, offset: number, length: number, position: number) => {
	const path = paths.get(handle);
	if (path === undefined)
		return (real.writeSync as (...all: unknown[]) => number)(handle, buffer, offset, length, position);
	const following = followed();
	const written = real.writeSync(handle, buffer, offset, length, position);
	following.written(path, handle, position, written);
	return written;
}) as typeof fs.writeSync;

fs.writeFileSync = (path, data, options) => {
	const existed = real.existsSync(path as string);
	const following = isOurs(path as string) ? followed() : undefined;
	real.writeFileSync(path, data, options);
	if (existed) following?.truncated(path as string, 0);
	else following?.created(path as string);
};

fs.ftruncateSync = (handle, length) => {
	const path = paths.get(handle);
	if (path !== undefined) followed().truncated(path, length ?? 0);
	real.ftruncateSync(handle, length);
};

fs.truncateSync = (path, length) => {
	if (isOurs(path as string)) followed().truncated(path as string, length ?? 0);
	real.truncateSync(path, length);
};

fs.mkdirSync = ((path: string, options?: fs.MakeDirectoryOptions) => {
	const made = real.mkdirSync(path, options);
	if (isOurs(path)) followed().created(path, true);
	return made;
}) as typeof fs.mkdirSync;

fs.renameSync = (from, to) => {
	const following = isOurs(from as string) ? followed() : undefined;
	real.renameSync(from, to);
	following?.renamed(from as string, to as string);
};

for (const name of ['unlinkSync', 'rmdirSync'] as const) {
	fs[name] = (path: fs.PathLike) => {
		if (isOurs(path as string)) followed().removed(path as string);
		real[name](path);
	};
}

for (const name of ['fsyncSync', 'fdatasyncSync'] as const) {
	fs[name] = (handle) => {
		if (disk && paths.has(handle) && disk.hasUnflushed(handle)) followed();
		real[name](handle);
		if (paths.has(handle)) disk?.flushed(handle);
	};
}

syncBuiltinESMExports();
