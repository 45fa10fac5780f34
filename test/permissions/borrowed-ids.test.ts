import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { addMember, foundPartnership } from '#domain/partnership/deeds/membership.server.ts';
import { foundedPartnership, foundingDay, type Founded } from '#domain/partnership/founded.fixture.ts';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { proposeReview } from '#domain/review/deeds/frame.server.ts';
import { frame } from '#domain/review/deeds/in-the-making.fixture.ts';
import type { Context } from '#platform/context.ts';
import { insertOnce } from '#platform/db/insert-once.ts';
import { person } from '#platform/principal.ts';
import { forEachEngine } from '../database.ts';

// Ids are made with the form, so whoever has seen one can send it again from another place.

forEachEngine((database) => {
	let theirs: PreparedReview;
	let own: Founded;
	beforeAll(async () => {
		theirs = await preparedReview(database());
		own = await foundedPartnership(database());
	});

	/** What the chair of one partnership sees of another's rows after writing these to their own; nothing is kept. */
	async function seenAfter(write: ReturnType<typeof sql>[], table: string): Promise<number> {
		let seen = 0;
		const undone = new Error('Nothing is kept');
		await database()
			.as(person(own.chair), foundingDay, async (db) => {
				for (const statement of write) await statement.execute(db);
				const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
					where partnership_id = ${theirs.partnershipId}`.execute(db);
				seen = rows[0]!.n;
				throw undone;
			})
			.catch((thrown: unknown) => {
				if (thrown !== undone && !/unique|duplicate key/.test((thrown as Error).message)) throw thrown;
			});
		return seen;
	}

	const reviewUnderTheirId = () => {
		const version = randomUUIDv7();
		const { partnershipId, chair, members } = own;
		return [
			sql`insert into protocol_version (partnership_id, id, number, title, document, published_by)
				values (${partnershipId}, ${version}, 1, 'Own', '{}', ${chair})`,
			sql`insert into review (partnership_id, id, host_member_id, protocol_version_id, kind, focus, focus_kind, focus_source, proposed_by)
				values (${partnershipId}, ${theirs.reviewId}, ${members[0]}, ${version}, 'themed', 'x', 'x', 'x', ${chair})`,
			sql`insert into team_member (partnership_id, review_id, person_id, role, added_by)
				values (${partnershipId}, ${theirs.reviewId}, ${chair}, 'reviewer', ${chair})`,
			sql`insert into confidentiality_agreement (partnership_id, review_id, person_id)
				values (${partnershipId}, ${theirs.reviewId}, ${chair})`,
		];
	};

	test.each(['review', 'team_member', 'activity', 'line_of_enquiry'])(
		'R6 a review of one’s own under the id of another partnership’s opens no row of it: %s',
		async (table) => {
			expect(await seenAfter(reviewUnderTheirId(), table)).toBe(0);
		},
	);

	test('R6 what is made under the id of another partnership’s is answered as if it were not there', async () => {
		const { partnershipId, chair, members } = own;
		const asChair = <T>(deed: (ctx: Context, input: unknown) => Promise<T>, input: object) =>
			own.as(chair, (ctx) => deed(ctx, { partnershipId, ...input }));
		const version = await database().asOwner((db) =>
			db
				.selectFrom('protocol_version')
				.select('id')
				.where('partnership_id', '=', theirs.partnershipId)
				.executeTakeFirstOrThrow(),
		);
		const missing = { is: 'missing' };
		expect(await asChair(publishPreset, { id: version.id, preset: 'family' })).toEqual(missing);
		expect(await asChair(publishPreset, { id: randomUUIDv7(), preset: 'family' })).toMatchObject({
			is: 'done',
		});
		const school = { fromDay: foundingDay, name: 'Borrowed', place: 'Nowhere' };
		expect(await asChair(addMember, { id: theirs.hostMemberId, ...school })).toEqual(missing);
		const proposal = { id: theirs.reviewId, hostMemberId: members[0], ...frame };
		expect(await asChair(proposeReview, proposal)).toEqual(missing);
		const another = { id: theirs.partnershipId, name: 'Borrowed', groupWord: 'trio' };
		expect(await own.as(chair, (ctx) => foundPartnership(ctx, another))).toEqual(missing);
	});

	test('R6 a row of one’s own partnership is taken for one’s own form only where place and author agree', async () => {
		const { partnershipId, reviewId: review_id, people } = theirs;
		const remark = {
			partnership_id: partnershipId,
			id: randomUUIDv7(),
			review_id,
			kind: 'team comment',
			author_id: people.reviewer,
			author_role: 'reviewer',
			words: 'Read twice.',
			written_at: new Date(),
			keys: [`team:${review_id}`],
		};
		const insert = (more: object) =>
			theirs.as('reviewer', ({ db }) =>
				insertOnce(db, 'remark', { ...remark, ...more }, ['review_id', 'author_id']),
			);
		expect(await insert({})).toBe('made');
		expect(await insert({ words: 'Put differently.' })).toBe('made before');
		expect(await insert({ author_id: people.facilitator })).toBe('taken');
		expect(await insert({ review_id: randomUUIDv7() })).toBe('taken');
	});

	test('R6 a founder who has left cannot found the same partnership again', async () => {
		await database().asOwner((db) =>
			db
				.updateTable('responsibility')
				.set({ until_day: foundingDay })
				.where('person_id', '=', own.chair)
				.where('partnership_id', '=', own.partnershipId)
				.execute(),
		);
		const again = { id: own.partnershipId, name: 'Again', groupWord: 'trio' };
		expect(await own.as(own.chair, (ctx) => foundPartnership(ctx, again))).toEqual({ is: 'missing' });
		const seen = await own.as(own.chair, ({ db }) => db.selectFrom('partnership').select('id').execute());
		expect(seen).toEqual([]);
	});
});
