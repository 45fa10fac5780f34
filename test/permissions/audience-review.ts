import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Thing } from '#domain/protocol/parts/audience.ts';
import { closeReview } from '#domain/improvement/deeds/closing.server.ts';
import { makeLink, openLink } from '#domain/review/deeds/links.server.ts';
import { applySharing, release, takeBack } from '#domain/review/deeds/sharing.server.ts';
import { releasable } from '#domain/review/input.ts';
import { openReview } from '#domain/review/open.server.ts';
import { keysFor } from '#domain/review/readers.ts';
import { releasesOf } from '#domain/review/sharing-queries.server.ts';
import { type Context, inContext } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import { nobody, person, type Principal } from '#platform/principal.ts';
import type { Partnership } from './audience-people.ts';
import type { Setting } from './audience-settings.ts';

/** The tables in which a thing lies; a reader of it sees a row in each, anyone else in none. */
export const tablesOf: Partial<Record<Thing, readonly string[]>> = {
	plan: ['pre_review_meeting', 'decision', 'line_of_enquiry', 'activity'],
	evidence: ['evidence'],
	draft: ['report_document', 'report_update'],
	findings: ['finding'],
	report: ['edition', 'sign_off', 'remark'],
	workshop: ['workshop'],
	actions: ['action', 'action_update', 'progress_report', 'impact', 'baseline', 'measurement'],
	'look-back': ['look_back'],
	cycle: ['review', 'team_member'],
};
export const kept = Object.keys(tablesOf) as Thing[];

const now = new Date('2026-11-25T12:00:00Z');
export const today = '2026-11-25';

/** A review in one setting, with something of each thing in it. */
export interface SettledReview {
	id: string;
	/** What the host asked for and was answered, to be compared with the rule. */
	answers: { thing: Thing; audience: string; is: string }[];
	/** The principal of a link to the report, where one could be made. */
	link: Principal | null;
}

/** Writes a published review past all policies, then lets its host share it by the deeds themselves. */
export async function settledReview(
	database: Database,
	partnership: Partnership,
	setting: Setting,
): Promise<SettledReview> {
	const id = await publishedReview(database, partnership, setting);
	await partnership.joinTeam(id);
	const host = partnership.people['host head'];
	const asHost = <T>(work: (ctx: Context) => Promise<T>) => inContext(database, person(host), now, work);

	const draftKeys = await asHost(async (ctx) => keysFor('draft', (await openReview(ctx, id))!));
	await database.asOwner((db) =>
		db.updateTable('report_document').set({ keys: draftKeys }).where('review_id', '=', id).execute(),
	);
	await asHost(async (ctx) => {
		for (const thing of releasable) await applySharing(ctx, id, thing);
	});
	const answers = [];
	for (const { thing, audience } of setting.asked) {
		const asked = { id: randomUUIDv7(), reviewId: id, thing, audience };
		const { is } = await asHost((ctx) => release(ctx, asked));
		answers.push({ thing, audience, is });
	}
	const made = await asHost((ctx) =>
		makeLink(ctx, { id: randomUUIDv7(), reviewId: id, thing: 'report', forWhom: 'Jo', days: '14' }),
	);
	const token = made.is === 'done' ? made.value.token : null;
	const linkId = token && (await inContext(database, nobody, now, (ctx) => openLink(ctx, token)));
	if (setting.takesBack)
		await asHost(async (ctx) => {
			const standing = await releasesOf(ctx, { partnershipId: partnership.id, id });
			for (const one of standing) await takeBack(ctx, { releaseId: one.id, reviewId: id });
		});
	if (setting.closes) await asHost((ctx) => closeReview(ctx, { reviewId: id }));
	return { id, answers, link: linkId ? { kind: 'link', id: linkId } : null };
}

/** `review thing` for each thing of which somebody sees every table; a table seen without its thing is named instead. */
export async function seenBy(
	database: Database,
	principal: Principal,
	reviewIds: string[],
): Promise<Set<string>> {
	const asked = kept.flatMap((thing) => tablesOf[thing]!.map((table) => ({ thing, table })));
	const { rows } = await database.as(principal, today, (db) =>
		sql<{ review: string; thing: Thing; tables: number }>`
			select review_id as review, thing, count(distinct place)::int as tables from (${sql.join(
				asked.map(
					({ thing, table }) =>
						sql`select ${sql.ref(table === 'review' ? 'id' : 'review_id')} as review_id, ${thing}::text as thing, ${table}::text as place from ${sql.table(table)}`,
				),
				sql` union all `,
			)}) as seen where review_id = any (${reviewIds}::uuid[]) group by review_id, thing`.execute(db),
	);
	return new Set(
		rows.map(({ review, thing, tables }) =>
			tables === tablesOf[thing]!.length ? `${review} ${thing}` : `${review} ${thing} in part`,
		),
	);
}

