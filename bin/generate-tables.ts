import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '#platform/db/open.ts';
import { projectRoot } from '#platform/project-root.ts';

// Writes db/tables.ts, the shape of every table, from the migrations. With --check it only says whether the file is current.

interface Column {
	table: string;
	column: string;
	type: string;
	nullable: boolean;
	generated: boolean;
}

const types: Record<string, string> = {
	uuid: 'string',
	text: 'string',
	date: 'string',
	time: 'string',
	bool: 'boolean',
	int4: 'number',
	int8: 'number',
	numeric: 'number',
	float8: 'number',
	jsonb: 'ColumnType<unknown, string, string>',
	timestamptz: 'Timestamp',
	_date: 'string[]',
	_text: 'string[]',
	_uuid: 'string[]',
	_int4: 'number[]',
	bytea: 'Uint8Array',
};

const target = join(projectRoot, 'db/tables.ts');
const text = render(await columns());
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
	console.error('db/tables.ts does not match the migrations. Run: npm run tables');
	process.exitCode = 1;
}

async function columns(): Promise<Column[]> {
	const folder = mkdtempSync(join(tmpdir(), 'fresh-eyes-tables-'));
	const database = await openDatabase({ dataDir: folder });
	try {
		const { rows } = await database.asOwner((db) =>
			sql<Column>`
				select table_name as "table", column_name as "column", udt_name as type, is_nullable = 'YES' as nullable,
					(column_default is not null or is_generated = 'ALWAYS' or is_identity = 'YES') as generated
				from information_schema.columns where table_schema = 'public'
				order by table_name, ordinal_position`.execute(db),
		);
		return rows;
	} finally {
		await database.close();
		rmSync(folder, { recursive: true });
	}
}

function render(all: Column[]): string {
	const tables = Map.groupBy(all, ({ table }) => table);
	const bodies = [...tables].map(
		([table, list]) =>
			`\t${table}: {\n${list.map((column) => `\t\t${column.column}: ${typeOf(column)};\n`).join('')}\t};\n`,
	);
	return `// Made from db/migrations by \`npm run tables\`; not for editing.
import type { ColumnType } from 'kysely';

type Generated<T> =
	T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface Tables {
${bodies.join('')}}
`;
}

function typeOf({ table, column, type, nullable, generated }: Column): string {
	const plain = types[type];
	if (!plain)
		throw new Error(
			`${table}.${column} has the type ${type}, which bin/generate-tables.ts does not know yet.`,
		);
	const whole = nullable ? `${plain} | null` : plain;
	return generated ? `Generated<${whole}>` : whole;
}
