import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '#platform/project-root.ts';
import type { Assignment } from './writer.ts';

/** What one writer said before it ended. */
export interface Said {
	saved: string[];
	/** Absent when it ended before it had looked. */
	looked?: { lost: string[]; torn: string[] };
	/** What it complained of, e.g. why it could not open. */
	complaint: string;
	/** It ended by itself with an error instead of being killed. */
	failed: boolean;
}

/** Starts a writer and hands it to `interfere`, which sees to it that it ends. */
export async function watchWriter(
	assignment: Assignment,
	interfere: (writer: ChildProcess, looked: Promise<void>) => void | Promise<void>,
	node: { imports?: string[]; env?: Record<string, string> } = {},
): Promise<Said> {
	const imports = (node.imports ?? []).flatMap((file) => ['--import', file]);
	const program = join(projectRoot, 'test/faults/writer.ts');
	const writer = spawn(process.execPath, [...imports, program, JSON.stringify(assignment)], {
		cwd: projectRoot,
		env: { ...process.env, ...node.env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const said: Said = { saved: [], complaint: '', failed: false };
	writer.stderr.on('data', (chunk) => (said.complaint += String(chunk)));
	const looked = new Promise<void>((resolve) => {
		createInterface({ input: writer.stdout }).on('line', (line) => {
			const [word, rest] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)];
			if (word === 'saved' && rest.length === 36) said.saved.push(rest);
			if (word === 'looked') {
				said.looked = JSON.parse(rest);
				resolve();
			}
		});
	});
	const interfered = interfere(writer, looked);
	const patience = setTimeout(() => {
		said.complaint += 'Error: it neither opened nor ended within two minutes';
		said.failed = true;
		writer.kill('SIGKILL');
	}, 120_000);
	await new Promise<void>((resolve) => {
		writer.once('close', (code) => {
			said.failed ||= code !== null && code !== 0;
			resolve();
		});
	});
	clearTimeout(patience);
	// A writer whose server is being killed may end before the server has: what comes next starts when both have.
	await interfered;
	return said;
}
