import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#platform/project-root.ts';
import { turnedOff as turnedOffHere } from './browser-windows.ts';

test('what Playwright turns off in Chromium stays off', () => {
	const playwright = join(projectRoot, 'node_modules/playwright-core/lib/coreBundle.js');
	const [, list] = /\bdisabledFeatures = \[([^\]]*)\]/.exec(readFileSync(playwright, 'utf8')) ?? [];
	const turnedOff = [...(list ?? '').matchAll(/^\s*"(\w+)"/gm)].map(([, name]) => name!);
	expect(turnedOff.length).toBeGreaterThan(5);
	expect(turnedOff.filter((name) => !turnedOffHere.includes(name))).toEqual([]);
});
