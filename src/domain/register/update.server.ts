import { createHash } from 'node:crypto';
import type { Database } from '#platform/db/database.ts';
import { completeRegister, withoutPlace } from './completion.ts';
import { heldEdition, recordEdition } from './edition.server.ts';
import type { readLinks, Listed } from './layout.ts';
import { mergeListed, type Changes } from './merge.ts';
import { isDeepStrictEqual } from 'node:util';
import { allLinks, allSchools, removeSchools, replaceLinks, writeSchools } from './store.server.ts';
import type { RegisteredSchool } from './model.ts';

/** What an operator's files say, read and found good. */
export interface Update {
	listings: Listed[][];
	links: ReturnType<typeof readLinks>[];
	/** The day the files were taken, 'YYYY-MM-DD'. */
	asOf: string;
}

/**
 * Lays newer files of DfE over the register and works out anew what the links add. Everything happens in one transaction:
 * a search sees the register as it was before or as it is after.
 * @returns what the listings changed, and how many links there are now
 */
export async function updateRegister(
	database: Database,
	update: Update,
): Promise<Changes & { links: number }> {
	return database.asOwner(async (db) => {
		const before = await allSchools(db);
		const listed = new Map(
			[...before].filter(([, { knownByLink }]) => !knownByLink).map(([urn, school]) => [urn, own(school)]),
		);
		const names = new Map(
			[...before].filter(([, { knownByLink }]) => knownByLink).map(([urn, { name }]) => [urn, name]),
		);
		const changes: Changes = { added: 0, changed: 0, closed: 0, same: 0 };
		for (const listing of update.listings) {
			const one = mergeListed(listed, listing);
			for (const key of Object.keys(one) as (keyof Changes)[]) changes[key] += one[key];
		}
		for (const link of update.links) for (const [urn, name] of link.names) names.set(urn, name);
		// A file of links is the whole of them, save what the register knew before it was taken.
		const links = [...update.links.flatMap(({ links }) => links), ...(await allLinks(db))];
		const { schools, successions } = completeRegister(listed.values(), links, names, update.asOf);

		await removeSchools(
			db,
			[...before.keys()].filter((urn) => !schools.has(urn)),
		);
		const different = [...schools.values()].filter(
			(school) => !isDeepStrictEqual(school, before.get(school.urn)),
		);
		for (let at = 0; at < different.length; at += batch)
			await writeSchools(db, different.slice(at, at + batch));
		await replaceLinks(db, successions);
		const held = await heldEdition(db, 'register');
		const hash = createHash('sha256')
			.update(JSON.stringify([held?.hash, update.asOf, different, successions]))
			.digest('hex');
		await recordEdition(db, 'register', { hash: hash.slice(0, 16), asOf: update.asOf });
		return { ...changes, links: successions.length };
	});
}

const batch = 4_000;

/** A listed school without what links lent it; that is worked out again. */
const own = (school: RegisteredSchool): RegisteredSchool =>
	school.placeFrom === null ? school : withoutPlace(school);
