import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { examplePage, pageFile } from './page.ts';

test(
	'CSC-18: the example in the docs is what the code proposes for these schools',
	{ timeout: 300_000 },
	async () => {
		expect(await examplePage()).toBe(readFileSync(pageFile, 'utf8'));
	},
);
