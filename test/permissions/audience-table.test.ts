import { sql } from 'kysely';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { circlesWithin } from '#domain/protocol/audience-words.ts';
import type { Audience, Thing } from '#domain/protocol/parts/audience.ts';
import { audience, mayBeOpenedTo, type Released } from '#domain/review/audience.ts';
import type { Database } from '#platform/db/database.ts';
import { job, person, type Principal } from '#platform/principal.ts';
import { forEachEngine } from '../database.ts';
import { partNames, parts, peopledPartnership, type Partnership } from './audience-people.ts';
import { kept, seenBy, settledReview, type SettledReview, today } from './audience-review.ts';
import { settings, type Setting } from './audience-settings.ts';

// What the rule says is what the keys in the database let each of them read. The first engine is asked the whole table, the
// other every fourth setting: keys and policies are the same SQL, and what an engine might do otherwise it does in any setting.

const triedOn = (engine: Database['engine']) =>
	settings.filter((_, nth) => engine === inject('engines')[0] || nth % 4 === 0);

const released = (asked: readonly { thing: Thing; audience: string }[]): Released =>
	Object.fromEntries(
		[...Map.groupBy(asked, ({ thing }) => thing)].map(([thing, ones]) => [
			thing,
			ones.map((one) => one.audience as Audience),
		]),
	);

/** Whom the rule lets read a thing in a setting, from the pure function alone. */
function readersBy({ protocol, asked, takesBack, closes }: Setting, thing: Thing): Audience[] {
	const readers = audience(thing, protocol, takesBack ? {} : released(asked));
	return closes && thing === 'evidence' ? readers.filter((one) => one !== 'team') : readers;
}

