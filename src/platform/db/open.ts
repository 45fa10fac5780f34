import type { Database } from './database.ts';
import { openEmbedded } from './embedded/embedded-database.ts';
import { openPostgresql } from './postgresql/postgresql-database.ts';

export type DatabaseSettings = { dataDir: string } | { databaseUrl: string; databaseOwnerUrl: string };

/**
 * Opens and migrates the database: PostgreSQL where a URL is given, else the embedded one under a folder.
 * `report` hears, in words for a person, what is being waited for.
 *
 * @throws with a plain sentence when the folder is in use, the login is too mighty, or a migration does not fit
 */
export function openDatabase(
	settings: DatabaseSettings,
	report: (step: string) => void = () => {},
): Promise<Database> {
	if ('dataDir' in settings) return openEmbedded(settings.dataDir, report);
	return openPostgresql(settings.databaseUrl, settings.databaseOwnerUrl, report);
}
