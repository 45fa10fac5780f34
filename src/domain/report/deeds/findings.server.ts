import { evidenceOf } from '#domain/evidence/queries.server.ts';
import { notApart } from '#domain/evidence/rules.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import {
	arrangeFindingInput,
	editFindingInput,
	mergeFindingsInput,
	placeEvidenceInput,
	splitFindingInput,
	undoStepInput,
	withdrawFindingInput,
	writeFindingInput,
} from '../input.ts';
import { carryThemes } from '../sorting/themes.server.ts';
import { standingsOf, stepTaken } from '../sorting/queries.server.ts';
import { keep, onSorting, sort, sortOnce } from '../sorting/sorting.server.ts';
import {
	afterAll,
	arranged,
	gone,
	merged,
	placed,
	split,
	type Standing,
	takenBack,
	withdrawn,
} from '../sorting/standing.ts';
import { reportClosed } from '../rules.ts';

// What each refuses is said by its rule in `standing.ts`, and for all of them by `sort`.

/** Writes a finding: seen this, so the effect was that (CSC-11). Other words under the same id are a conflict. */
export const writeFinding = (ctx: Context, input: unknown): Promise<Outcome> =>
	sort(ctx, 'write', writeFindingInput, input, (all, read) => {
		const before = all.find(({ id }) => id === read.id);
		if (before) return before.stands ? sentAgain(before, saidIn(read), null) : missing;
		const place = { id: read.id, stands: true, version: 1, position: afterAll(all) };
		return { after: [{ ...place, ...saidIn(read) }] };
	});

/** Puts a finding differently, or has it rest on other evidence. Any of the team: findings belong to all of it. */
export const editFinding = (ctx: Context, input: unknown): Promise<Outcome> =>
	sort(ctx, 'edit', editFindingInput, input, (all, read) => {
		const before = all.find(({ id }) => id === read.findingId);
		if (!before?.stands) return { refused: { '': gone } };
		if (before.version !== read.version) return sentAgain(before, saidIn(read), null);
		return { after: [{ ...before, ...saidIn(read) }] };
	});

type Said = Pick<Standing, 'kind' | 'lineId' | 'seen' | 'effect' | 'evidence'>;
const saidIn = ({ kind, lineId, seen, effect, evidence }: Said): Said => ({
	kind,
	lineId,
	seen,
	effect,
	evidence,
});

/** Takes a finding out of the report. It is kept, with who took it out. */
export const withdrawFinding = (ctx: Context, input: unknown): Promise<Outcome> =>
	sortOnce(ctx, 'withdraw', withdrawFindingInput, input, (all, { findingId }) => withdrawn(all, findingId));

/** Puts evidence under a finding, takes it out of one, or both at once. */
export const placeEvidence = (ctx: Context, input: unknown): Promise<Outcome> =>
	sortOnce(ctx, 'place', placeEvidenceInput, input, (all, { evidence, from, into }) =>
		placed(all, evidence, from, into),
	);

/** Puts a finding in another place: before another of a kind, or last of it. */
export const arrangeFinding = (ctx: Context, input: unknown): Promise<Outcome> =>
	sortOnce(ctx, 'arrange', arrangeFindingInput, input, (all, { findingId, kind, before }) =>
		arranged(all, findingId, kind, before),
	);

/** Brings others together into a finding, which has the themes of all from then on. */
export const mergeFindings = (ctx: Context, input: unknown): Promise<Outcome> =>
	sortOnce(
		ctx,
		'merge',
		mergeFindingsInput,
		input,
		(all, { findingId, others }) => merged(all, findingId, others),
		(review, { findingId, others }) => carryThemes(ctx, review, findingId, others),
	);

/** Makes two of one: the new one, whose id is the form's, takes some of the evidence. */
export const splitFinding = (ctx: Context, input: unknown): Promise<Outcome> =>
	sortOnce(ctx, 'split', splitFindingInput, input, (all, { findingId, id, kind, seen, effect, evidence }) =>
		split(all, findingId, { id, kind, seen, effect, evidence }),
	);

/**
 * Takes back a step of one's own: what it changed stands as it stood before. Refused where one of these findings was changed
 * since, and where evidence marked as outside the focus meanwhile would come to stand beside other evidence (CSC-26).
 */
export const undoStep = (ctx: Context, input: unknown): Promise<Outcome> =>
	onSorting(ctx, undoStepInput, input, async ({ review, personId, input: { id, undoes } }) => {
		const closed = reportClosed(review);
		if (closed) return invalid({ '': closed });
		const step = await stepTaken(ctx, review, undoes);
		if (step?.doneBy !== personId || step.deed === 'undo') return missing;
		if (step.undone) return done(null);
		const { changedSince } = step;
		if (changedSince?.id === personId)
			return invalid({ '': 'You have changed this finding since. Take that back first.' });
		if (changedSince)
			return invalid({
				'': `${changedSince.name} has changed this finding since, so your step stays. Talk about it, or change the finding as it is now.`,
			});
		const all = await standingsOf(ctx, review);
		const after = takenBack(all, step.before);
		const evidence = await evidenceOf(ctx, review);
		for (const { evidence: cites, lineId, stands } of after) {
			const cited = evidence.filter((piece) => cites.includes(piece.id));
			const [apart] = stands ? Object.values(notApart(cited, lineId, review.protocol.evidence)) : [];
			if (apart) return invalid({ '': apart });
		}
		return keep(ctx, review, { id, deed: 'undo', doneBy: personId, undoes }, all, after);
	});
