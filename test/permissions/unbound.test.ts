import { beforeAll, describe, expect, test } from 'vitest';
import { person } from '#platform/principal.ts';
import { forEachEngine } from '../database.ts';
import { declared } from './declared.ts';
import { fullWorld, type FullWorld } from './full-world.ts';
import { rawly } from './raw.ts';

// KSA-3: whoever is on a team and has not agreed confidentiality yet. routes.test.ts asks every route what is declared here.

/** What the protocol shows its planners, and where confidentiality is agreed. */
const open = ['', '/prepare', '/lines', '/timetable', '/timetable/plan.pdf'].map(
	(path) => `/reviews/[review]${path}`,
);
const confidential = Object.keys(declared).filter(
	(route) => route.startsWith('/reviews/[review]') && !open.includes(route),
);

describe('KSA-3 an unbound reviewer is let into no screen but those of the plan', () => {
	test('and every screen of a review is one or the other', () => {
		expect(confidential).toEqual(
			expect.arrayContaining(
				['day', 'findings', 'report', 'report/report.pdf', 'look-back'].map(
					(path) => `/reviews/[review]/${path}`,
				),
			),
		);
		expect(open.filter((route) => declared[route] === undefined)).toEqual([]);
	});

	test.each(confidential)('%s', (route) => {
		const { seen = [], deeds = {} } = declared[route]!;
		expect(seen).not.toBe('anyone');
		expect(seen).not.toContain('unbound reviewer');
		for (const [name, { by }] of Object.entries(deeds)) {
			expect(by, name).not.toBe('anyone');
			expect(by, name).not.toContain('unbound reviewer');
		}
	});
});

forEachEngine((database) => {
	let full: FullWorld;
	beforeAll(async () => {
		full = await fullWorld(database());
	}, 300_000);

	test('KSA-3 with no check of the application in the way, they read nothing of a review until they agree', async () => {
		const { partnershipId, people, reviews } = full.world;
		const { 'unbound reviewer': unbound, reviewer } = people.today;
		const keyed = full.tables.filter(
			({ columns }) => columns.includes('keys') && columns.includes('review_id'),
		);
		const seenBy = async (who: string) => {
			const raw = rawly(database(), person(who), full.today);
			const seen: Record<string, number> = {};
			for (const table of keyed) seen[table.name] = await raw.sees(table, partnershipId);
			return seen;
		};
		const nothing = Object.fromEntries(keyed.map(({ name }) => [name, 0]));
		expect(await seenBy(unbound)).toEqual(nothing);
		await database().asOwner((db) =>
			db
				.insertInto('confidentiality_agreement')
				.values({ partnership_id: partnershipId, review_id: reviews.today, person_id: unbound })
				.execute(),
		);
		const after = await seenBy(unbound);
		expect(after['evidence']).toBeGreaterThan(0);
		expect(after['finding']).toBeGreaterThan(0);
		expect(after['evidence']).toBeLessThanOrEqual((await seenBy(reviewer))['evidence']!);
	});
});
