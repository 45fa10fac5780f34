import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { forEachEngine } from '#test/database.ts';
import { openReview } from '../open.server.ts';
import { agreedReview, type InTheMaking } from './in-the-making.fixture.ts';
import { agreeConfidentiality } from './team.server.ts';

forEachEngine((database) => {
	let it: InTheMaking;
	beforeAll(async () => {
		it = await agreedReview(database());
		const evidence = {
			partnership_id: it.home.partnershipId,
			id: randomUUIDv7(),
			review_id: it.reviewId,
			author_id: it.facilitator,
			source: 'books',
			kind: 'strength',
			seen: 'Seen by the team alone.',
			recorded_at: new Date(),
			keys: [`team:${it.reviewId}`],
		};
		await database().asOwner((db) => db.insertInto('evidence').values(evidence).execute());
	});

	const agree = (by: string, typedName?: string) => it.on(by, agreeConfidentiality, { typedName });
	const evidenceFor = (personId: string) =>
		it.home.as(personId, ({ db }) => db.selectFrom('evidence').select('seen').execute());
	const isBound = (personId: string) =>
		it.home.as(personId, async (ctx) => (await openReview(ctx, it.reviewId))?.bound);

	describe('KSA-3 NFS-12 confidentiality is agreed for each review, before anything of the team is seen', () => {
		test.each([undefined, ' ', 'Somebody Else'])('not under no name or another: %s', async (typedName) => {
			expect(await agree(it.reviewer, typedName)).toMatchObject({
				is: 'invalid',
				fields: { typedName: expect.any(String) },
			});
			expect(await isBound(it.reviewer)).toBe(false);
			expect(await evidenceFor(it.reviewer)).toEqual([]);
		});

		test('not by those who are not on the team', async () => {
			expect(await agree(it.home.chair, 'Chair Example')).toEqual({ is: 'denied' });
			expect(await agree(it.host, 'Demo headteacher')).toEqual({ is: 'denied' });
		});

		test('by one’s own name, to the statement of the protocol this review began with', async () => {
			const begun = await it.home.as(it.reviewer, ({ db }) =>
				db.selectFrom('review').select('protocol_version_id').executeTakeFirstOrThrow(),
			);
			const later = {
				id: randomUUIDv7(),
				partnershipId: it.home.partnershipId,
				preset: 'network',
				version: 1,
			};
			await it.home.as(it.home.chair, (ctx) => publishPreset(ctx, later));
			expect(await agree(it.reviewer, 'demo Headteacher')).toMatchObject({ is: 'done' });
			const kept = await it.home.as(it.host, ({ db }) =>
				db
					.selectFrom('confidentiality_agreement')
					.select(['person_id', 'typed_name', 'protocol_version_id'])
					.execute(),
			);
			expect(kept).toEqual([
				{
					person_id: it.reviewer,
					typed_name: 'demo Headteacher',
					protocol_version_id: begun.protocol_version_id,
				},
			]);
			expect(await isBound(it.reviewer)).toBe(true);
			expect(await evidenceFor(it.reviewer)).toHaveLength(1);
			expect(await evidenceFor(it.facilitator)).toEqual([]);
		});

		test('once: a second time changes nothing', async () => {
			await agree(it.reviewer, 'Demo Headteacher');
			const { rows } = await database().asOwner((db) =>
				sql<{ name: string }>`select typed_name as name from confidentiality_agreement
					where review_id = ${it.reviewId}`.execute(db),
			);
			expect(rows).toEqual([{ name: 'demo Headteacher' }]);
		});
	});
});
