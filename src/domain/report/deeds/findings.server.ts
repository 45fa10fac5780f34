import { needOf } from '#domain/protocol/of-kind.ts';
import { onBoundReview } from '#domain/evidence/bound.server.ts';
import { keysFor } from '#domain/review/readers.ts';
import { evidenceOf } from '#domain/evidence/queries.server.ts';
import { notApart, workClosed } from '#domain/evidence/rules.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import { lines } from '#domain/review/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type FieldErrors, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { maySortFindings } from '../access.ts';
import { findingKinds } from '../body.ts';
import {
	insertFinding,
	insertFindingWithdrawal,
	replaceFinding,
	swapFindings,
	type Finding,
} from '../finding-store.server.ts';
import { editFindingInput, moveFindingInput, withdrawFindingInput, writeFindingInput } from '../input.ts';
import { findingsOf } from '../queries.server.ts';
import { reopenIfChanged } from './reopening.server.ts';

/** Findings are the team's until the report is out; where there is never a report they are heard as they are written. */
const findingKeys = (review: OpenReview) =>
	keysFor(needOf(review.protocol, 'report agreed') === 'never' ? 'findings' : 'draft', review);

/**
 * Writes a finding: seen this, so the effect was that. Refuses one without evidence, with evidence of another review or
 * withdrawn, with evidence kept apart as outside the focus beside other evidence or under a line (CSC-26), and kinds that no
 * heading of the report takes. The same form sent again changes nothing; other words under the
 * same id are a conflict.
 */
export const writeFinding = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onBoundReview(
		ctx,
		writeFindingInput,
		input,
		maySortFindings,
		async ({ review, input: { id, reviewId, ...finding }, personId }) => {
			const refused = await refusal(ctx, review, finding);
			if (refused) return invalid(refused);
			const of = { partnershipId: review.partnershipId, reviewId, id };
			if (await insertFinding(ctx, of, personId, finding, findingKeys(review))) {
				await reopenIfChanged(ctx, review, personId);
				return done({ id });
			}
			const before = await standing(ctx, review, id);
			return before ? sentAgain(before, finding, { id }) : missing;
		},
	);

/** Puts a finding differently, or has it rest on other evidence. Any of the team: findings belong to all of it. */
export const editFinding = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onBoundReview(
		ctx,
		editFindingInput,
		input,
		maySortFindings,
		async ({ review, input: { findingId, reviewId, version, ...finding }, personId }) => {
			const before = await standing(ctx, review, findingId);
			if (!before) return missing;
			const refused = await refusal(ctx, review, finding);
			if (refused) return invalid(refused);
			const of = { partnershipId: review.partnershipId, reviewId, id: findingId };
			if (!(await replaceFinding(ctx, of, version, finding)))
				return sentAgain(before, finding, { id: findingId });
			await reopenIfChanged(ctx, review, personId);
			return done({ id: findingId });
		},
	);

/** Takes a finding out of the report. It is kept, with who took it out. */
export const withdrawFinding = (ctx: Context, input: unknown): Promise<Outcome> =>
	onBoundReview(
		ctx,
		withdrawFindingInput,
		input,
		maySortFindings,
		async ({ review, input: { findingId, reviewId }, personId }) => {
			const closed = workClosed(review);
			if (closed) return invalid({ '': closed });
			if (!(await findingsOf(ctx, review)).some(({ id }) => id === findingId)) return missing;
			const of = { partnershipId: review.partnershipId, reviewId, id: findingId };
			await insertFindingWithdrawal(ctx, of, personId, findingKeys(review));
			await reopenIfChanged(ctx, review, personId);
			return done(null);
		},
	);

/** Moves a finding one place up or down among those of its kind; at the end it stays. */
export const moveFinding = (ctx: Context, input: unknown): Promise<Outcome> =>
	onBoundReview(
		ctx,
		moveFindingInput,
		input,
		maySortFindings,
		async ({ review, input: { findingId, direction }, personId }) => {
			const closed = workClosed(review);
			if (closed) return invalid({ '': closed });
			const all = await findingsOf(ctx, review);
			const finding = all.find(({ id }) => id === findingId);
			if (!finding) return missing;
			const alike = all.filter(({ kind }) => kind === finding.kind);
			const neighbour = alike[alike.indexOf(finding) + (direction === 'up' ? -1 : 1)];
			if (!neighbour) return done(null);
			await swapFindings(ctx, review.partnershipId, finding, neighbour);
			await reopenIfChanged(ctx, review, personId);
			return done(null);
		},
	);

/** A finding with the ids of what it cites, as a form names them. */
async function standing(ctx: Context, review: OpenReview, findingId: string) {
	const found = (await findingsOf(ctx, review)).find(({ id }) => id === findingId);
	return found && { ...found, evidence: found.evidence.map(({ id }) => id).sort() };
}

async function refusal(ctx: Context, review: OpenReview, finding: Finding): Promise<FieldErrors | null> {
	const closed = workClosed(review);
	if (closed) return { '': closed };
	const fields: FieldErrors = {};
	if (!findingKinds(review.protocol).some(({ key }) => key === finding.kind))
		fields['kind'] = 'Choose what kind of finding it is.';
	if (finding.lineId && !(await lines(ctx, review)).some(({ id }) => id === finding.lineId)) {
		fields['lineId'] = 'Choose a line of this review.';
	}
	const evidence = await evidenceOf(ctx, review);
	const standing = new Set(evidence.filter(({ withdrawn }) => withdrawn === null).map(({ id }) => id));
	if (!finding.evidence.every((id) => standing.has(id))) {
		fields['evidence'] = 'Some of the evidence ticked is withdrawn or not of this review. Tick what stands.';
	}
	const cited = evidence.filter(({ id }) => finding.evidence.includes(id));
	const refused = { ...notApart(cited, finding.lineId, review.protocol.evidence), ...fields };
	return Object.keys(refused).length > 0 ? refused : null;
}
