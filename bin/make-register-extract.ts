import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { headingsOf } from '#domain/register/columns.ts';
import { decode } from '#domain/register/decode.ts';
import { writeExtract as writeRegisterExtract } from '#domain/register/extract.server.ts';
import { looksLikeLinks, readLinks, readSchools, type Listed } from '#domain/register/layout.ts';
import type { Succession } from '#domain/register/succession.ts';
import { writeExtract as writeResultsExtract } from '#domain/outcome/extract.server.ts';
import { looksLikeResults, readResults } from '#domain/outcome/layout.ts';
import type { PublishedResult } from '#domain/outcome/published.ts';

// Makes the extracts that ship with the product from files of DfE, older ones first:
//   node bin/make-register-extract.ts 2025-04-30 schools-2022.csv schools-2024.csv links.csv results-2016.csv …
// The day is the one on which the newest of them was taken.

const [asOf, ...paths] = process.argv.slice(2);
if (!asOf || !/^\d{4}-\d{2}-\d{2}$/.test(asOf) || !paths.length) {
	console.error('Usage: node bin/make-register-extract.ts YYYY-MM-DD FILE…');
	process.exit(1);
}

const listings: Listed[][] = [];
const links: Succession[] = [];
const names = new Map<number, string>();
const results: PublishedResult[] = [];

for (const path of paths) {
	const text = decode(readFileSync(path));
	const headings = headingsOf(text);
	if (looksLikeLinks(headings)) {
		const read = readLinks(text);
		links.push(...read.links);
		for (const [urn, name] of read.names) names.set(urn, name);
	} else if (looksLikeResults(headings)) {
		for (const result of readResults(text)) results.push(result);
	} else listings.push(readSchools(text));
	console.log(`read ${basename(path)}`);
}

console.log(writeRegisterExtract(listings, links, names, asOf), writeResultsExtract(results));
