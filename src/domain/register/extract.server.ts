import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/project-root.ts';
import type { Listed } from './layout.ts';
import { fields, schoolFromCells } from './fields.ts';
import { mergeListed } from './merge.ts';
import type { RegisteredSchool } from './model.ts';
import { readPacked, writePacked } from './packed.server.ts';
import type { Succession } from './succession.ts';

const folder = join(projectRoot, 'src/domain/register/data');
const files = {
	schools: join(folder, 'schools.tsv.br'),
	links: join(folder, 'links.tsv.br'),
	asOf: join(folder, 'as-of.txt'),
};

/** The register as it ships with the product: what DfE listed, before the links are worked in. */
export interface Extract {
	/** The day its newest part was taken, 'YYYY-MM-DD'. */
	asOf: string;
	schools: Map<number, RegisteredSchool>;
	links: Succession[];
	names: Map<number, string>;
}

/** Tells one shipped extract from another without unpacking it. */
export function extractHash(): string {
	const hash = createHash('sha256');
	for (const file of Object.values(files)) hash.update(readFileSync(file));
	return hash.digest('hex').slice(0, 16);
}

export const extractAsOf = (): string => readFileSync(files.asOf, 'utf8').trim();

export function readExtract(): Extract {
	const schools = new Map<number, RegisteredSchool>();
	for (const cells of readPacked(files.schools)) {
		const school = schoolFromCells(cells);
		schools.set(school.urn, school);
	}
	const names = new Map<number, string>();
	const links: Succession[] = [];
	for (const { predecessor, successor, kind, day, predecessorName, successorName } of readPacked(
		files.links,
	)) {
		const link = {
			predecessor: Number(predecessor),
			successor: Number(successor),
			kind: kind as Succession['kind'],
			day: day || null,
		};
		links.push(link);
		if (predecessorName) names.set(link.predecessor, predecessorName);
		if (successorName) names.set(link.successor, successorName);
	}
	return { asOf: extractAsOf(), schools, links, names };
}

/** Packs what DfE's files say, older files first: a newer one has the last word on whatever it states. */
export function writeExtract(
	listings: readonly Listed[][],
	links: readonly Succession[],
	names: ReadonlyMap<number, string>,
	asOf: string,
) {
	const schools = new Map<number, RegisteredSchool>();
	for (const listing of listings) mergeListed(schools, listing);
	const inOrder = [...schools.values()].sort((a, b) => a.urn - b.urn);
	const columns = fields.map(({ key }) => key).filter((key) => key !== 'knownByLink' && key !== 'placeFrom');
	const nameOfStranger = (urn: number) => (schools.has(urn) ? '' : (names.get(urn) ?? ''));
	const bytes =
		writePacked(
			files.schools,
			columns,
			inOrder.map((school) => columns.map((key) => school[key] as string | number | null)),
		) +
		writePacked(
			files.links,
			['predecessor', 'successor', 'kind', 'day', 'predecessorName', 'successorName'],
			links.map((l) => [
				l.predecessor,
				l.successor,
				l.kind,
				l.day,
				nameOfStranger(l.predecessor),
				nameOfStranger(l.successor),
			]),
		);
	writeFileSync(files.asOf, `${asOf}\n`);
	return { schools: inOrder.length, links: links.length, bytes };
}
