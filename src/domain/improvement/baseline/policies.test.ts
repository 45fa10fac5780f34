import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { acted } from '../pack/acted-review.fixture.ts';
import { takeBackBaseline } from './deeds.server.ts';
import { baselineOf, day, later, onMeasured, type Someone } from './measured-review.fixture.ts';
import { measureAgain, takeBackMeasurement } from './measuring.server.ts';

forEachEngine((database) => {
	let review: PreparedReview;
	beforeAll(async () => {
		review = await acted(database());
	});

	describe('NFS-13 in the database itself', () => {
		test('what was taken back is read by nobody but heads of the host, nor are later figures of it', async () => {
			const gone = await acted(database());
			const figures = (who: Someone) =>
				gone.as(
					who,
					async (ctx) =>
						(
							await sql<{ figure: string }>`select figure from baseline where review_id = ${gone.reviewId}
							union all select figure from measurement where review_id = ${gone.reviewId} order by figure`.execute(ctx.db)
						).rows.map(({ figure }) => figure),
					day,
				);
			const [baselineId, mistaken] = [await baselineOf(gone), await baselineOf(gone)];
			const taken = { id: randomUUIDv7(), baselineId, ...later, figure: '65%' };
			await onMeasured(gone, 'host', measureAgain, taken);
			for (const [of, figure] of [
				[baselineId, '70%'],
				[mistaken, '75%'],
			])
				await onMeasured(gone, 'host', measureAgain, {
					id: randomUUIDv7(),
					baselineId: of,
					...later,
					figure,
				});
			expect(await figures('reviewer')).toEqual(['61%', '61%', '65%', '70%', '75%']);
			await onMeasured(gone, 'host', takeBackMeasurement, { baselineId, measurementId: taken.id });
			await onMeasured(gone, 'host', takeBackBaseline, { baselineId: mistaken });
			expect(await figures('reviewer')).toEqual(['61%', '70%']);
			expect(await figures('coHead')).toHaveLength(5);
		});

		const row = (by: Someone) => sql`insert into baseline
		(partnership_id, id, review_id, measure, framework, pupils, figure, measured_on, hoped, written_by, written_at, keys)
		values (${review.partnershipId}, ${randomUUIDv7()}, ${review.reviewId}, 'Reading', 'Ours', '', '1%', '2027-01-01', '',
			${review.people[by]}, now(), ${[`host:${review.reviewId}`, `team:${review.reviewId}`]})`;

		test.each([
			['one of the team', 'reviewer', 'reviewer'],
			['the chair', 'chair', 'chair'],
			['a head in another’s name', 'host', 'coHead'],
		] as const)('a baseline is not written by %s', async (_, who, by) => {
			await expect(review.as(who, (ctx) => row(by).execute(ctx.db), day)).rejects.toThrow(
				/row-level security/,
			);
		});

		test('it is changed by a head under their own name and by nobody else', async () => {
			const id = await baselineOf(review);
			const set = (who: Someone, by: Someone) =>
				review.as(
					who,
					(ctx) =>
						sql`update baseline set figure = '9%', written_by = ${review.people[by]} where id = ${id}`.execute(
							ctx.db,
						),
					day,
				);
			expect((await set('reviewer', 'reviewer')).numAffectedRows).toBe(0n);
			await expect(set('coHead', 'host')).rejects.toThrow(/row-level security/);
			expect((await set('coHead', 'coHead')).numAffectedRows).toBe(1n);
		});
	});
});
