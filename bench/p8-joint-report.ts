import { spawn } from 'node:child_process';
import { randomUUIDv7 } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import * as Y from 'yjs';
import { openDatabase } from '#platform/db/open.ts';
import { preparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { issueLink } from '#platform/session/links.ts';
import { appLogin, ownerLogin, startPostgresql } from '#test/postgresql-server.ts';
import { type RunningProduct, startProduct } from '#test/running-product.ts';
import { type Figure, percentile } from './figure.ts';
import { openHocuspocusPage } from './joint/hocuspocus-pages.ts';
import { openProductPage, sender } from './joint/product-pages.ts';
import { type Page, writeTogether, type Written } from './joint/writing.ts';

/** Writers at once, each of whom edits five times a second. */
const sizes = [4, 24, 100];
const runs = 3;
/** Acknowledgements of one writer alone, with and without anything to keep. */
const alone = 150;

/**
 * P8: the joint report written by several at once over HTTP, on a PostgreSQL that flushes what it commits, beside Hocuspocus in
 * the same run, which keeps nothing. Pages are a program that does what a browser does, on the same machine as the servers.
 */
export async function measure(): Promise<Figure[]> {
	const postgresql = await startPostgresql({ durable: true });
	const settings = {
		DATABASE_URL: postgresql.url(appLogin, 'fresh_eyes'),
		DATABASE_OWNER_URL: postgresql.url(ownerLogin, 'fresh_eyes'),
	};
	try {
		await query(postgresql.url(ownerLogin, 'postgres'), 'create database fresh_eyes');
		const team = await gather(settings, Math.max(...sizes));
		const [one, other] = [await startProduct({ env: settings }), await startProduct({ env: settings })];
		try {
			const figures = [await keepingCosts(one, team)];
			for (const writers of sizes) {
				figures.push(await ofServer('one process', writers, [one], team));
				figures.push(await beside(writers));
			}
			figures.push(await ofServer('two processes on one PostgreSQL', 24, [one, other], team));
			return figures;
		} finally {
			await one.stop();
			await other.stop();
			await team.close();
		}
	} finally {
		await postgresql.stop();
	}
}

interface Team {
	/** Links by which so many of them sign in. */
	links(count: number): Promise<string[]>;
	/** A review that so many of them review, so that no run finds what another wrote, and nobody pays for a team that does not write. */
	newReview(count: number): Promise<string>;
	close(): Promise<void>;
}

async function gather(
	settings: { DATABASE_URL: string; DATABASE_OWNER_URL: string },
	count: number,
): Promise<Team> {
	const { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: databaseOwnerUrl } = settings;
	const database = await openDatabase({ databaseUrl, databaseOwnerUrl });
	const people = Array.from({ length: count }, (_, nth) => ({
		id: randomUUIDv7(),
		name: `Writer ${nth}`,
		email: `writer-${nth}@people.example`,
	}));
	await database.asOwner((db) => db.insertInto('person').values(people).execute());
	return {
		links: (many) =>
			database.signIn(async (db) => {
				const links: string[] = [];
				for (const { email } of people.slice(0, many)) links.push(await issueLink(db, email, 60, new Date()));
				return links;
			}),
		async newReview(many) {
			const { partnershipId, reviewId, people: theirs } = await preparedReview(database);
			const of = people.slice(0, many).map(({ id }) => ({
				partnership_id: partnershipId,
				review_id: reviewId,
				person_id: id,
			}));
			await database.asOwner(async (db) => {
				const members = of.map((row) => ({ ...row, role: 'reviewer', added_by: theirs.chair }));
				await db.insertInto('team_member').values(members).execute();
				await db.insertInto('acceptance').values(of).execute();
				await db.insertInto('confidentiality_agreement').values(of).execute();
			});
			return reviewId;
		},
		close: () => database.close(),
	};
}

async function ofServer(
	how: string,
	writers: number,
	products: RunningProduct[],
	team: Team,
): Promise<Figure> {
	const cookies = await cookiesOf(products[0]!, team, writers);
	const written = await severalTimes(async () => {
		const review = await team.newReview(writers);
		const pages = await Promise.all(
			cookies.map((cookie, nth) => openProductPage(products[nth % products.length]!.origin, cookie, review)),
		);
		return { pages, servers: products.map(({ pid }) => pid) };
	});
	return {
		value: inWords(written),
		bar: writers === 24 ? 'visible p95 ≤ 250 ms, none missing' : 'none missing',
		ok: written.missing === 0 && (writers !== 24 || written.visible.p95 <= 250),
		how: `${writers} writers, 5 edits a second each, ${runs} runs, ${how}`,
	};
}

async function beside(writers: number): Promise<Figure> {
	const child = spawn(process.execPath, [join(import.meta.dirname, 'joint/hocuspocus-server.ts')], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const port = await new Promise<number>((resolve) => {
		child.stdout.on('data', (said) => {
			const [, found] = /listening (\d+)/.exec(String(said)) ?? [];
			if (found) resolve(Number(found));
		});
	});
	try {
		const written = await severalTimes(async () => ({
			pages: await Promise.all(Array.from({ length: writers }, () => openHocuspocusPage(port))),
			servers: [child.pid!],
		}));
		return {
			value: inWords(written),
			bar: 'none: it keeps nothing',
			ok: true,
			how: `Hocuspocus in memory, ${writers} writers, the same edits`,
		};
	} finally {
		child.kill();
	}
}

/** The middle of several runs, by what a page showed at the latest. */
async function severalTimes(open: () => Promise<{ pages: Page[]; servers: number[] }>): Promise<Written> {
	const all: Written[] = [];
	for (let run = 0; run < runs; run += 1) {
		const { pages, servers } = await open();
		all.push(await writeTogether(pages, servers));
		for (const page of pages) await page.close();
	}
	const middle = all.toSorted((a, b) => a.visible.p95 - b.visible.p95)[Math.floor(runs / 2)]!;
	return { ...middle, missing: Math.max(...all.map(({ missing }) => missing)) };
}

const inWords = ({ acknowledged, visible, cpu, kilobytes, missing }: Written): string =>
	[
		`ack p50 ${acknowledged.p50.toFixed(0)} p95 ${acknowledged.p95.toFixed(0)} ms`,
		`visible p50 ${visible.p50.toFixed(0)} p95 ${visible.p95.toFixed(0)} ms`,
		`${cpu} % of a processor`,
		`${kilobytes.toFixed(1)} KB an edit`,
		`${missing} missing`,
	].join(', ');

/** One writer alone: what it costs that an edit is kept, beside the same request with nothing new in it. */
async function keepingCosts(product: RunningProduct, team: Team): Promise<Figure> {
	const [cookie] = await cookiesOf(product, team, 1);
	const review = await team.newReview(1);
	const send = sender(product.origin, cookie!, review);
	const doc = new Y.Doc();
	const times = { kept: [] as number[], known: [] as number[] };
	const paragraph = new Y.XmlElement('paragraph');
	const text = new Y.XmlText();
	paragraph.insert(0, [text]);
	doc.getXmlFragment('strengths').insert(0, [paragraph]);
	await send(Y.encodeStateAsUpdate(doc), doc.clientID);
	for (let turn = 0; turn < alone; turn += 1) {
		const before = Y.encodeStateVector(doc);
		text.insert(text.length, ` ${turn}`);
		const update = Y.encodeStateAsUpdate(doc, before);
		for (const kind of ['kept', 'known'] as const) {
			const began = performance.now();
			await send(update, doc.clientID);
			times[kind].push(performance.now() - began);
		}
	}
	const [kept, known] = [percentile(times.kept, 0.5), percentile(times.known, 0.5)];
	return {
		value: `${(kept / known).toFixed(2)} × (${kept.toFixed(1)} and ${known.toFixed(1)} ms)`,
		bar: '≤ 1.5 ×',
		ok: kept <= 1.5 * known,
		how: `ack p50 of one writer, beside the same request that brings nothing new; ${alone} each, in turn`,
	};
}

async function cookiesOf({ origin }: RunningProduct, team: Team, count: number): Promise<string[]> {
	const cookies: string[] = [];
	for (const token of await team.links(count)) {
		const redeemed = await fetch(`${origin}/sign-in/link?token=${token}`, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
		});
		cookies.push(
			redeemed.headers
				.getSetCookie()
				.map((line) => line.split(';')[0])
				.join('; '),
		);
	}
	return cookies;
}

async function query(url: string, text: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query(text);
	await client.end();
}
