import { beforeAll, expect, test } from 'vitest';
import { nobody } from '#platform/principal.ts';
import type { Work } from '#platform/db/database.ts';
import { forEachEngine } from '#test/database.ts';
import { readLinks, readSchools } from './layout.ts';
import { loadRegister } from './load.server.ts';
import { findByUrn, history, schoolByUrn, searchSchools } from './queries.server.ts';
import { updateRegister } from './update.server.ts';

const today = '2026-11-23';

forEachEngine((database) => {
	const read = <T>(work: Work<T>) => database().as(nobody, today, work);

	beforeAll(async () => {
		const steps: number[] = [];
		expect(await read((db) => searchSchools(db, 'moulsham'))).toEqual([]);
		expect(await loadRegister(database(), (done, of) => steps.push(done / of))).toBe(true);
		expect(steps.at(-1)).toBe(1);
	}, 120_000);

	test('loading again changes nothing', async () => {
		expect(await loadRegister(database())).toBe(false);
	});

	test('search answers with a place to tell schools by', async () => {
		const [first] = await read((db) => searchSchools(db, 'moulsam junor'));
		expect(first).toEqual({
			urn: 137971,
			name: 'Moulsham Junior School',
			place: 'Chelmsford',
			country: 'England',
			phase: 'Primary',
			status: 'open',
			provisional: false,
		});
	});

	test.each([
		['145856', 151534],
		['114941', 150501],
	])('a changed URN leads to its successor: %s', async (typed, successor) => {
		expect(await read((db) => findByUrn(db, typed))).toMatchObject({
			is: 'closed',
			successors: [{ urn: successor, provisional: true }],
		});
		const found = await read((db) => searchSchools(db, typed));
		expect(found.map(({ urn }) => urn)).toEqual([Number(typed), successor]);
	});

	test('a successor known only by its link inherits the place', async () => {
		expect(await read((db) => schoolByUrn(db, 151534))).toMatchObject({
			town: 'Harwich',
			placeFrom: 145856,
			knownByLink: true,
		});
	});

	test('history is kept from the first URN to the last', async () => {
		const line = await read((db) => history(db, 151534));
		expect(line.map(({ urn }) => urn)).toEqual([114737, 115086, 132234, 145856, 151534]);
		expect(line[3]!.successors).toEqual([{ successor: 151534, kind: 'succeeded', day: '2024-11-30' }]);
		expect(await read((db) => history(db, 999999))).toEqual([]);
	});

	test.each([
		['137971', 'found'],
		['401900', 'elsewhere'],
		['999999', 'unknown'],
		['12', 'not a urn'],
		['137971; drop table', 'not a urn'],
	])('a typed URN is told for what it is: %s', async (typed, is) => {
		expect(await read((db) => findByUrn(db, typed))).toMatchObject({ is });
	});

	test('a profile has roll, trust and inspection (KSA-1)', async () => {
		expect(await read((db) => schoolByUrn(db, 137971))).toMatchObject({
			pupils: 670,
			trust: 'MOULSHAM JUNIOR SCHOOL',
			inspectedOn: '2018-04-25',
			inspectionOutcome: 'Good',
		});
		expect(await read((db) => schoolByUrn(db, 1))).toBeNull();
	});

	test('nobody but the owner writes it', async () => {
		await expect(
			read((db) => db.updateTable('register_school').set({ name: 'x' }).where('urn', '=', 137971).execute()),
		).rejects.toThrow(/permission denied/);
		await expect(read((db) => db.deleteFrom('register_link').execute())).rejects.toThrow(/permission denied/);
	});

	test('an update lays new listings and links over it, and searches see it', async () => {
		const schools = [
			'URN,EstablishmentName,EstablishmentStatus (name),LA (name),Town',
			'137971,Moulsham Junior Academy,Open,Essex,Chelmsford',
			'150501,John Ray Infant School,Open,Essex,Braintree',
			'199999,Brand New School,Open,Essex,Witham',
			'114988,White Court School,Closed,Essex,Braintree',
		].join('\n');
		const newLinks =
			'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n137971,199998,Moulsham,Successor,01-09-2026';
		const changes = await updateRegister(database(), {
			listings: [readSchools(schools)],
			links: [readLinks(newLinks)],
			asOf: today,
		});
		expect(changes).toMatchObject({ added: 2, changed: 1, closed: 1, same: 0 });
		expect(await read((db) => searchSchools(db, 'brand new school witham', 1))).toMatchObject([
			{ urn: 199999 },
		]);
		expect(await read((db) => schoolByUrn(db, 150501))).toMatchObject({
			knownByLink: false,
			placeFrom: null,
		});
		expect(await read((db) => findByUrn(db, '137971'))).toMatchObject({
			is: 'closed',
			successors: [{ urn: 199998, place: 'Chelmsford' }],
		});
		expect(await read((db) => findByUrn(db, '145856'))).toMatchObject({
			is: 'closed',
			successors: [{ urn: 151534 }],
		});
		expect(await loadRegister(database())).toBe(false);
	}, 120_000);
});
