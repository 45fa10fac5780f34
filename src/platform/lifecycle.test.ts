import { expect, test } from 'vitest';
import { addPart, beginClosing, closeParts, partsNotReady } from './lifecycle.ts';

const nothing = async () => {};

test('a part that fails or does not answer is named', async () => {
	addPart({ name: 'database', check: () => Promise.reject(new Error('gone')), close: nothing });
	addPart({ name: 'mail', check: () => new Promise(() => {}), close: nothing });
	addPart({ name: 'files', check: nothing, close: nothing });
	expect(await partsNotReady(20)).toEqual(['database', 'mail']);
});

test('what would never finish by itself is ended before anything closes', async () => {
	const ended: string[] = [];
	const close = async () => void ended.push('closed');
	addPart({ name: 'live', check: nothing, letGo: () => ended.push('let go'), close });
	beginClosing();
	expect([ended, await partsNotReady()]).toEqual([['let go'], ['closing']]);
	await closeParts();
	expect(ended).toEqual(['let go', 'closed']);
});

test('parts close last first, each once, and one failure keeps none open', async () => {
	const closed: string[] = [];
	for (const name of ['database', 'jobs', 'live']) {
		addPart({
			name,
			check: nothing,
			close: async () => {
				closed.push(name);
				if (name === 'jobs') throw new Error('stuck');
			},
		});
	}
	await expect(closeParts()).rejects.toThrow('Some parts did not close');
	await closeParts();
	expect(closed).toEqual(['live', 'jobs', 'database']);
	expect(await partsNotReady()).toEqual(['closing']);
});
