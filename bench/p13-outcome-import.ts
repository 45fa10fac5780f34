import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundedPartnership } from '#domain/partnership/founded.fixture.ts';
import { bringIn, openReading, sayColumns } from '#domain/outcome/import/deeds.server.ts';
import { readBeside } from '#domain/outcome/import/running.server.ts';
import { readingScreen } from '#domain/outcome/import/screen.server.ts';
import { measureKeys, kindOf } from '#domain/outcome/measures.ts';
import { did } from '#test/demo/doing.ts';
import { openDatabase } from '#platform/db/open.ts';
import type { Figure } from './figure.ts';

const rows = 16_000;
const years = Array.from({ length: 25 }, (_, back) => 2026 - back).filter(
	(year) => year !== 2020 && year !== 2021,
);
const percents = measureKeys.filter((key) => kindOf(key).unit === 'percent');

/** P13: a spreadsheet of 16,000 rows, each a figure of two schools, read, compared and brought in on the embedded database. */
export async function measure(): Promise<Figure[]> {
	const dataDir = mkdtempSync(join(tmpdir(), 'fresh-eyes-bench-'));
	const database = await openDatabase({ dataDir });
	try {
		const home = await foundedPartnership(database);
		const { partnershipId, chair } = home;
		const on = { partnershipId, readingId: randomUUIDv7() };
		const bytes = Buffer.from(spreadsheet());
		const began = performance.now();
		const opened = await home.as(chair, (ctx) =>
			did(
				openReading(ctx, {
					id: on.readingId,
					partnershipId,
					file: { name: 'all.csv', bytes: bytes.byteLength },
				}),
				'choose a file',
			),
		);
		await readBeside(
			database,
			{ ...on, personId: chair },
			{ bytes, fileName: 'all.csv', year: null, reader: opened.reader },
		);
		const read = performance.now();
		const columns = ['school', 'year', 'measure', 'group', 'pupils', 'figure'].map((what) => ({
			what,
			group: 'all',
		}));
		await home.as(chair, (ctx) => did(sayColumns(ctx, { ...on, columns }), 'say its columns'));
		const said = performance.now();
		const screen = await home.as(chair, (ctx) => readingScreen(ctx, partnershipId, on.readingId));
		const compared = performance.now();
		const { stamp, added } = screen!.preview!;
		await home.as(chair, (ctx) => did(bringIn(ctx, { ...on, stamp }), 'bring it in'));
		const done = performance.now();
		const ms = (from: number, to: number) => `${Math.round(to - from).toLocaleString('en-GB')} ms`;
		return [
			{
				value: `${ms(began, done)}: read ${ms(began, read)}, columns ${ms(read, said)}, compared ${ms(said, compared)}, brought in ${ms(compared, done)}`,
				bar: '10,000 ms',
				ok: done - began < 10_000 && added === rows,
				how: `${rows.toLocaleString('en-GB')} rows, ${added.toLocaleString('en-GB')} figures, embedded database`,
			},
		];
	} finally {
		await database.close();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

/** Two schools, measures, groups and years until there are enough. */
function spreadsheet(): string {
	const lines = ['School,Year,Measure,Group,Pupils,Figure'];
	for (const year of years)
		for (const key of percents)
			for (const group of [
				'all',
				'girls',
				'boys',
				'disadvantaged',
				'not disadvantaged',
				'SEND',
				'not SEND',
				'EAL',
				'not EAL',
				'mobile',
				'not mobile',
			])
				for (const school of [0, 1])
					if (lines.length <= rows)
						lines.push(`Demo school ${school},${year},${key},${group},30,${(year + lines.length) % 101}`);
	return lines.join('\n');
}