forEachEngine((database, engine) => {
	const tried = triedOn(engine);
	const cells = (tried.length * kept.length).toLocaleString('en-GB');
	const all = (tried.length * kept.length * (partNames.length + 1)).toLocaleString('en-GB');
	let partnership: Partnership;
	let reviews: SettledReview[];
	beforeAll(async () => {
		partnership = await peopledPartnership(database());
		reviews = [];
		for (const setting of tried) reviews.push(await settledReview(database(), partnership, setting));
	}, 600_000);

	const ids = () => reviews.map(({ id }) => id);
	const inWords = (cell: string) =>
		reviews.reduce((words, { id }, index) => words.replace(id, tried[index]!.name), cell);

	/** The cells in which what somebody sees is not what they should. */
	async function amiss(
		principal: Principal,
		expected: (setting: Setting, thing: Thing, review: SettledReview) => boolean,
	): Promise<string[]> {
		const seen = await seenBy(database(), principal, ids());
		const should = new Set(
			tried.flatMap((setting, index) =>
				kept
					.filter((thing) => expected(setting, thing, reviews[index]!))
					.map((thing) => `${reviews[index]!.id} ${thing}`),
			),
		);
		return [
			...[...should].filter((cell) => !seen.has(cell)).map((cell) => `hidden: ${inWords(cell)}`),
			...[...seen].filter((cell) => !should.has(cell)).map((cell) => `shown: ${inWords(cell)}`),
		];
	}

	describe(`NFS-12 CSC-16 KSA-10 ${all} cells of thing × principal × setting`, () => {
		test.each(partNames)(`${cells} for: %s`, async (name) => {
			const { circles, team, knows } = { team: undefined, knows: false, ...parts[name] } as {
				circles: readonly Audience[];
				team?: { role: string; left?: true };
				knows: boolean;
			};
			// Host and team plan together before the team is bound.
			const plans = name === 'team member, not bound' && team !== undefined;
			const principal = person(partnership.people[name]);
			expect(
				await amiss(
					principal,
					(setting, thing) =>
						(thing === 'plan' && plans) ||
						(thing === 'cycle' && knows) ||
						readersBy(setting, thing).some((one) => circles.includes(one)),
				),
			).toEqual([]);
		});

		test(`${cells} for: link holder, NFS-20`, async () => {
			const holders = reviews.flatMap(({ link, id }) => (link ? [{ link, id }] : []));
			expect(holders.length).toBeGreaterThan(tried.length / 8);
			for (const { link, id } of holders)
				expect(
					await amiss(
						link,
						(setting, thing, review) => thing === 'report' && review.id === id && opensByLink(setting),
					),
				).toEqual([]);
		});
	});

	test('R4 what reads past the policies for those who write together opens drafts to whom the policies do', async () => {
		const asked = partNames.flatMap((name) =>
			ids().map((review) => ({ name, review, id: partnership.people[name] })),
		);
		const all = [asked.map(({ id }) => id), asked.map(({ review }) => review)] as const;
		const together = (principal: Principal) =>
			database().as(principal, today, async (db) => {
				const { rows } = await sql<{ reads: boolean[] }>`
					select who_reads_drafts(${all[0]}::uuid[], ${all[1]}::uuid[]) as reads`.execute(db);
				const after = await sql`select from report_document limit 1`.execute(db);
				return { reads: rows[0]!.reads, leftOpen: after.rows.length };
			});
		const told = await together(job('live'));
		const readers = new Set(
			asked.filter((_, nth) => told.reads[nth]).map(({ name, review }) => `${name} ${review}`),
		);
		// Whoever asked is nobody again, and nobody but the job may ask as others.
		expect(told.leftOpen).toBe(0);
		expect((await together(person(partnership.people['host head']))).reads).not.toContain(true);
		for (const name of partNames) {
			const { rows } = await database().as(person(partnership.people[name]), today, (db) =>
				sql<{ id: string; policy: boolean; news: boolean; turn: boolean }>`
					select id, id in (select review_id from report_document) as policy,
						exists (select from report_news(${partnership.id}, id, 0, 1)) as news,
						(select t.number is not null from take_report_turn(${partnership.id}, id, id, 0, 1) t) as turn
					from unnest(${ids()}::uuid[]) as asked (id)`.execute(db),
			);
			const wrong = rows.filter(({ id, policy, news, turn }) =>
				[news, turn, readers.has(`${name} ${id}`)].some((one) => one !== policy),
			);
			expect(wrong, name).toEqual([]);
		}
		expect(readers.size).toBeGreaterThan(ids().length);
	});

	/** A release of links is taken back with the others; where the floor has them there is none to take back. */
	const opensByLink = ({ protocol, takesBack }: Setting) => {
		const { floor, ceiling } = protocol.audience.things.report;
		return takesBack ? floor.includes('link') : ceiling.includes('link');
	};

	test('whoever is of a circle that lies within another is of that one, so that a sentence may name it alone', () => {
		for (const [name, { circles }] of Object.entries(parts) as [string, { circles: readonly Audience[] }][])
			for (const one of circles)
				expect(circles, `${name}: ${one}`).toEqual(expect.arrayContaining([...(circlesWithin[one] ?? [])]));
	});

	test('a link is made exactly where the protocol’s ceiling has one', () => {
		for (const [index, { link }] of reviews.entries())
			expect(link !== null, tried[index]!.name).toBe(
				tried[index]!.protocol.audience.things.report.ceiling.includes('link'),
			);
	});

	test('NFS-12 the host opens what the rule lets it open, and is refused beyond', () => {
		for (const [index, { answers }] of reviews.entries()) {
			const { protocol, name } = tried[index]!;
			for (const [nth, { thing, audience: one, is }] of answers.entries()) {
				const before = released(answers.slice(0, nth));
				const may = [
					...audience(thing, protocol, before),
					...mayBeOpenedTo(thing, protocol, before),
				].includes(one as Audience);
				expect(is, `${name}: ${thing} to ${one}`).toBe(may ? 'done' : 'invalid');
			}
		}
	});
});
