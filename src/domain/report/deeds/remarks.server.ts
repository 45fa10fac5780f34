import { onBoundReview } from '#domain/evidence/bound.server.ts';
import { keysFor } from '#domain/review/readers.ts';
import { audience } from '#domain/review/audience.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import { isBeingCorrected } from '#domain/review/stage.ts';
import type { Context } from '#platform/context.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { authorRole } from '../author-role.ts';
import { mayAddContext, mayComment, mayRespond } from '../access.ts';
import { contextInput, remarkInput } from '../input.ts';
import { findingsOf } from '../queries.server.ts';
import { insertRemark } from '../report-store.server.ts';
import { editionKeys } from './writing.server.ts';
import { ofReview } from '../of-review.ts';
import { reportClosed } from '../rules.ts';

const anyone = () => true;

/**
 * Adds to the report what the protocol has room for after the signatures: the host's response, each head in their own role
 * (NFS-30), or the team's further comments (NFS-10). It reopens no signatures.
 */
export const addRemark = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onBoundReview(
		ctx,
		remarkInput,
		input,
		anyone,
		async ({ review, input: { id, heading, words }, personId }) => {
			const place = review.protocol.report.remarks.find(({ key }) => key === heading);
			if (!place) return invalid({ heading: 'Choose a heading your protocol has.' });
			if (!(place.by === 'host' ? mayRespond(review.roles) : mayComment(review.roles))) return denied;
			if (review.facts.edition === null && review.facts.publication === null)
				return invalid({ '': 'This opens when the report is put up for signing.' });
			if (review.facts.closedOn) return invalid({ '': 'The review is closed.' });
			const kind = place.by === 'host' ? 'host response' : 'team comment';
			const remark = {
				id,
				kind,
				heading,
				authorId: personId,
				authorRole: authorRole(review, personId, place.by),
				words,
			} as const;
			const of = ofReview(review);
			const inserted = await insertRemark(ctx, of, remark, remarkKeys(review));
			return inserted === 'taken' ? missing : done({ id });
		},
	);

/**
 * The host adds context to a draft before it is agreed, or to one finding of it (NFS-27). It goes to the writers, and into no
 * report by itself. A finding that they may not read is not there for them.
 */
export const addContext = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onBoundReview(
		ctx,
		contextInput,
		input,
		mayAddContext,
		async ({ review, input: { id, words, findingId }, personId }) => {
			const closed = reportClosed(review);
			if (closed) return invalid({ '': closed });
			if (!audience('draft', review.protocol).includes('host') && review.facts.edition === null) {
				return invalid({ '': 'There is no draft for you to read yet.' });
			}
			if (findingId && !(await findingsOf(ctx, review)).some((one) => one.id === findingId)) return missing;
			const remark = {
				id,
				kind: 'host context',
				heading: null,
				authorId: personId,
				authorRole: authorRole(review, personId, 'host'),
				words,
				findingId,
			} as const;
			const of = ofReview(review);
			const inserted = await insertRemark(ctx, of, remark, editionKeys(review));
			return inserted === 'taken' ? missing : done({ id });
		},
	);

/** What is said while an edition waits for its signatures is heard by all once it is out. */
const remarkKeys = (review: OpenReview): string[] =>
	review.facts.publication && !isBeingCorrected(review.facts)
		? keysFor('report', review)
		: editionKeys(review);
