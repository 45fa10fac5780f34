/** `npm run bench -- P3`: measures the figures named, or all, and prints one line each: `P3 | value | bar | ok or short | how`. */
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Measure } from './figure.ts';

const files = readdirSync(import.meta.dirname).filter(
	(name) => /^[pr]\d+-.*\.ts$/.test(name) && !name.endsWith('.test.ts'),
);
const measured = files.map((file) => ({ id: file.split('-', 1)[0]!.toUpperCase(), file }));
measured.sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));

const asked = process.argv.slice(2).map((id) => id.toUpperCase());
const unknown = asked.filter((id) => !measured.some((one) => one.id === id));
if (unknown.length > 0) {
	console.error(
		`Nothing measures ${unknown.join(', ')}. There is: ${measured.map((one) => one.id).join(', ')}`,
	);
	process.exit(2);
}

for (const { id, file } of measured) {
	if (asked.length > 0 && !asked.includes(id)) continue;
	const { measure } = (await import(pathToFileURL(join(import.meta.dirname, file)).href)) as {
		measure: Measure;
	};
	for (const { value, bar, ok, how } of await measure()) {
		console.log([id, value, bar, ok ? 'ok' : 'short', how].join(' | '));
		if (!ok) process.exitCode = 1;
	}
}
