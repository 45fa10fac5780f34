import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { addDays, asPeopleSay, daysBetween, type Day } from '#domain/calendar/day.ts';
import { calendarsFor } from '#domain/partnership/calendar.server.ts';
import { foundingDay } from '#domain/partnership/founded.fixture.ts';
import { protocolsOf } from '#domain/protocol/queries.server.ts';
import type { Facts } from '#domain/review/facts.ts';
import { factsOf } from '#domain/review/kept-facts.server.ts';
import { timeline, type TimelineItem } from '#domain/review/timeline.ts';
import type { Database } from '#platform/db/database.ts';
import { forEachEngine } from '#test/database.ts';
import { doIt } from './doing-all.fixture.ts';
import { remindAll } from './remind.server.ts';
import { mayRemind } from './rule.ts';
import { yearOfEight, type YearOfEight } from './year-of-eight.fixture.ts';

const making = { origin: 'https://reviews.example', secret: 'a secret' };
const noon = (day: Day) => new Date(`${day}T12:00:00Z`);

/** What is open around a review on a day, by the protocol. */
interface Open {
	facts: Facts;
	item: TimelineItem;
}

const openOn = ({ home, reviews }: YearOfEight, day: Day): Promise<Open[]> =>
	home.as(
		home.chair,
		async (ctx) => {
			const all = await factsOf(ctx, reviews);
			const protocolOf = await protocolsOf(ctx, all);
			const owner = ({ partnershipId, hostMemberId: memberId }: Facts) => ({ partnershipId, memberId });
			const calendars = await calendarsFor(ctx, all.map(owner));
			return all.flatMap((facts) =>
				timeline(protocolOf(facts), facts, calendars(owner(facts)), day)
					.filter(({ state }) => state === 'overdue' || state === 'due')
					.map((item) => ({ facts, item })),
			);
		},
		day,
	);

/** What a letter says of it. */
const said = ({ facts, item }: Open) => `${item.title} / ${facts.hostName} / ${asPeopleSay(item.due!)}`;

/**
 * What the design says of letters, with nothing of the product's: a person is written to where something of theirs has come within a week
 * or has passed since they were written to of it, or has passed and was last said a week ago; then all of it is said.
 */
function expecting() {
	const told = new Map<string, Day>();
	return (open: readonly Open[], day: Day, chair: string): Map<string, string[]> => {
		const theirs = new Map<string, Open[]>();
		for (const one of open) {
			const { item } = one;
			const pressing = item.state === 'overdue' || (item.due! >= day && daysBetween(day, item.due!) <= 7);
			const people =
				item.who.people.length > 0 ? item.who.people : item.who.roles.includes('chair') ? [chair] : [];
			if (pressing) for (const person of people) theirs.set(person, [...(theirs.get(person) ?? []), one]);
		}
		const letters = new Map<string, string[]>();
		for (const [person, list] of theirs) {
			const keyOf = (one: Open) =>
				[person, one.facts.id, one.item.key, one.item.due, one.item.state === 'overdue'].join();
			const fresh = list.some((one) => {
				const last = told.get(keyOf(one));
				return last === undefined || (one.item.state === 'overdue' && daysBetween(last, day) >= 7);
			});
			if (!fresh) continue;
			for (const one of list) told.set(keyOf(one), day);
			letters.set(person, list.map(said).sort());
		}
		return letters;
	};
}

/** Lives through a year of mornings, with what people do on each, and gives how many letters there were of what. */
async function aYear(
	database: Database,
	year: YearOfEight,
	acts: (day: Day) => Promise<void>,
): Promise<Map<string, number>> {
	const { home } = year;
	const people = await database.signIn((db) => db.selectFrom('person').select(['id', 'email']).execute());
	const idOf = new Map(people.map(({ id, email }) => [email, id]));
	const expected = expecting();
	const counted = new Map<string, number>();
	for (let day = addDays(foundingDay, 1); day <= addDays(foundingDay, 366); day = addDays(day, 1)) {
		if (!mayRemind(noon(day))) continue;
		await acts(day);
		await database.asOwner((db) => sql`delete from letter`.execute(db));
		const faults: unknown[] = [];
		await remindAll(database, making, noon(day), (fault) => faults.push(fault));
		expect(faults).toEqual([]);
		const letters = await database.signIn((db) =>
			db.selectFrom('letter').select(['recipient', 'body']).execute(),
		);
		const written = new Map(letters.map(({ recipient, body }) => [idOf.get(recipient)!, thingsIn(body!)]));
		expect(letters).toHaveLength(written.size);
		expect(Object.fromEntries(written), day).toEqual(
			Object.fromEntries(expected(await openOn(year, day), day, home.chair)),
		);
		for (const things of written.values())
			for (const thing of things) {
				const title = thing.split(' / ')[0]!;
				counted.set(title, (counted.get(title) ?? 0) + 1);
			}
	}
	return counted;
}

const thingsIn = (body: string): string[] =>
	[...body.matchAll(/^\* (.+)\n {2}Review at (.+), by (.+?)(?: \(this day may move\))?$/gm)]
		.map(([, title, host, day]) => `${title} / ${host} / ${day}`)
		.sort();

// Each engine lives through one of the two years, a minute long: what both must answer alike is asked of both beside this.
const [first, last] = [inject('engines')[0], inject('engines').at(-1)];

forEachEngine((database, engine) => {
	test.runIf(engine === first)(
		'a partnership of eight that does nothing for a year gets the reminders its protocol says, each on its day',
		async () => {
			const counted = await aYear(database(), await yearOfEight(database()), async () => {});
			// What answers a report is asked of nobody: there is none.
			expect([...counted.keys()].sort()).toEqual([
				...['Accept the review and its date', 'Agree the confidentiality statement'],
				...['Agree the lines of enquiry and the timetable', 'Finish and sign the report'],
				...[
					'First follow-up meeting with the team',
					'Hold the planning meeting',
					'Run the workshop on next steps',
				],
				...[
					'Second follow-up meeting with the team',
					'Send round the plan for the day; brief staff and pupils',
				],
				...['Thank everyone who took part', 'The review'],
			]);
		},
		600_000,
	);

	test.runIf(engine === last)(
		'one that acts in time gets a letter about the day itself and no other',
		async () => {
			const year = await yearOfEight(database());
			const counted = await aYear(database(), year, async (day) => {
				for (let again = true; again;) {
					const soon = (await openOn(year, day)).filter(
						({ item }) => item.milestone !== 'review held' && item.due! <= addDays(day, 10),
					);
					for (const { facts, item } of soon) await doIt(database(), facts, item, day);
					again = soon.length > 0;
				}
			});
			expect(Object.fromEntries(counted)).toEqual({ 'The review': 8 * 4 });
		},
		600_000,
	);
});
