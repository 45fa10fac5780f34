import { sql } from 'kysely';
import type { Database, Work } from '#platform/db/database.ts';
import { nobody } from '#platform/principal.ts';
import type { Deed } from './deed.ts';

const asApp = <T>(database: Database, work: Work<T>) => database.as(nobody, '2026-11-23', work);

/** The plainest deed: a jotting of three lines, and a tally of all jottings, in tables of the fault test's own. */
export const jotting: Deed = {
	async prepare(database) {
		for (const command of [
			'create table fault_jotting (id uuid primary key, lines int not null)',
			'create table fault_line (jotting_id uuid not null references fault_jotting, position int not null, words text not null, primary key (jotting_id, position))',
			'create table fault_tally (jottings int not null)',
			'insert into fault_tally values (0)',
			'grant select, insert, update on fault_jotting, fault_line, fault_tally to fresh_eyes_app',
		]) {
			await database.asOwner((db) => sql.raw(command).execute(db));
		}
	},

	async save(database, id) {
		await asApp(database, async (db) => {
			await sql`insert into fault_jotting values (${id}, 3)`.execute(db);
			await sql`insert into fault_line select ${id}::uuid, n, repeat('words ', 40 * n) from generate_series(1, 3) n`.execute(
				db,
			);
			await sql`update fault_tally set jottings = jottings + 1`.execute(db);
		});
	},

	async lost(database, acknowledged) {
		const { rows } = await asApp(database, (db) =>
			sql<{
				id: string;
			}>`select id from unnest(${acknowledged}::uuid[]) id where not exists (select from fault_jotting j where j.id = id.id)`.execute(
				db,
			),
		);
		return rows.map(({ id }) => id);
	},

	async torn(database) {
		const { rows } = await asApp(database, (db) =>
			sql<{ what: string }>`
				select 'jotting ' || j.id || ' is not whole' as what from fault_jotting j left join fault_line l on l.jotting_id = j.id
				group by j.id, j.lines having count(l) <> j.lines or sum(length(l.words)) <> 6 * 40 * (1 + 2 + 3)
				union all select 'a line has no jotting' from fault_line l where not exists (select from fault_jotting j where j.id = l.jotting_id)
				union all select 'the tally says ' || jottings || ', the table ' || (select count(*) from fault_jotting)
				from fault_tally where jottings <> (select count(*) from fault_jotting)`.execute(db),
		);
		return [...rows.map(({ what }) => what), ...(await readTwoWays(database))];
	},
};

/** An index that has lost its way answers differently from the table. */
async function readTwoWays(database: Database): Promise<string[]> {
	const count = (off: string) =>
		database.asOwner(async (db) => {
			await sql.raw(`set local ${off} = off`).execute(db);
			if (off !== 'enable_seqscan') await sql`set local enable_bitmapscan = off`.execute(db);
			return (
				await sql<{
					count: number;
				}>`select count(*) from fault_jotting where id >= '00000000-0000-0000-0000-000000000000'`.execute(db)
			).rows[0]!.count;
		});
	const [byIndex, byTable] = [await count('enable_seqscan'), await count('enable_indexscan')];
	return byIndex === byTable ? [] : [`the index has ${byIndex} jottings, the table ${byTable}`];
}
