import { randomUUIDv7 } from 'node:crypto';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { published } from '#domain/report/written-report.fixture.ts';
import { makePack, openLink } from '#domain/review/deeds/links.server.ts';
import { openedLink } from '#domain/review/opened-link.server.ts';
import { answerSpeaking, askToSpeak } from '#domain/review/speaking/speaking.server.ts';
import { type Context, inContext } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import { nobody } from '#platform/principal.ts';
import { planAction, updateAction } from '../deeds/actions.server.ts';
import { answerableFindings } from '../queries.server.ts';
import { packAsPage } from './pack.server.ts';

/** The day after it was held, on which all of this is done. */
export const day = '2026-11-20';
type Someone = Parameters<PreparedReview['as']>[0];

/** A review with a published report and an action that was told of. */
export async function acted(
	database: Database,
	change?: Parameters<typeof preparedReview>[1],
): Promise<PreparedReview> {
	const review = await preparedReview(database, change);
	await published(review);
	const { partnershipId, reviewId } = review;
	await review.as(
		'host',
		async (ctx) => {
			const [finding] = await answerableFindings(ctx, { partnershipId, id: reviewId });
			const action = {
				id: randomUUIDv7(),
				title: 'Show others how',
				owner: 'English leader',
				due: '2027-02-12',
			};
			const about = { reviewId, findingId: finding!.id, measureOfSuccess: 'All rooms do it.' };
			await planAction(ctx, { ...action, ...about });
			const update = { id: randomUUIDv7(), actionId: action.id, progress: 'done', words: 'All do.' };
			await updateAction(ctx, { reviewId, ...update });
		},
		day,
	);
	return review;
}
export const ask = (review: PreparedReview, by: Someone, whom: Someone) =>
	review.as(
		by,
		(ctx) =>
			askToSpeak(ctx, 'https://x.example', { reviewId: review.reviewId, personId: review.people[whom] }),
		day,
	);
export const answer = (review: PreparedReview, someone: Someone, agrees: string, contact = '') =>
	review.as(someone, (ctx) => answerSpeaking(ctx, { reviewId: review.reviewId, agrees, contact }), day);
/** A pack of everything for an inspector, but for what is otherwise. */
export const make = (review: PreparedReview, more: object = {}, by: Someone = 'host') =>
	review.as(
		by,
		(ctx) =>
			makePack(ctx, {
				id: randomUUIDv7(),
				reviewId: review.reviewId,
				reader: 'inspector',
				forWhom: 'Jo Field',
				contents: ['report', 'summary', 'actions'],
				speakers: [],
				days: '14',
				...more,
			}),
		day,
	);
/** The token of a pack that the host makes. */
export async function token(review: PreparedReview, more: object = {}): Promise<string> {
	const outcome = await make(review, more);
	if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome));
	return outcome.value.token;
}
/** What somebody with a token and no account is given on a day; null where it opens nothing. */
export async function byToken<T>(
	on: Database,
	held: string,
	work: (ctx: Context) => Promise<T>,
	{ at = day, deed = 'read' }: { at?: string; deed?: 'read' | 'printed' } = {},
): Promise<T | null> {
	const now = new Date(`${at}T12:00:00Z`);
	const id = await inContext(on, nobody, now, (ctx) => openLink(ctx, held, deed));
	return id === null ? null : inContext(on, { kind: 'link', id }, now, work);
}
/** A pack as its holder reads it. */
export const reads = async (ctx: Context) => {
	const link = await openedLink(ctx);
	return link && packAsPage(ctx, link);
};
