import { randomUUIDv7 } from 'node:crypto';
import type { PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import type { Context } from '#platform/context.ts';
import { measureBaseline } from './deeds.server.ts';

export type Someone = Parameters<PreparedReview['as']>[0];
/** The day on which all of this is done. */
export const day = '2027-06-04';
export const said = {
	measure: 'Writing at the expected standard',
	framework: 'Teacher assessment framework',
	pupils: 'Year 5',
	figure: '61%',
	measuredOn: '2026-12-03',
	hoped: '70% by summer',
};
export const later = { figure: '70%', measuredOn: '2027-06-01', words: 'They plan first.' };

/** Does something about what is measured of a review, as somebody, on that day. */
export const onMeasured = <T>(
	review: PreparedReview,
	who: Someone,
	deed: (ctx: Context, input: unknown) => Promise<T>,
	form: object,
): Promise<T> => review.as(who, (ctx) => deed(ctx, { reviewId: review.reviewId, ...form }), day);

/** The host's head measures a baseline; its id. */
export async function baselineOf(review: PreparedReview): Promise<string> {
	const id = randomUUIDv7();
	const outcome = await onMeasured(review, 'host', measureBaseline, { id, ...said });
	if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome));
	return id;
}
