/** Finds the Chromium that journeys run in; run as a command, installs it first where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const usual = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/lib/chromium/chromium',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const waysToInstall: { needs: string; commands: string[][] }[] = [
	{
		needs: 'apt-get',
		commands: [
			['apt-get', 'update'],
			['apt-get', 'install', '-y', 'chromium'],
		],
	},
	{ needs: 'dnf', commands: [['dnf', 'install', '-y', 'chromium']] },
	{ needs: 'apk', commands: [['apk', 'add', 'chromium']] },
];

/** The path of a Chromium: CHROMIUM_PATH, the system's, or the one Playwright downloaded. Null where there is none. */
export function findChromium(): string | null {
	const chosen = process.env['CHROMIUM_PATH'];
	if (chosen) return existsSync(chosen) ? chosen : null;
	return [...usual, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/** Installs Chromium if it is missing. Throws with everything that was tried when none of it worked. */
export function ensureChromium(say: (line: string) => void): string {
	const found = findChromium();
	if (found) return found;
	const chosen = process.env['CHROMIUM_PATH'];
	if (chosen) throw new Error(`CHROMIUM_PATH is ${chosen}, and there is nothing there.`);

	const tried: string[] = [];
	for (const command of [
		...systemCommands(),
		[[process.execPath, playwrightCommand(), 'install', 'chromium']],
	]) {
		say(`Chromium is missing; trying: ${command.map((part) => part.join(' ')).join(' && ')}`);
		tried.push(runAll(command));
		const installed = findChromium();
		if (installed) return installed;
	}
	throw new Error(
		[
			'The journeys need Chromium, and it could not be installed:',
			...tried,
			'Install it yourself, or set CHROMIUM_PATH.',
		].join('\n'),
	);
}

function systemCommands(): string[][][] {
	const asRoot = process.getuid?.() === 0 ? [] : canSudo() ? ['sudo', '-n'] : null;
	const way = waysToInstall.find(({ needs }) => spawnSync('which', [needs]).status === 0);
	return way && asRoot ? [way.commands.map((command) => [...asRoot, ...command])] : [];
}

function canSudo(): boolean {
	return spawnSync('sudo', ['-n', 'true']).status === 0;
}

function playwrightCommand(): string {
	return new URL('../node_modules/@playwright/test/cli.js', import.meta.url).pathname;
}

/** Runs the commands until one fails; returns what to tell of it. */
function runAll(commands: string[][]): string {
	for (const [program = '', ...given] of commands) {
		const run = spawnSync(program, given, {
			encoding: 'utf8',
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		});
		const said = `${run.stdout ?? ''}${run.stderr ?? ''}`.trim().split('\n').slice(-4).join('\n    ');
		if (run.status !== 0) return `  ${[program, ...given].join(' ')} ended with ${run.status}:\n    ${said}`;
	}
	return `  ${commands.flat().join(' ')} succeeded, but no Chromium was found afterwards`;
}

if (import.meta.main) {
	try {
		console.log(ensureChromium(console.log));
	} catch (error) {
		console.error((error as Error).message);
		process.exitCode = 1;
	}
}
