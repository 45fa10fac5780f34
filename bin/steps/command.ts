import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { projectRoot } from '../../src/platform/project-root.ts';

/** Runs a program of the project's own and resolves with its exit code. With `quiet`, its words are kept and returned. */
export async function command(
	line: string[],
	how: { quiet: boolean },
): Promise<{ code: number; said: string }> {
	const [program = '', ...given] = line;
	const child = spawn(program, given, {
		cwd: projectRoot,
		env: {
			...process.env,
			PATH: `${join(projectRoot, 'node_modules', '.bin')}${delimiter}${process.env['PATH']}`,
		},
		stdio: how.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
	});
	let said = '';
	child.stdout?.on('data', (chunk) => (said += String(chunk)));
	child.stderr?.on('data', (chunk) => (said += String(chunk)));
	const code = await new Promise<number>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (status) => resolve(status ?? 1));
	});
	return { code, said };
}
