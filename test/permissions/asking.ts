import { sql } from 'kysely';
import { inject } from 'vitest';
import { remindAll } from '#domain/agenda/reminders/remind.server.ts';
import type { Database } from '#platform/db/database.ts';
import { openDatabase } from '#platform/db/open.ts';
import { issueLink } from '#platform/session/links.ts';
import { freshDatabase } from '../fresh-database.ts';
import { startProduct } from '../running-product.ts';
import { londonDay } from '#platform/day.ts';
import { hiddenWords, type HiddenWords } from './hidden-words.ts';
import { makeWorld, type World } from './world.ts';

/** An answer as far as it may differ between what is hidden and what does not exist. */
export interface Answer {
	status: number;
	location: string | null;
	type: string | null;
	body: string;
}

/** What is posted: the fields of a form, or something else as JSON. */
export type Sent = Record<string, string | string[]> | { json: unknown };

/** The product at work on a world, with everybody of it signed in. */
export interface Asking {
	world: World;
	/** By person: what the database hides from them. */
	hidden: ReadonlyMap<string, HiddenWords>;
	/** All letters written so far, and the reminders of the next days. */
	letters: readonly { personId: string; words: string }[];
	/** Asks as a person, or as nobody. With a form it posts. */
	ask(personId: string | null, path: string, sent?: Sent): Promise<Answer>;
	ask(personId: string | null, path: string, form?: Record<string, string | string[]>): Promise<Answer>;
	/** Signs somebody out, and in again for those who ask later; once. */
	signOut(personId: string): Promise<void>;
	/** Opens a stream of events, to be heard until it is over. */
	listen(personId: string | null, path: string): Promise<Heard>;
	end(): Promise<void>;
}

interface Heard {
	status: number;
	heard(): string;
	over(): boolean;
}

/** Tells the world on the first of the engines, then starts the product on it and signs everybody in by a link. */
export async function startAsking(): Promise<Asking> {
	const fresh = await freshDatabase(inject('engines')[0]!);
	const database = await openDatabase(fresh.settings);
	const world = await makeWorld(database, new Date());
	const everybody = Object.values(world.people).flatMap((people) => Object.values(people));
	const hidden = await hiddenWords(
		database,
		world.partnershipId,
		[...new Set(everybody)],
		londonDay(new Date()),
	);
	const letters = await lettersOf(database);
	const links = await linksFor(database);
	await database.close();
	const product = await startProduct(
		'dataDir' in fresh.settings
			? { dataDir: fresh.settings.dataDir }
			: {
					env: {
						DATABASE_URL: fresh.settings.databaseUrl,
						DATABASE_OWNER_URL: fresh.settings.databaseOwnerUrl!,
					},
				},
	);
	const sessions = new Map<string, string>();
	let ending: Promise<void> | undefined;

	async function send(path: string, cookie: string, sent?: Sent, accept = 'text/html'): Promise<Response> {
		const headers = { cookie, accept, origin: product.origin };
		return fetch(product.origin + path, {
			redirect: 'manual',
			headers,
			...(sent && { method: 'POST', body: bodyOf(sent) }),
		});
	}
	async function signIn(personId: string) {
		const { headers } = await send(`/sign-in/link?token=${links.get(personId)!.pop()}`, '', {});
		sessions.set(
			personId,
			headers
				.getSetCookie()
				.map((line) => line.split(';')[0])
				.join('; '),
		);
	}
	for (const personId of links.keys()) await signIn(personId);
	function sessionOf(personId: string | null): string {
		const cookie = personId === null ? '' : sessions.get(personId);
		if (cookie === undefined) throw new Error(`Nobody is signed in as ${personId}`);
		return cookie;
	}
	return {
		world,
		hidden,
		letters,
		async listen(personId, path) {
			const response = await send(path, sessionOf(personId), undefined, 'text/event-stream');
			let words = '';
			let over = false;
			void (async () => {
				for await (const part of response.body!.pipeThrough(new TextDecoderStream())) words += part;
			})()
				.catch(() => {})
				.finally(() => (over = true));
			return { status: response.status, heard: () => words, over: () => over };
		},
		async ask(personId, path, sent) {
			const response = await send(path, sessionOf(personId), sent);
			const { status, headers } = response;
			return {
				status,
				location: headers.get('location'),
				type: headers.get('content-type'),
				body: await response.text(),
			};
		},
		async signOut(personId) {
			await send('/sign-out', sessionOf(personId), {});
			await signIn(personId);
		},
		end: () => (ending ??= product.stop().then(() => fresh.remove())),
	};
}

const bodyOf = (sent: Sent) =>
	'json' in sent && !Array.isArray(sent.json)
		? JSON.stringify(sent.json)
		: new URLSearchParams(
				Object.entries(sent as Record<string, string | string[]>).flatMap(([name, value]) =>
					[value].flat().map((one) => [name, one]),
				),
			);

/** As many days as a review is prepared and acted on in. */
const daysReminded = 40;

/** What was written to each person while the world was made, and what the reminders of the days ahead say. */
async function lettersOf(database: Database): Promise<Asking['letters']> {
	const making = { origin: 'https://reviews.example', secret: 'of this world alone' };
	const noon = Date.parse(`${londonDay(new Date())}T12:00:00Z`);
	for (let day = 0; day < daysReminded; day++)
		await remindAll(database, making, new Date(noon + day * 86_400_000), (error) => {
			throw error;
		});
	return database.asOwner(async (db) => {
		const { rows } = await sql<{ personId: string; words: string }>`
			select p.id as "personId", l.subject || E'\\n' || coalesce(l.body, '') as words
			from letter l join person p on p.email = l.recipient`.execute(db);
		return rows;
	});
}

/** Two links for everybody there is, by person. */
async function linksFor(database: Database): Promise<Map<string, string[]>> {
	return database.signIn(async (db) => {
		const { rows } = await sql<{ id: string; email: string }>`select id, email from person`.execute(db);
		const links = new Map<string, string[]>();
		for (const { id, email } of rows) {
			const link = () => issueLink(db, email, 60, new Date());
			links.set(id, [await link(), await link()]);
		}
		return links;
	});
}
