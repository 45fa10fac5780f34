import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, buildIsCurrent } from '../bin/server/built-pages.ts';
import { startProduct } from '../test/running-product.ts';
import { median, type Figure } from './figure.ts';

const barSeconds = 5;
const rounds = 3;

/** P11: from the start command to the first page, installed and built: on a data folder that exists, and on a new one. */
export async function measure(): Promise<Figure[]> {
	if (!buildIsCurrent()) await build();
	const progress: number[] = [];
	const existing: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const dataDir = await mkdtemp(join(tmpdir(), 'fresh-eyes-p11-'));
		progress.push(await seconds(dataDir, { untilListening: true }));
		await (await startProduct({ dataDir })).stop();
		existing.push(await seconds(dataDir, { untilListening: false }));
		await rm(dataDir, { recursive: true });
	}
	return [
		figure(existing, 'start to first page on an existing data folder'),
		figure(progress, 'start to a page with progress on a new data folder'),
	];
}

/** Starts, waits for a page, and stops. */
async function seconds(dataDir: string, how: { untilListening: boolean }): Promise<number> {
	const began = performance.now();
	const product = await startProduct({ dataDir, ...how });
	const answer = await fetch(product.origin);
	await answer.text();
	const took = (performance.now() - began) / 1000;
	const expected = how.untilListening ? 503 : 200;
	if (answer.status !== expected)
		throw new Error(`The first page answered ${answer.status}, not ${expected}`);
	await product.stop();
	return took;
}

function figure(values: number[], how: string): Figure {
	const value = median(values);
	return {
		value: `${value.toFixed(1)} s`,
		bar: `≤ ${barSeconds} s`,
		ok: value <= barSeconds,
		how: `${how}, median of ${rounds}`,
	};
}
