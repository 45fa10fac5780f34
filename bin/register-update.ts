import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { headingsOf, WrongFile } from '#domain/register/columns.ts';
import { decode } from '#domain/register/decode.ts';
import { looksLikeLinks, readLinks, readSchools } from '#domain/register/layout.ts';
import { loadRegister } from '#domain/register/load.server.ts';
import { updateRegister, type Update } from '#domain/register/update.server.ts';
import { looksLikeResults, readResults } from '#domain/outcome/layout.ts';
import { addResults, loadResults } from '#domain/outcome/load.server.ts';
import type { PublishedResult } from '#domain/outcome/published.ts';
import { yearIn } from '#domain/outcome/year.ts';
import { openDatabase } from '#platform/db/open.ts';
import { londonDay } from '#platform/day.ts';
import { readEnv } from '#platform/env.ts';

// npm run register:update FILE…
// Files as DfE gives them out: the register's all-data extract, its links, key stage 2 results (FILE=2018-19 where the file
// does not say its year). All are read and checked before anything is changed.

const given = process.argv.slice(2);
if (!given.length)
	fail('Usage: npm run register:update FILE… (schools, links or key stage 2 results, as CSV from DfE)');

const update: Update = { listings: [], links: [], asOf: londonDay(new Date()) };
const results: PublishedResult[] = [];
for (const one of given) read(one);

const env = readEnv(process.env);
const database = await openDatabase(env.postgresql ?? { dataDir: env.dataDir }, (step) =>
	console.log(step),
).catch((error: Error) => fail(error.message));
try {
	await loadRegister(database);
	await loadResults(database);
	if (update.listings.length || update.links.length) {
		const { added, changed, closed, same, links } = await updateRegister(database, update);
		console.log(
			`Schools: ${added} added, ${changed} changed, ${closed} closed, ${same} as they were. Changes of URN: ${links}.`,
		);
	}
	if (results.length)
		console.log(`Results: ${await addResults(database, results, update.asOf)} schools and years.`);
} finally {
	await database.close();
}

function read(argument: string): void {
	const [, path = argument, saidYear] = /^(.*?)(?:=([\d/-]+))?$/.exec(argument) ?? [];
	if (!existsSync(path)) fail(`There is no file ${path}. Nothing was changed.`);
	try {
		const text = decode(readFileSync(path));
		const headings = headingsOf(text);
		const year = saidYear === undefined ? undefined : yearIn(saidYear);
		if (year === null) throw new WrongFile(`“${saidYear}” is not a school year. Write it like 2018-19.`);
		if (looksLikeLinks(headings)) update.links.push(readLinks(text));
		else if (looksLikeResults(headings)) results.push(...readResults(text, year));
		else update.listings.push(readSchools(text));
	} catch (error) {
		if (!(error instanceof WrongFile)) throw error;
		fail(`${basename(path)}: ${error.message} Nothing was changed.`);
	}
}

function fail(message: string): never {
	console.error(message);
	process.exit(1);
}
