import type { Standing } from '#domain/partnership/model.ts';
import type { Context } from '#platform/context.ts';
import { conflict, done, invalid, type Outcome } from '#platform/outcome.ts';
import type { Protocol } from '../protocol.ts';
import { publishVersion, surroundingsOf } from '../publishing.server.ts';
import { protocolById, protocolInForce } from '../queries.server.ts';
import { protocolSchema } from '../schema.ts';
import { insertVersion, publishInTurn } from '../store.server.ts';
import { outOfPlace } from '../surroundings.ts';
import { refusalsOf, type Refusal } from '../editor/refusals.ts';
import { mayDecide, mayWrite } from './access.ts';
import { isOvertaken, type Decision, type Draft } from './draft.ts';
import { decideDraftInput, submitDraftInput, takeBackDraftInput } from './input.ts';
import { onDraft, type OnDraft } from './on-draft.server.ts';
import { beyondAdaptation, patchBetween } from './patch.ts';
import { insertDecision, insertSubmission } from './store.server.ts';

const unfinished = (refusals: readonly Refusal[]) =>
	invalid({
		'': `${refusals.length === 1 ? 'One thing stands' : `${refusals.length} things stand`} in the way; each is said at its place.`,
	});

const overtaken =
	'A newer version has been published since this was begun. See what it changed, and take the draft along.';

/** All that is wrong with a draft: in itself; then for what is around it, and in what its group may not change. */
export async function refusalsOn(ctx: Context, draft: Draft): Promise<Refusal[]> {
	const found = refusalsOf(draft.document);
	if (found.length > 0) return found;
	const protocol = protocolSchema.parse(draft.document);
	const base = draft.group ? await baseOf(ctx, draft) : null;
	return [
		...outOfPlace(protocol, await surroundingsOf(ctx, draft.partnershipId)),
		...(base ? beyondAdaptation(base, protocol) : []),
	];
}

/** Puts a draft before others: a partnership's to be talked over (CSC-4), a group's to be approved (CSC-6), with the reason. */
export const submitDraft = (ctx: Context, input: unknown): Promise<Outcome> =>
	onDraft(
		ctx,
		submitDraftInput,
		input,
		mayWrite,
		async ({ input: { id, reason }, draft, state, personId }) => {
			if (state === 'put forward') return done(null);
			if (isOvertaken(draft, await protocolInForce(ctx, draft.partnershipId)))
				return invalid({ '': overtaken });
			const refusals = draft.group ? await refusalsOn(ctx, draft) : [];
			if (refusals.length > 0) return unfinished(refusals);
			const number = (draft.submission?.number ?? 0) + 1;
			const submitted = await insertSubmission(ctx, draft, { id, number, reason, submittedBy: personId });
			return submitted === 'taken' ? conflict(draft) : done(null);
		},
	);

/** Its author takes it back, to write on. */
export const takeBackDraft = (ctx: Context, input: unknown): Promise<Outcome> =>
	onDraft(ctx, takeBackDraftInput, input, mayWrite, async (on) =>
		on.state === 'put forward' ? decideAs(ctx, 'taken back', { ...on, reason: '' }) : done(null),
	);

/** Gives a draft up: it is over, and nothing was published of it. */
export const dropDraft = (ctx: Context, input: unknown): Promise<Outcome> =>
	onDraft(
		ctx,
		takeBackDraftInput,
		input,
		mayWrite,
		(on) => decideAs(ctx, 'dropped', { ...on, reason: '' }),
		'dropped',
	);

/** Sends a group's draft back, with the reason. */
export const returnDraft = (ctx: Context, input: unknown): Promise<Outcome> =>
	decide(ctx, 'returned', input, (on) => decideAs(ctx, 'returned', { ...on, reason: on.input.reason }));

/** Writes down what came of a draft. Where its id was used for something else, from an old page, what stands comes back. */
export async function decideAs(
	ctx: Context,
	decision: Decision,
	{ input: { id }, draft, personId, reason, versionId }: DecidedBy,
): Promise<Outcome> {
	const answers = draft.submission?.number ?? null;
	const decided = { id, decision, answers, reason, versionId: versionId ?? null, decidedBy: personId };
	const inserted = await insertDecision(ctx, draft, decided);
	return inserted === 'taken' ? conflict(draft) : done(null);
}

/**
 * Publishes a draft as the next version, with what was decided and why. Refused while anything in it cannot be, and where
 * it opens more than the memorandum allows, or a newer version came out that it was not taken along onto. A group's draft must have been put forward, and nobody approves their own.
 * Reviews that have begun keep their version; groups' adaptations go along where they still fit, and otherwise are asked
 * for anew.
 */
export const publishDraft = (ctx: Context, input: unknown): Promise<Outcome> =>
	decide(ctx, 'published', input, async (on) => {
		const { input: given, draft, personId } = on;
		await publishInTurn(ctx, draft.partnershipId);
		const inForce = await protocolInForce(ctx, draft.partnershipId);
		if (isOvertaken(draft, inForce)) return invalid({ '': overtaken });
		const refusals = await refusalsOn(ctx, draft);
		if (refusals.length > 0) return unfinished(refusals);
		const protocol = protocolSchema.parse(draft.document);
		const version = {
			id: ctx.newId(),
			partnershipId: draft.partnershipId,
			document: protocol,
			publishedBy: personId,
			reason: given.reason,
		};
		if (draft.group)
			await insertVersion(ctx, {
				...version,
				groupId: draft.group.id,
				baseVersionId: inForce!.id,
				patch: patchBetween(inForce!.protocol, protocol),
			});
		else await publishVersion(ctx, version);
		return decideAs(ctx, 'published', { ...on, reason: given.reason, versionId: version.id });
	});

type ToDecide = OnDraft<{ id: string; draftId: string; reason: string }>;
type DecidedBy = Pick<OnDraft<{ id: string }>, 'input' | 'draft' | 'personId'> & {
	reason: string;
	versionId?: string;
};

const decide = (
	ctx: Context,
	decision: Decision,
	input: unknown,
	deed: (on: ToDecide) => Promise<Outcome>,
): Promise<Outcome> =>
	onDraft(
		ctx,
		decideDraftInput,
		input,
		mayDecideNow(ctx),
		async (on) => {
			const { draft, state, personId } = on;
			if (draft.group && state !== 'put forward')
				return invalid({ '': 'The group has not put it forward, or has taken it back.' });
			if (draft.group && draft.submission?.byId === personId)
				return invalid({ '': 'Somebody else decides on what you have put forward yourself.' });
			return deed(on);
		},
		decision,
	);

/** By the protocol in force, not by the draft: nobody gives themselves the right to approve. */
const mayDecideNow =
	(ctx: Context) =>
	async (standing: Standing, draft: Draft): Promise<boolean> => {
		if (draft.group === null) return mayWrite(standing, draft);
		const inForce = await protocolInForce(ctx, draft.partnershipId);
		return inForce !== null && mayDecide(standing, draft, inForce.protocol);
	};

/** What a draft changes; null where there was no protocol before it. */
export async function baseOf(
	ctx: Context,
	{ partnershipId, baseVersionId }: Draft,
): Promise<Protocol | null> {
	return baseVersionId === null
		? null
		: ((await protocolById(ctx, partnershipId, baseVersionId))?.protocol ?? null);
}
