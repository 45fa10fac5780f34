import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { person } from '#platform/principal.ts';
import { tenantTables } from './tenant-tables.ts';

/** What the database hides from a person: looked for in all that they are shown. */
export interface HiddenWords {
	/** Those of them that stand in a page or a letter. */
	within(text: string): string[];
}

/** Shorter words are names and labels that stand in many places. */
const shortest = 28;

/**
 * What each person may not read, by the rows of the partnership that row-level security keeps from them (R4): every text in them that
 * stands in no row they do read. An oracle that knows no screen, and finds what a function of the owner or a stored copy lets through.
 */
export async function hiddenWords(
	database: Database,
	partnershipId: string,
	people: readonly string[],
	today: string,
): Promise<Map<string, HiddenWords>> {
	const tables = await tenantTables(database);
	const read = async (read: (statement: ReturnType<typeof rowsOf>) => Promise<object[]>) => {
		const words = new Set<string>();
		for (const { name, tenant } of tables)
			for (const row of await read(rowsOf(name, tenant, partnershipId))) addWords(row, words);
		return words;
	};
	const all = await read((rows) => database.asOwner(async (db) => (await rows.execute(db)).rows));
	const hidden = new Map<string, HiddenWords>();
	for (const id of people) {
		const readable = await read((rows) =>
			database.as(person(id), today, async (db) => (await rows.execute(db)).rows).catch(unreadable),
		);
		const readableText = [...readable].join('\n');
		hidden.set(id, found([...all].filter((words) => !readable.has(words) && !readableText.includes(words))));
	}
	return hidden;
}

/** Some tables the application itself only adds to. */
function unreadable(thrown: unknown): object[] {
	if (/permission denied/.test(String((thrown as Error).message))) return [];
	throw thrown;
}

/** Columns of bytes hold no words; the keys of a row name ids alone. */
const rowsOf = (name: string, tenant: string, partnershipId: string) => sql<object>`
	select t.* from ${sql.table(name)} t where ${sql.ref(`t.${tenant}`)} = ${partnershipId}`;

/** All texts in a row, in parts without signs that a page writes otherwise. */
function addWords(value: unknown, words: Set<string>): void {
	if (typeof value === 'string') {
		for (const part of value.split(/[&<>"'\n\r\\{}]/).map((one) => one.trim()))
			if (part.length >= shortest && part.includes(' ')) words.add(part);
	} else if (value && typeof value === 'object' && !(value instanceof Uint8Array))
		for (const inner of Object.values(value)) addWords(inner, words);
}

/** Finds many texts in a long one at once, by how they begin: a word begins after a space, a sign or the end of a tag. */
function found(words: readonly string[]): HiddenWords {
	const byBeginning = Map.groupBy(words, (one) => one.slice(0, shortest));
	return {
		within(text) {
			const standing = new Set<string>();
			for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])[^\s]/gu))
				for (const one of byBeginning.get(text.slice(index, index + shortest)) ?? [])
					if (text.startsWith(one, index)) standing.add(one);
			return [...standing];
		},
	};
}
