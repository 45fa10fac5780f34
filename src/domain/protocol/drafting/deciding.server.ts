import type { Standing } from '#domain/partnership/model.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, type Outcome } from '#platform/outcome.ts';
import type { Protocol } from '../protocol.ts';
import { publishVersion, surroundingsOf } from '../publishing.server.ts';
import { protocolById, protocolInForce } from '../queries.server.ts';
import { protocolSchema } from '../schema.ts';
import { insertVersion } from '../store.server.ts';
import { outOfPlace } from '../surroundings.ts';
import { refusalsOf, type Refusal } from '../editor/refusals.ts';
import { mayDecide, mayWrite } from './access.ts';
import type { Draft } from './draft.ts';
import { decideDraftInput, submitDraftInput, takeBackDraftInput } from './input.ts';
import { onDraft, type OnDraft } from './on-draft.server.ts';
import { beyondAdaptation, patchBetween } from './patch.ts';
import { insertDecision, insertSubmission } from './store.server.ts';

const unfinished = (refusals: readonly Refusal[]) =>
	invalid({
		'': `${refusals.length === 1 ? 'One thing stands' : `${refusals.length} things stand`} in the way; each is said at its place.`,
	});

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
			const refusals = draft.group ? await refusalsOn(ctx, draft) : [];
			if (refusals.length > 0) return unfinished(refusals);
			await insertSubmission(ctx, draft, {
				id,
				number: (draft.submission?.number ?? 0) + 1,
				reason,
				submittedBy: personId,
			});
			return done(null);
		},
	);

/** Its author takes it back, to write on. */
export const takeBackDraft = (ctx: Context, input: unknown): Promise<Outcome> =>
	onDraft(ctx, takeBackDraftInput, input, mayWrite, async ({ input: { id }, draft, state, personId }) => {
		if (state === 'put forward')
			await insertDecision(ctx, draft, {
				id,
				decision: 'taken back',
				...answering(draft),
				reason: '',
				decidedBy: personId,
			});
		return done(null);
	});

export const dropDraft = (ctx: Context, input: unknown): Promise<Outcome> =>
	onDraft(ctx, takeBackDraftInput, input, mayWrite, async ({ input: { id }, draft, personId }) => {
		await insertDecision(ctx, draft, {
			id,
			decision: 'dropped',
			...answering(draft),
			reason: '',
			decidedBy: personId,
		});
		return done(null);
	});

/** Sends a group's draft back, with the reason. */
export const returnDraft = (ctx: Context, input: unknown): Promise<Outcome> =>
	decide(ctx, input, async ({ input: { id, reason }, draft, personId }) => {
		await insertDecision(ctx, draft, {
			id,
			decision: 'returned',
			...answering(draft),
			reason,
			decidedBy: personId,
		});
		return done(null);
	});

/**
 * Publishes a draft as the next version, with what was decided and why. Refused while anything in it cannot be. A group's
 * draft must have been put forward, and nobody approves their own. Reviews that have begun keep their version; groups'
 * adaptations go along where they still fit, and otherwise are asked for anew.
 */
export const publishDraft = (ctx: Context, input: unknown): Promise<Outcome<{ versionId: string }>> =>
	decide(ctx, input, async ({ input: { id, reason }, draft, personId }) => {
		const refusals = await refusalsOn(ctx, draft);
		if (refusals.length > 0) return unfinished(refusals);
		const protocol = protocolSchema.parse(draft.document);
		const inForce = await protocolInForce(ctx, draft.partnershipId);
		if (draft.group && inForce?.id !== draft.baseVersionId)
			return invalid({
				'': 'The partnership has published a newer version since. The group looks at that first.',
			});
		const version = {
			id: ctx.newId(),
			partnershipId: draft.partnershipId,
			document: protocol,
			publishedBy: personId,
			reason,
		};
		if (draft.group)
			await insertVersion(ctx, {
				...version,
				groupId: draft.group.id,
				baseVersionId: inForce!.id,
				patch: patchBetween(inForce!.protocol, protocol),
			});
		else await publishVersion(ctx, version);
		await insertDecision(ctx, draft, {
			id,
			decision: 'published',
			...answering(draft),
			reason,
			versionId: version.id,
			decidedBy: personId,
		});
		return done({ versionId: version.id });
	});

const answering = ({ submission }: Draft) => ({ answers: submission?.number ?? null });

type Decision = OnDraft<{ id: string; draftId: string; reason: string }>;

const decide = <T>(
	ctx: Context,
	input: unknown,
	deed: (on: Decision) => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
	onDraft(ctx, decideDraftInput, input, mayDecideNow(ctx), async (on) => {
		const { draft, state, personId } = on;
		if (draft.group && state !== 'put forward')
			return invalid({ '': 'The group has not put it forward, or has taken it back.' });
		if (draft.group && draft.submission?.byId === personId)
			return invalid({ '': 'Somebody else decides on what you have put forward yourself.' });
		return deed(on);
	});

/** By the protocol in force, not by the draft: nobody gives themselves the right to approve. */
const mayDecideNow =
	(ctx: Context) =>
	async (standing: Standing, draft: Draft): Promise<boolean> => {
		if (draft.group === null) return mayWrite(standing, draft);
		const inForce = await protocolInForce(ctx, draft.partnershipId);
		return inForce !== null && mayDecide(standing, draft, inForce.protocol);
	};

async function baseOf(ctx: Context, { partnershipId, baseVersionId }: Draft): Promise<Protocol | null> {
	return baseVersionId === null
		? null
		: ((await protocolById(ctx, partnershipId, baseVersionId))?.protocol ?? null);
}
