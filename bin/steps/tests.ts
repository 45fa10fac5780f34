import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/platform/project-root.ts';
import { ensureChromium } from '../chromium.ts';
import { command } from './command.ts';
import { honest, type Kind, type Tally } from './kind.ts';

const rulesReport = join(projectRoot, 'reports', 'rules.json');
const journeysReport = join(projectRoot, 'reports', 'journeys.json');

/** Rules, actions on both engines, and the shape of the code. */
export const rulesKind: Kind = {
	name: 'rules and actions',
	async run() {
		rmSync(rulesReport, { force: true });
		const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${rulesReport}`];
		const { code } = await command(['vitest', 'run', ...reporters], { quiet: false });
		const report = read<{ numPassedTests: number; numFailedTests: number }>(rulesReport);
		return honest(report && { passed: report.numPassedTests, failed: report.numFailedTests }, code);
	},
};

export const buildKind: Kind = {
	name: 'build',
	async run() {
		const { code, said } = await command(['node', 'bin/build.ts'], { quiet: true });
		if (code !== 0) console.log(said);
		return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
	},
};

/** People in browsers. Installs Chromium where there is none. */
export const journeysKind: Kind = {
	name: 'journeys',
	async run() {
		try {
			ensureChromium(console.log);
		} catch (error) {
			console.log((error as Error).message);
			return { passed: 0, failed: 1 };
		}
		rmSync(journeysReport, { force: true });
		const { code } = await command(['playwright', 'test'], { quiet: false });
		const report = read<{ stats: { expected: number; unexpected: number; flaky: number } }>(journeysReport);
		return honest(report && countJourneys(report.stats), code);
	},
};

/** A journey that passes only when tried again has not passed. */
function countJourneys(stats: { expected: number; unexpected: number; flaky: number }): Tally {
	return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

/** A sample of the kills; the full count is `npm run faults -- R1 --times 1000`. */
export const faultsKind: Kind = {
	name: 'faults',
	async run() {
		const { code, said } = await command(['node', 'test/faults/run.ts', 'R1', '--times', '25'], {
			quiet: true,
		});
		console.log(said.trimEnd());
		const results = said.split('\n').filter((line) => /^R\d+ \|/.test(line));
		const passed = results.filter((line) => / \| ok \| /.test(line)).length;
		return honest({ passed, failed: results.length - passed }, code);
	},
};

function read<T>(path: string): T | null {
	return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : null;
}
