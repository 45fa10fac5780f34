import type { z } from 'zod';
import { onBoundReview } from '#domain/evidence/bound.server.ts';
import { evidenceOf } from '#domain/evidence/queries.server.ts';
import { notApart } from '#domain/evidence/rules.ts';
import { needOf } from '#domain/protocol/of-kind.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Deed } from '#domain/review/deeds/opening.server.ts';
import { lines } from '#domain/review/queries.server.ts';
import { keysFor } from '#domain/review/readers.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type FieldErrors, type Outcome } from '#platform/outcome.ts';
import { maySortFindings } from '../access.ts';
import { findingKinds } from '../body.ts';
import { inTurn } from '../document/turn.server.ts';
import { reopenIfChanged } from '../deeds/reopening.server.ts';
import { standingsOf, stepTaken } from './queries.server.ts';
import { notAskedFor } from './suggestions.ts';
import type { Sorted, Standing } from './standing.ts';
import { takeStep, type SortingDeed, type Step } from './step-store.server.ts';
import { ofReview } from '../of-review.ts';
import { reportClosed } from '../rules.ts';

/** Findings are the team's until the report is out; where there is never a report they are heard as they are written. */
const findingKeys = (review: OpenReview) =>
	keysFor(needOf(review.protocol, 'report agreed') === 'never' ? 'findings' : 'draft', review);

/** What a deed makes of all findings of a review, or what it answers without changing any. */
type Rule<I> = (all: Standing[], input: I) => Sorted | Outcome;

/** A deed of the team on the findings of a review: they stand in the report, so it takes its turn with those who write. */
export const onSorting = <S extends z.ZodType<{ reviewId: string }>>(
	ctx: Context,
	schema: S,
	input: unknown,
	deed: (on: Deed<z.output<S>>) => Promise<Outcome>,
): Promise<Outcome> => inTurn(ctx, input, () => onBoundReview(ctx, schema, input, maySortFindings, deed));

/**
 * What every deed on findings goes through: it is one of the team's, the work is open, and what the rule makes of the findings
 * agrees with the protocol, the plan and the evidence. It is kept as a step. The rule itself tells a form that was sent again.
 */
export const sort = <S extends z.ZodType<{ reviewId: string }>>(
	ctx: Context,
	deed: 'write' | 'edit',
	schema: S,
	input: unknown,
	rule: Rule<z.output<S>>,
): Promise<Outcome> =>
	onSorting(ctx, schema, input, ({ review, input: read, personId }) =>
		work(ctx, review, { id: ctx.newId(), deed, doneBy: personId }, (all) => rule(all, read)),
	);

/**
 * The same for a form that brings the id of its step: sent again, and be it late, it changes nothing.
 * @param then what is done besides, once the step is taken
 */
export const sortOnce = <S extends z.ZodType<{ id: string; reviewId: string }>>(
	ctx: Context,
	deed: Exclude<SortingDeed, 'write' | 'edit' | 'undo'>,
	schema: S,
	input: unknown,
	rule: Rule<z.output<S>>,
	then: (review: OpenReview, read: z.output<S>) => Promise<void> = async () => {},
): Promise<Outcome> =>
	onSorting(ctx, schema, input, async ({ review, input: read, personId }) => {
		const before = await stepTaken(ctx, review, read.id);
		if (before) return before.doneBy === personId ? done(null) : missing;
		const outcome = await work(ctx, review, { id: read.id, deed, doneBy: personId }, (all) =>
			rule(all, read),
		);
		if (outcome.is === 'done') await then(review, read);
		return outcome;
	});

async function work(
	ctx: Context,
	review: OpenReview,
	step: Step,
	rule: (all: Standing[]) => Sorted | Outcome,
): Promise<Outcome> {
	const closed = reportClosed(review);
	if (closed) return invalid({ '': closed });
	const all = await standingsOf(ctx, review);
	const sorted = rule(all);
	if ('is' in sorted) return sorted;
	if ('refused' in sorted) return invalid(sorted.refused);
	const refused = await refusal(ctx, review, all, sorted.after);
	return refused ? invalid(refused) : keep(ctx, review, step, all, sorted.after);
}

/** Keeps what a step makes of the findings, where it makes something of them. */
export async function keep(
	ctx: Context,
	review: OpenReview,
	step: Step,
	all: readonly Standing[],
	after: readonly Standing[],
): Promise<Outcome> {
	if (after.length === 0) return done(null);
	const of = ofReview(review);
	if (!(await takeStep(ctx, of, step, all, after, findingKeys(review)))) return missing;
	await reopenIfChanged(ctx, review, step.doneBy);
	return done(null);
}

/**
 * What the protocol, the plan and the evidence say of findings that are changed, a sentence by field: kinds that no heading of the
 * report takes, suggestions nobody asked for (CSC-15), lines that are none, evidence withdrawn or of another review, and what is kept apart beside other evidence or
 * under a line (CSC-26). Null where all is well.
 */
async function refusal(
	ctx: Context,
	review: OpenReview,
	all: readonly Standing[],
	after: readonly Standing[],
): Promise<FieldErrors | null> {
	const evidence = await evidenceOf(ctx, review);
	const good = new Set(evidence.filter(({ withdrawn }) => withdrawn === null).map(({ id }) => id));
	const plan = await lines(ctx, review);
	const fields: FieldErrors = {};
	for (const now of after.filter(({ stands }) => stands)) {
		const earlier = all.find(({ id }) => id === now.id);
		if (earlier?.kind !== now.kind && !findingKinds(review.protocol).some(({ key }) => key === now.kind))
			fields['kind'] = 'Choose what kind of finding it is.';
		if (now.lineId && earlier?.lineId !== now.lineId && !plan.some(({ id }) => id === now.lineId))
			fields['lineId'] = 'Choose a line of this review.';
		if (earlier?.kind !== now.kind || earlier.lineId !== now.lineId)
			Object.assign(fields, notAskedFor(review.protocol, now, plan));
		const cited = evidence.filter(({ id }) => now.evidence.includes(id));
		Object.assign(fields, notApart(cited, now.lineId, review.protocol.evidence));
		const added = now.evidence.filter((id) => !earlier?.evidence.includes(id));
		if (!added.every((id) => good.has(id)))
			fields['evidence'] = 'Some of the evidence is withdrawn or not of this review. Choose what stands.';
	}
	return Object.keys(fields).length > 0 ? fields : null;
}
