import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that holds package.json. Bundled code lives in build/, native code in src/; both lie beneath it, so files
 * read at run time (migrations, the database worker, register data, fonts) are found from here.
 */
export const projectRoot = climb(import.meta.dirname);

function climb(folder: string): string {
	if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'db', 'migrations'))) return folder;
	const above = dirname(folder);
	if (above === folder) throw new Error('Fresh Eyes must run from inside its own folder.');
	return climb(above);
}
