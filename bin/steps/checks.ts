import { command } from './command.ts';
import { add, type Kind, type Tally } from './kind.ts';

const checks: Record<string, string[][]> = {
	format: [['prettier', '--check', '--log-level', 'warn', '.']],
	lint: [['oxlint', '--max-warnings', '0']],
	unused: [['knip', '--no-progress']],
	types: [
		['svelte-kit', 'sync'],
		['svelte-check', '--fail-on-warnings', '--output', 'human'],
	],
};

/** Formatting, lint, unused code and types, side by side. Each says something only when it fails. */
export const checksKind: Kind = {
	name: 'checks',
	run: async () => add(await Promise.all(Object.entries(checks).map(([name, lines]) => check(name, lines)))),
};

async function check(name: string, lines: string[][]): Promise<Tally> {
	for (const line of lines) {
		const { code, said } = await command(line, { quiet: true });
		if (code === 0) continue;
		console.log(`${name}: failed (${line.join(' ')})\n${said}`);
		return { passed: 0, failed: 1 };
	}
	console.log(`${name}: ok`);
	return { passed: 1, failed: 0 };
}
