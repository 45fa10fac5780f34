import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { v7 as newId } from 'uuid';
import type { Day } from '#domain/evidence/day.ts';
import { openDatabase } from '#platform/db/open.ts';
import { issueLink } from '#platform/session/links.ts';
import { addressOf, type PersonKey } from '#test/cast.ts';
import { loadDemo } from '#test/demo/load.ts';
import { appLogin, ownerLogin, startPostgresql } from '#test/postgresql-server.ts';
import { startProduct } from '#test/running-product.ts';
import { percentile, type Figure } from './figure.ts';

const perSecond = 50;
const seconds = 30;
const bytes = 5900;
const warmUp = 100;
const team: PersonKey[] = ['inkwell', 'foxglove', 'lanternby', 'papermoon'];

/** A reviewer's device, as the server sees it. */
interface Device {
	origin: string;
	cookie: string;
	day: Day;
}

/**
 * P7: evidence taken in by the product on a PostgreSQL that flushes what it commits. Each piece is a request of its own, sent when
 * it is due whether or not those before are answered; all are of one review, whose four reviewers listen meanwhile.
 */
export async function measure(): Promise<Figure[]> {
	const postgresql = await startPostgresql({ durable: true });
	const database = {
		DATABASE_URL: postgresql.url(appLogin, 'fresh_eyes'),
		DATABASE_OWNER_URL: postgresql.url(ownerLogin, 'fresh_eyes'),
	};
	try {
		await query(postgresql.url(ownerLogin, 'postgres'), 'create database fresh_eyes');
		const links = await tellStory(database);
		const product = await startProduct({ env: database });
		try {
			const devices = await Promise.all(links.map((link) => openDay(product.origin, link)));
			return await takenIn(devices, async () => {
				const [row] = await query(
					postgresql.url('postgres', 'fresh_eyes'),
					'select count(*)::int from evidence',
				);
				return row!['count']!;
			});
		} finally {
			await product.stop();
		}
	} finally {
		await postgresql.stop();
	}
}

/** @param count how many pieces the database holds */
async function takenIn(devices: Device[], count: () => Promise<number>): Promise<Figure[]> {
	// A server that has just started still reads the register.
	for (let nth = 0; nth < warmUp; nth += 1) await send(devices[nth % devices.length]!, performance.now());
	const before = await count();
	const over = new AbortController();
	for (const device of devices) void listen(device, over.signal);
	const began = performance.now();
	const sent: Promise<{ taken: boolean; ms: number }>[] = [];
	for (let nth = 0; nth < perSecond * seconds; nth += 1) {
		const due = began + (nth * 1000) / perSecond;
		await pause(Math.max(0, due - performance.now()));
		sent.push(send(devices[nth % devices.length]!, due));
	}
	const answers = await Promise.all(sent);
	over.abort();
	const ms = answers.map((answer) => answer.ms);
	const taken = answers.filter((answer) => answer.taken).length;
	const there = (await count()) - before;
	const all = perSecond * seconds;
	return [
		{
			value: `${taken} of ${all} accepted, ${there} there; p95 ${percentile(ms, 0.95).toFixed(0)} ms, median ${percentile(ms, 0.5).toFixed(0)} ms, longest ${Math.max(...ms).toFixed(0)} ms`,
			bar: 'all accepted',
			ok: taken === all && there === all,
			how: `${bytes} bytes each, ${perSecond} a second for ${seconds} s, PostgreSQL, one server process`,
		},
	];
}

/** One piece of the size asked for; milliseconds from when it was due to when its answer was read. */
async function send({ origin, cookie, day }: Device, due: number): Promise<{ taken: boolean; ms: number }> {
	const id = newId();
	const piece = {
		id,
		lineId: day.lines[0]!.id,
		source: day.sources[0]!.value,
		kind: day.kinds[0]!.value,
		seen: 'Seen in every room. ',
		soWhat: 'So pupils find their own way. ',
	};
	const row = (body: object) =>
		JSON.stringify({ person: day.personId, rows: [{ id, deed: 'record', body, ago: 0 }] });
	const lacking = Math.floor((bytes - row(piece).length) / 2);
	const body = row({
		...piece,
		seen: piece.seen + 'a'.repeat(lacking),
		soWhat: piece.soWhat + 'a'.repeat(lacking),
	});
	const response = await fetch(`${origin}/api/reviews/${day.reviewId}/outbox`, {
		method: 'POST',
		headers: { cookie, origin, 'content-type': 'application/json' },
		body,
	});
	const { answers } = (await response.json()) as { answers?: { id: string; is: string }[] };
	return { taken: answers?.[0]?.is === 'done', ms: performance.now() - due };
}

/** Hears of what others write, as a page that stands open does. */
async function listen({ origin, cookie, day }: Device, signal: AbortSignal): Promise<void> {
	const headers = { cookie, accept: 'text/event-stream' };
	const response = await fetch(`${origin}/api/reviews/${day.reviewId}/news`, { headers, signal });
	await response.body!.pipeTo(new WritableStream(), { signal }).catch(() => {});
}

/** Signs in by a link and opens today's review. */
async function openDay(origin: string, token: string): Promise<Device> {
	const redeemed = await fetch(`${origin}/sign-in/link?token=${token}`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
	});
	const cookie = redeemed.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
	const home = await (await fetch(`${origin}/home`, { headers: { cookie } })).text();
	const [, reviewId] = /"\/day\/([0-9a-f-]{36})"/.exec(home) ?? [];
	if (!reviewId) throw new Error('Home does not lead to the day of a review.');
	return { origin, cookie, day: await dayOf(origin, cookie, reviewId) };
}

async function dayOf(origin: string, cookie: string, reviewId: string): Promise<Day> {
	const response = await fetch(`${origin}/api/reviews/${reviewId}/day`, { headers: { cookie } });
	return ((await response.json()) as { day: Day }).day;
}

async function query(url: string, text: string): Promise<Record<string, number>[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query<Record<string, number>>(text)).rows;
	} finally {
		await client.end();
	}
}

/** The demo's story, and for each of the team of today's review a link to sign in by. */
async function tellStory(settings: { DATABASE_URL: string; DATABASE_OWNER_URL: string }): Promise<string[]> {
	const { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: databaseOwnerUrl } = settings;
	const database = await openDatabase({ databaseUrl, databaseOwnerUrl });
	try {
		await loadDemo(database, new Date());
		return await database.signIn(async (db) => {
			const links: string[] = [];
			for (const one of team) links.push(await issueLink(db, addressOf(one), 60, new Date()));
			return links;
		});
	} finally {
		await database.close();
	}
}
