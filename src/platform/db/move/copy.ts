import { sql, type Transaction } from 'kysely';
import type { Tables } from '#db/tables.ts';
import type { Table } from './tables.ts';

type Open = Transaction<Tables>;

const batchBytes = 2_000_000;

/**
 * Copies a table's rows as PostgreSQL's own text of a row, which every column type survives unchanged, in batches of some
 * two megabytes. Both sides must print alike (see `printAlike`), and foreign keys of the target must be off.
 */
export async function copyRows(from: Open, to: Open, { name, columns }: Table): Promise<void> {
	const [table, into] = [sql.table(name), sql.raw(columns.join(', '))];
	const read = sql.raw(columns.map((column) => `(arrived.row).${column}`).join(', '));
	await sql`declare rows_to_move no scroll cursor for select t::text as row from ${table} t`.execute(from);
	for (let size = 1; ;) {
		const { rows } = await sql<{ row: string }>`fetch ${sql.raw(String(size))} from rows_to_move`.execute(
			from,
		);
		if (rows.length === 0) break;
		const batch = rows.map(({ row }) => row);
		await sql`insert into ${table} (${into}) overriding system value
			select ${read} from (select text::${table} as row from unnest(${batch}::text[]) text offset 0) arrived`.execute(
			to,
		);
		const bytesPerRow = batch.reduce((sum, row) => sum + row.length, 0) / batch.length;
		size = Math.max(1, Math.min(2000, Math.floor(batchBytes / bytesPerRow)));
	}
	await sql`close rows_to_move`.execute(from);
}

/** Lets the columns that count by themselves go on where the source had got to. */
export async function copyCounters(from: Open, to: Open, { name, counting }: Table): Promise<void> {
	for (const column of counting) {
		const { rows } = await sql<{
			sequence: string;
		}>`select pg_get_serial_sequence(quote_ident(${name}), ${column}) as sequence`.execute(from);
		const { sequence } = rows[0]!;
		const at = await sql<{ last: string; called: boolean }>`
			select last_value::text as last, is_called as called from ${sql.raw(sequence)}`.execute(from);
		const { last, called } = at.rows[0]!;
		await sql`select setval(${sequence}::regclass, ${last}::int8, ${called})`.execute(to);
	}
}

/**
 * Runs work with foreign keys and triggers off, whatever the order of the tables and also where they point in circles.
 * Putting the keys back checks every row.
 */
export async function withoutForeignKeys(
	db: Open,
	tables: Table[],
	work: () => Promise<void>,
): Promise<void> {
	const { rows: keys } = await sql<{ drop: string; add: string }>`
		select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
			format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
		from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`.execute(
		db,
	);
	const triggers = async (state: 'enable' | 'disable') => {
		for (const { name } of tables)
			await sql`alter table ${sql.table(name)} ${sql.raw(state)} trigger user`.execute(db);
	};
	for (const { drop } of keys) await sql.raw(drop).execute(db);
	await triggers('disable');
	await work();
	await triggers('enable');
	for (const { add } of keys) await sql.raw(add).execute(db);
}
