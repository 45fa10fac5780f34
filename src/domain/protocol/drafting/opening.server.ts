import { leads } from '#domain/partnership/access.ts';
import { groups } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { storable } from '../editor/storable.ts';
import { partsInOrder, partTitles } from '../parts-in-order.ts';
import { presets } from '../presets/presets.ts';
import { protocolInForce } from '../queries.server.ts';
import { protocolJsonSchema } from '../schema.ts';
import { publishInTurn } from '../store.server.ts';
import { currentFormat, upgraded } from '../upgrade.ts';
import { mayWrite } from './access.ts';
import { importDraftInput, openDraftInput } from './input.ts';
import { openDrafts } from './queries.server.ts';
import { insertDraft } from './store.server.ts';

/**
 * Begins to change the protocol: a copy of what is in force, or another preset; for a group, of what holds for it. Where a
 * draft is open already, that is the one to go on with.
 */
export async function openDraft(ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> {
	const read = readInput(openDraftInput, input);
	if (!read.ok) return invalid(read.fields);
	const { id, partnershipId, groupId, preset } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing || ctx.actor.kind !== 'person') return missing;
	const group = groupId ? (await groups(ctx, partnershipId)).find((one) => one.id === groupId) : undefined;
	if (groupId && !group) return missing;
	const of = {
		group: group ? { id: group.id, name: group.name, leadId: group.lead?.personId ?? null } : null,
	};
	if (!mayWrite(standing, of)) return denied;
	await publishInTurn(ctx, partnershipId);
	const base = await protocolInForce(ctx, partnershipId);
	if (group && !base) return invalid({ '': 'The partnership publishes its protocol first.' });
	if (group && base!.protocol.adaptation.parts.length === 0)
		return invalid({ '': 'By your partnership’s protocol every group reviews alike.' });
	const chosen = presets.find(({ key }) => key === preset);
	if (preset !== undefined && !chosen) return invalid({ preset: 'Choose one of the protocols listed.' });
	const began = group ? await protocolInForce(ctx, partnershipId, [group.id]) : base;
	const document = chosen?.protocol ?? began?.protocol;
	if (!document) return invalid({ preset: 'Choose one of the protocols listed.' });
	return begin(ctx, {
		id,
		partnershipId,
		groupId: group?.id ?? null,
		baseVersionId: base?.id ?? null,
		document,
	});
}

/**
 * Begins from a file that another partnership wrote. What is no protocol is refused; one that contradicts itself, or lacks
 * something, opens with that said at each place.
 */
export async function importDraft(ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> {
	const read = readInput(importDraftInput, input);
	if (!read.ok) return invalid(read.fields);
	const { id, partnershipId, file } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	if (!leads(standing)) return denied;
	const document = readFile(file);
	if (typeof document === 'string') return invalid({ file: document });
	await publishInTurn(ctx, partnershipId);
	const base = await protocolInForce(ctx, partnershipId);
	if ((await openDrafts(ctx, partnershipId)).some(({ group }) => group === null))
		return invalid({ file: 'A draft is open already. Publish or drop it first.' });
	return begin(ctx, { id, partnershipId, groupId: null, baseVersionId: base?.id ?? null, document });
}

function readFile(file: string): Record<string, unknown> | string {
	let document: unknown;
	try {
		document = upgraded(storable(JSON.parse(file)));
	} catch {
		return 'This file is no protocol: it is not JSON as Fresh Eyes writes it.';
	}
	if (typeof document !== 'object' || document === null || Array.isArray(document))
		return 'This file is no protocol.';
	const held = document as Record<string, unknown>;
	if (held['format'] !== currentFormat) return 'This file is no protocol of a form that is known here.';
	const absent = partsInOrder.filter((part) =>
		held[part] === undefined
			? protocolJsonSchema.required?.includes(part)
			: typeof held[part] !== 'object' || held[part] === null,
	);
	return absent.length === 0 ? held : `This file lacks ‘${partTitles[absent[0]!]}’.`;
}

async function begin(
	ctx: Context,
	draft: {
		id: string;
		partnershipId: string;
		groupId: string | null;
		baseVersionId: string | null;
		document: unknown;
	},
): Promise<Outcome<{ id: string }>> {
	if (ctx.actor.kind !== 'person') return missing;
	if (await insertDraft(ctx, { ...draft, openedBy: ctx.actor.id })) return done({ id: draft.id });
	const open = await openDrafts(ctx, draft.partnershipId);
	const standing = open.find(({ group }) => (group?.id ?? null) === draft.groupId);
	return standing
		? done({ id: standing.id })
		: invalid({
				'': 'This form was sent before, and its draft is over. Open the page again to begin another.',
			});
}
