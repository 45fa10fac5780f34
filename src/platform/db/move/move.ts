import type { Transaction } from 'kysely';
import type { Tables } from '#db/tables.ts';
import type { Database } from '../database.ts';
import { copyCounters, copyRows, withoutForeignKeys } from './copy.ts';
import { type Contents, contents, printAlike, type Table, tables } from './tables.ts';

type Owner = Pick<Database, 'asOwner'>;
type Open = Transaction<Tables>;

/** One table on both sides, after the copy. */
export interface Moved {
	table: string;
	from: Contents;
	to: Contents;
	same: boolean;
}

/** Something arrived differently, so nothing was kept. */
export class MovedWrongly extends Error {
	readonly moved: Moved[];

	constructor(moved: Moved[]) {
		super('Some tables arrived differently, so nothing was moved.');
		this.moved = moved;
	}
}

/**
 * Copies everything from one database to another of the same migrations, and proves it: rows and a checksum of each
 * table, computed alike on both sides before the target commits. The source is only read.
 *
 * @throws with a plain sentence when the target holds anything, MovedWrongly when a table differs
 */
export async function move(source: Owner, target: Owner): Promise<Moved[]> {
	return source.asOwner((from) =>
		target.asOwner(async (to) => {
			for (const side of [from, to]) await printAlike(side);
			const all = await tables(to);
			await refuseUnlessEmpty(all, to);
			await withoutForeignKeys(to, all, async () => {
				for (const table of all) {
					await copyRows(from, to, table);
					await copyCounters(from, to, table);
				}
			});
			const moved = await compare(all, from, to);
			if (!moved.every(({ same }) => same)) throw new MovedWrongly(moved);
			return moved;
		}),
	);
}

async function refuseUnlessEmpty(all: Table[], to: Open): Promise<void> {
	for (const table of all) {
		const { rows } = await contents(table)(to);
		if (rows > 0)
			throw new Error(
				`The target is not empty: ${table.name} has ${rows} rows. Move to a new, empty database.`,
			);
	}
}

async function compare(all: Table[], from: Open, to: Open): Promise<Moved[]> {
	const moved: Moved[] = [];
	for (const table of all) {
		const [before, after] = [await contents(table)(from), await contents(table)(to)];
		const same = before.rows === after.rows && before.checksum === after.checksum;
		moved.push({ table: table.name, from: before, to: after, same });
	}
	return moved;
}
