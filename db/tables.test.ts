import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { projectRoot } from '#platform/project-root.ts';

test('db/tables.ts is what the migrations make', () => {
	const { stderr, status } = spawnSync(process.execPath, ['bin/generate-tables.ts', '--check'], {
		cwd: projectRoot,
		encoding: 'utf8',
	});
	expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
});