async function publishedReview(
	database: Database,
	{ id: partnership_id, hostMemberId, people }: Partnership,
	{ protocol }: Setting,
): Promise<string> {
	const [review_id, version, finding_id, action_id, baseline_id] = Array.from({ length: 5 }, () =>
		randomUUIDv7(),
	) as [string, string, string, string, string];
	const of = { partnership_id, review_id };
	const keys: string[] = [];
	const by = people['host head'];
	const at = now;
	const measured = { figure: '61%', measured_on: '2026-11-24', written_by: by, written_at: at, keys };
	await database.asOwner(async (db) => {
		const { count } = await db
			.selectFrom('protocol_version')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('partnership_id', '=', partnership_id)
			.executeTakeFirstOrThrow();
		const document = JSON.stringify(protocol);
		await db
			.insertInto('protocol_version')
			.values({
				partnership_id,
				id: version,
				number: Number(count) + 1,
				title: '',
				document,
				published_by: by,
			})
			.execute();
		await db
			.insertInto('review')
			.values({
				partnership_id,
				id: review_id,
				host_member_id: hostMemberId,
				protocol_version_id: version,
				kind: protocol.kinds[0]!.key,
				focus: 'Do they read?',
				focus_kind: '',
				focus_source: '',
				first_day: '2026-11-19',
				last_day: '2026-11-19',
				proposed_by: by,
			})
			.execute();
		const rows: [string, object][] = [
			['pre_review_meeting', { held_on: '2026-11-05', answers: '{}', recorded_by: by }],
			['decision', { id: randomUUIDv7(), words: 'We knock.', recorded_by: by }],
			[
				'line_of_enquiry',
				{ id: randomUUIDv7(), letter: 'A', question: 'Who reads?', origin: 'planned', proposed_by: by },
			],
			[
				'activity',
				{ id: randomUUIDv7(), kind: '', title: '', day: '2026-11-19', starts: '09:00', ends: '10:00' },
			],
			[
				'evidence',
				{ id: randomUUIDv7(), author_id: by, source: '', kind: '', seen: 'A', recorded_at: at, keys },
			],
			[
				'finding',
				{
					id: finding_id,
					kind: '',
					seen: 'A',
					effect: 'B',
					position: 1,
					written_by: by,
					written_at: at,
					keys,
				},
			],
			['report_document', { number: 1, keys }],
			[
				'report_update',
				{ number: 1, id: randomUUIDv7(), author_id: by, written_at: at, bytes: Buffer.from([0, 0]) },
			],
			['edition', { number: 1, body: '{}', digest: '', made_by: by, made_at: at, keys }],
			['sign_off', { edition_number: 1, person_id: by, recorded_by: by, signed_at: at, keys }],
			[
				'remark',
				{
					id: randomUUIDv7(),
					kind: 'host response',
					heading: 'response',
					author_id: by,
					author_role: '',
					words: 'Thanks.',
					written_at: at,
					keys,
				},
			],
			['publication', { edition_number: 1, published_by: by, published_at: at }],
			['workshop', { held_on: '2026-11-24', outcome: 'Read.', recorded_by: by, recorded_at: at, keys }],
			[
				'action',
				{
					id: action_id,
					finding_id,
					title: 'Read',
					owner: 'Head',
					due: '2027-01-10',
					measure_of_success: 'They read.',
					planned_by: by,
					planned_at: at,
					keys,
				},
			],
			[
				'action_update',
				{ id: randomUUIDv7(), action_id, progress: 'done', words: '', written_by: by, written_at: at, keys },
			],
			['progress_report', { id: randomUUIDv7(), words: 'Good.', reported_by: by, reported_at: at, keys }],
			[
				'impact',
				{ id: randomUUIDv7(), heading: '', words: 'They read.', pupils: '', told_by: by, told_at: at, keys },
			],
			[
				'baseline',
				{ id: baseline_id, ...measured, measure: 'Reading', framework: 'Own', pupils: '', hoped: '' },
			],
			['measurement', { id: randomUUIDv7(), ...measured, baseline_id, words: '' }],
			...(['host', 'team'] as const).map((side): [string, object] => [
				'look_back',
				{ side, answers: '{}', answered_by: by, answered_at: at, keys, opens_to: keys },
			]),
		];
		for (const [table, row] of rows)
			await db
				.insertInto(table as 'decision')
				.values({ ...of, ...row } as never)
				.execute();
	});
	return review_id;
}
