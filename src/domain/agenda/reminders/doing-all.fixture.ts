import { randomUUIDv7 } from 'node:crypto';
import type { Day } from '#domain/calendar/day.ts';
import type { Facts } from '#domain/review/facts.ts';
import type { TimelineItem } from '#domain/review/timeline.ts';
import type { Database, Work } from '#platform/db/database.ts';

type Db = Parameters<Work<void>>[0];

/** Writes, past all policies, the fact by which something to do around a review is done; that its day passes nobody can do. */
export const doIt = (database: Database, facts: Facts, item: TimelineItem, day: Day): Promise<void> =>
	database.asOwner(async (db) => {
		const of = { partnership_id: facts.partnershipId, review_id: facts.id };
		const at = `${day}T07:00:00Z`;
		const by = item.who.people[0] ?? facts.team[0]!.personId;
		await write[item.milestone]?.({ db, of, at, day, by, facts, item });
	});

interface Doing {
	db: Db;
	of: { partnership_id: string; review_id: string };
	at: string;
	day: Day;
	by: string;
	facts: Facts;
	item: TimelineItem;
}

const write: Partial<Record<TimelineItem['milestone'], (doing: Doing) => Promise<unknown>>> = {
	'team accepted': ({ db, of, at, item }) =>
		db
			.insertInto('acceptance')
			.values(item.who.people.map((person_id) => ({ ...of, person_id, accepted_at: at })))
			.execute(),
	'confidentiality agreed': ({ db, of, at, item }) =>
		db
			.insertInto('confidentiality_agreement')
			.values(item.who.people.map((person_id) => ({ ...of, person_id, agreed_at: at })))
			.execute(),
	'pre-review meeting held': ({ db, of, day, by }) =>
		db
			.insertInto('pre_review_meeting')
			.values({ ...of, held_on: day, answers: '{}', recorded_by: by })
			.execute(),
	'plan agreed': ({ db, of, at, by }) =>
		db
			.insertInto('plan_agreement')
			.values({ ...of, agreed_by: by, agreed_at: at })
			.execute(),
	'report agreed': async ({ db, of, at, by, item }) => {
		await db
			.insertInto('edition')
			.values({ ...of, number: 1, body: '{}', digest: '', made_by: by, made_at: at, keys: [] })
			.execute();
		const signs = (person_id: string) => ({ person_id, recorded_by: person_id, signed_at: at, keys: [] });
		await db
			.insertInto('sign_off')
			.values(item.who.people.map((person) => ({ ...of, edition_number: 1, ...signs(person) })))
			.execute();
	},
	'report published': ({ db, of, at, by }) =>
		db
			.insertInto('publication')
			.values({ ...of, edition_number: 1, published_by: by, published_at: at })
			.execute(),
	'response given': ({ db, of, at, by }) =>
		db
			.insertInto('remark')
			.values({
				...{ ...of, id: randomUUIDv7(), kind: 'host response', author_id: by, author_role: '' },
				...{ words: 'Thank you.', written_at: at, keys: [] },
			})
			.execute(),
	'workshop held': ({ db, of, at, day, by }) =>
		db
			.insertInto('workshop')
			.values({ ...of, held_on: day, outcome: '', recorded_by: by, recorded_at: at, keys: [] })
			.execute(),
	'actions planned': async ({ db, of, at, by }) => {
		const finding = randomUUIDv7();
		const words = { kind: 'strength', seen: 'Seen.', effect: 'So.', position: 1, keys: [] };
		await db
			.insertInto('finding')
			.values({ ...of, id: finding, ...words, written_by: by, written_at: at })
			.execute();
		await db
			.insertInto('action')
			.values({
				...{ ...of, id: randomUUIDv7(), finding_id: finding, title: 'Read', owner: 'Us', due: '2039-01-10' },
				...{ measure_of_success: 'More.', planned_by: by, planned_at: at, keys: [] },
			})
			.execute();
	},
	'progress reported': ({ db, of, at, by }) =>
		db
			.insertInto('progress_report')
			.values({ ...of, id: randomUUIDv7(), words: 'Slow.', reported_by: by, reported_at: at, keys: [] })
			.execute(),
	'looked back': ({ db, of, at, by }) =>
		db
			.insertInto('look_back')
			.values(
				['host', 'team'].map((side) => ({
					...{ ...of, side, answers: '{}', answered_by: by, answered_at: at, keys: [], opens_to: [] },
				})),
			)
			.execute(),
	closed: ({ db, of, at, by }) =>
		db
			.insertInto('closure')
			.values({ ...of, closed_by: by, closed_at: at })
			.execute(),
	ticked: ({ db, of, at, day, by, item }) =>
		db
			.insertInto('stage_tick')
			.values({
				...{ ...of, id: randomUUIDv7(), stage_key: item.key, ticked_by: by, ticked_on: day, ticked_at: at },
			})
			.execute(),
};
