import { randomUUIDv7 } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { countedQueries } from '#domain/agenda/counted-queries.fixture.ts';
import { acknowledgeConcern, raiseConcern } from '#domain/concern/actions.server.ts';
import { hasConcerns } from '#domain/concern/queries.server.ts';
import { concernList, concernScreen, ringingConcerns } from '#domain/concern/screen.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { type Context, inContext } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import { nobody, person, type Principal } from '#platform/principal.ts';
import { addressOf, namesIn, withoutIds } from './addresses.ts';
import type { Answer, Asking } from './asking.ts';
import { declared } from './declared.ts';
import type { FullWorld } from './full-world.ts';
import { signedIn, type Role } from './roles.ts';
import type { World } from './world.ts';

// The bell, not the record: that a concern is there makes no difference to anybody but who raised it and who was told.

/** Raised one after the other by the reviewer of today's review; those named beside each can know of it. */
export const raised: readonly { aboutHead: boolean; knowing: readonly Role[] }[] = [
	// No chair of governors is written down here: even then the head it is about is not told in their place.
	{ aboutHead: true, knowing: ['reviewer'] },
	{ aboutHead: false, knowing: ['reviewer', 'host head'] },
];
export const unknowing = (step: number) => signedIn.filter((role) => !raised[step]!.knowing.includes(role));

/** What is posted from the screen. */
export const concernForm = (aboutHead: boolean): Record<string, string> => ({
	id: randomUUIDv7(),
	kind: 'safeguarding',
	...(aboutHead ? { aboutHead: 'yes' } : {}),
});

export const personOf = (world: World, role: Role) => world.people.today[role as Exclude<Role, 'signed out'>];

/** By role: what they read of every table and function, and how many statements their screens take. */
interface Look {
	read: Map<Role | 'nobody', Record<string, string>>;
	statements: Map<Role, Record<string, number>>;
}

/** Looks around as everybody with no check of the application in the way: before anything is raised, and after each. */
export async function lookWhileRaising(
	database: Database,
	full: FullWorld,
	now: Date,
): Promise<{
	looks: Look[];
	concerns: string[];
	as: <T>(role: Role, work: (ctx: Context) => Promise<T>) => Promise<T>;
}> {
	const { world } = full;
	const as = <T>(role: Role, work: (ctx: Context) => Promise<T>): Promise<T> =>
		inContext(database, person(personOf(world, role)), now, work);
	const concerns: string[] = [];
	const look = async (): Promise<Look> => {
		const [read, statements] = [
			new Map<Role | 'nobody', Record<string, string>>(),
			new Map<Role, Record<string, number>>(),
		];
		for (const role of signedIn) {
			read.set(role, await everythingReadBy(database, person(personOf(world, role)), full));
			statements.set(role, await as(role, (ctx) => statementsOf(ctx, world, concerns.at(-1))));
		}
		return { read: read.set('nobody', await everythingReadBy(database, nobody, full)), statements };
	};
	// Once for what is read once and kept.
	await look();
	const looks = [await look()];
	for (const { aboutHead } of raised) {
		const input = { ...concernForm(aboutHead), reviewId: world.reviews.today };
		const outcome = await as('reviewer', (ctx) => raiseConcern(ctx, 'http://localhost', input));
		if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome));
		concerns.push(outcome.value.id);
		looks.push(await look());
	}
	return { looks, concerns, as };
}

/** How many statements screens ask that anybody may open, whether or not a concern is there. */
async function statementsOf(
	ctx: Context,
	{ reviews }: World,
	concern: string = randomUUIDv7(),
): Promise<Record<string, number>> {
	const count = async (work: (ctx: Context) => Promise<unknown>) => (await countedQueries(ctx, work)).count;
	return {
		menu: await count(hasConcerns),
		home: await count(ringingConcerns),
		list: await count(concernList),
		review: await count((one) => openReview(one, reviews.today)),
		one: await count((one) => concernScreen(one, concern)),
		answering: await count((one) => acknowledgeConcern(one, { concernId: concern })),
	};
}

/** A digest of every row somebody reads of every table, and of what the functions give that read past policies. */
async function everythingReadBy(
	database: Database,
	who: Principal,
	{ world: { reviews, hostMemberId }, tables, today }: FullWorld,
): Promise<Record<string, string>> {
	const both = sql`${Object.values(reviews)}::uuid[]`;
	const readable = tables.map(({ name }) => name).filter((name) => name !== 'audit_entry');
	const sources: Record<string, RawBuilder<unknown>> = {
		...Object.fromEntries(
			[...readable, 'letter_choice', 'calendar_feed'].map((name) => [name, sql.table(name)]),
		),
		person: sql`(select id, name, email from person)`,
		facts: sql`(select review_id, stamp, facts::text from review_facts_since(${both}, '{}'))`,
		concerning: sql`app_concerning_reviews('2000-01-01', 1000)`,
		keys: sql`app_keys()`,
		known: sql`app_known_people()`,
		sharing: sql`(select sharing_of(id) from unnest(${both}) id)`,
		contacts: sql`contacts_of(${hostMemberId})`,
		seen: sql`seen_concerns(null, 100)`,
		unanswered: sql`unanswered_concerns()`,
		has: sql`has_concerns()`,
	};
	return database.as(who, today, async (db) => {
		const read: Record<string, string> = {};
		for (const [name, source] of Object.entries(sources)) {
			const { rows } = await sql<{ digest: string }>`
				select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest
				from ${source} t`.execute(db);
			read[name] = rows[0]!.digest;
		}
		return read;
	});
}

/** What every screen answers those who see it, before anything is raised and after each; and the last concern's id. */
export async function askWhileRaising(
	asking: Asking,
): Promise<{ answers: Map<string, Answer>[]; concern: string }> {
	const { people, reviews } = asking.world;
	let concern: string = randomUUIDv7();
	const answers = [await askAll(asking, concern)];
	for (const { aboutHead } of raised) {
		const path = `/reviews/${reviews.today}/concern`;
		const { location } = await asking.ask(people.today.reviewer, path, concernForm(aboutHead));
		concern = /^\/concerns\/(.+)$/.exec(location!)![1]!;
		answers.push(await askAll(asking, concern));
	}
	return { answers, concern };
}

/** Each screen as each of those who see it; a concern's own as everybody. */
async function askAll(asking: Asking, concern: string): Promise<Map<string, Answer>> {
	const told = new Map<string, Answer>();
	for (const [route, { seen }] of Object.entries(declared)) {
		if (seen === undefined || seen === 'anyone') continue;
		const path = addressOf(route, namesIn(asking.world, 'today', concern));
		const those = route === '/concerns/[concern]' ? signedIn : seen;
		await Promise.all(
			those.map(async (role) => {
				const answer = await asking.ask(personOf(asking.world, role), path);
				told.set(`${role}: ${route}`, withoutTime(withoutIds(answer, path)));
			}),
		);
	}
	return told;
}

/** What any answer says of the moment at which it was asked: the clock on a page, and in a printed one its date and mark. */
const withoutTime = (answer: Answer): Answer =>
	answer.type === 'application/pdf' || answer.type?.includes('wordprocessingml')
		? { ...answer, body: '' }
		: {
				...answer,
				body: answer.body.replace(
					/\b(\d+([.:]\d\d)? ?(am|pm|noon|minutes?)|\d+ h \d+ min|1[78]\d{11})\b/g,
					'TIME',
				),
			};
