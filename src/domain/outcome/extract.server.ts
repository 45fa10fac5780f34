import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPacked, writePacked } from '#domain/register/packed.server.ts';
import { projectRoot } from '#platform/project-root.ts';
import { publishedColumns, type PublishedResult } from './published.ts';

const file = join(projectRoot, 'src/domain/outcome/data/ks2.tsv.br');

export const extractHash = (): string =>
	createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);

/** The published results that ship with the product: every school and year that DfE's files held. */
export function* readExtract(): Generator<PublishedResult> {
	const number = (cell: string | undefined) => (cell ? Number(cell) : null);
	for (const cells of readPacked(file))
		yield {
			urn: Number(cells.urn),
			year: cells.year!,
			pupils: number(cells.pupils),
			suppressed: !cells.rwmExpected,
			rwmExpected: number(cells.rwmExpected),
			rwmHigher: number(cells.rwmHigher),
			readingScore: number(cells.readingScore),
			mathsScore: number(cells.mathsScore),
			readingProgress: number(cells.readingProgress),
			writingProgress: number(cells.writingProgress),
			mathsProgress: number(cells.mathsProgress),
		};
}

/** Packs results by year and URN; a later file wins over an earlier one for the same school and year. */
export function writeExtract(results: Iterable<PublishedResult>): { results: number; bytes: number } {
	const byKey = new Map([...results].map((result) => [`${result.year} ${result.urn}`, result]));
	const inOrder = [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, result]) => result);
	const columns = publishedColumns.filter((column) => column !== 'suppressed');
	const bytes = writePacked(
		file,
		columns,
		inOrder.map((result) => columns.map((column) => result[column])),
	);
	return { results: inOrder.length, bytes };
}
