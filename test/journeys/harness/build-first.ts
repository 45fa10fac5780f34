import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#platform/project-root.ts';

/** Builds once, before the workers start their servers. */
export default function buildFirst(): void {
	execFileSync(process.execPath, [join(projectRoot, 'bin', 'build.ts')], {
		cwd: projectRoot,
		stdio: 'inherit',
	});
}
