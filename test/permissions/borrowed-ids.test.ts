import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { foundPartnership } from '#domain/partnership/deeds/membership.server.ts';
import { foundedPartnership, foundingDay, type Founded } from '#domain/partnership/founded.fixture.ts';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
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

	test('R6 a founder who has left cannot found the same partnership again', async () => {
		await database().asOwner((db) =>
			db
				.updateTable('responsibility')
				.set({ until_day: foundingDay })
				.where('person_id', '=', own.chair)
				.where('partnership_id', '=', own.partnershipId)
				.execute(),
		);
		await own.as(own.chair, (ctx) =>
			foundPartnership(ctx, { id: own.partnershipId, name: 'Again', groupWord: 'trio' }),
		);
		const seen = await own.as(own.chair, ({ db }) => db.selectFrom('partnership').select('id').execute());
		expect(seen).toEqual([]);
	});
});
