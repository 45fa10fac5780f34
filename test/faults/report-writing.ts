import { sql } from 'kysely';
import * as Y from 'yjs';
import { preparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { wordsOf } from '#domain/report/document/blocks.ts';
import { sendUpdate } from '#domain/report/document/deeds.server.ts';
import { documentAt, documentOf, partsOf } from '#domain/report/document/document.server.ts';
import { type Context, inContext } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import { person } from '#platform/principal.ts';
import type { Deed } from './deed.ts';

const noon = new Date('2026-11-19T12:00:00Z');
const heading = 'strengths';

/** One page's document: it dies with its process, as a browser that nobody opens again. */
const doc = new Y.Doc({ gc: false });
/** A page sends one update after the other. */
let before: Promise<unknown> = Promise.resolve();
let found: Promise<{ review: { partnershipId: string; id: string }; writer: string }> | undefined;

/** The joint report: a paragraph that holds the id, in an update that one of the team sends. */
export const reportWriting: Deed = {
	async prepare(database) {
		await preparedReview(database);
	},
	save(database, id) {
		const saving = before.then(() => write(database, id));
		before = saving.catch(() => {});
		return saving;
	},
	async lost(database, acknowledged) {
		const said = new Set((await asWriter(database, saidNow)).split('\n'));
		return acknowledged.filter((id) => !said.has(id));
	},
	torn: (database) => asWriter(database, tornNow),
};

async function write(database: Database, id: string): Promise<void> {
	const from = Y.encodeStateVector(doc);
	const paragraph = new Y.XmlElement('paragraph');
	paragraph.insert(0, [new Y.XmlText(id)]);
	doc.getXmlFragment(heading).insert(0, [paragraph]);
	const update = Buffer.from(Y.encodeStateAsUpdate(doc, from)).toString('base64');
	const outcome = await asWriter(database, (ctx, { id: reviewId }) =>
		sendUpdate(ctx, { id, reviewId, writer: doc.clientID, update }),
	);
	if (outcome.is !== 'done') throw new Error(`A report that takes no words: ${JSON.stringify(outcome)}`);
}

const wordsIn = (of: Y.Doc): string => wordsOf(partsOf(of, [heading]).get(heading)!);
const saidNow = async (ctx: Context, review: Review): Promise<string> =>
	wordsIn((await documentOf(ctx, review)).doc);

type Review = { partnershipId: string; id: string };

/** The log without gaps, as long as its document says; brought together it says what its updates say one by one. */
async function tornNow(ctx: Context, review: Review): Promise<string[]> {
	const { number } = await documentOf(ctx, review);
	const { rows } = await sql<{ number: number; updates: number }>`
		select d.number, (select count(*)::int from report_update u
			where u.partnership_id = d.partnership_id and u.review_id = d.review_id) as updates
		from report_document d where d.partnership_id = ${review.partnershipId} and d.review_id = ${review.id}`.execute(
		ctx.db,
	);
	const [log] = rows;
	if (!log) return [];
	const whole = wordsIn(await documentAt(ctx, review, number));
	return [
		...(log.number === log.updates && log.number === number ? [] : [`a log of ${JSON.stringify(log)}`]),
		...(whole === (await saidNow(ctx, review)) ? [] : ['a log that says something else than its updates']),
	];
}

async function asWriter<T>(
	database: Database,
	work: (ctx: Context, review: Review) => Promise<T>,
): Promise<T> {
	const { review, writer } = await (found ??= find(database));
	return inContext(database, person(writer), noon, (ctx) => work(ctx, review));
}

const find = (database: Database) =>
	database.asOwner(async (db) => {
		const member = await db
			.selectFrom('team_member')
			.select(['partnership_id', 'review_id', 'person_id'])
			.where('role', '=', 'reviewer')
			.executeTakeFirstOrThrow();
		return {
			review: { partnershipId: member.partnership_id, id: member.review_id },
			writer: member.person_id,
		};
	});
