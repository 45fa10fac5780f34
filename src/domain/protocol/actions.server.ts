import { mayPublishProtocol } from '#domain/partnership/access.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { conflict, denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { publishPresetInput } from './input.ts';
import { presets } from './presets/presets.ts';
import { publishVersion, surroundingsOf } from './publishing.server.ts';
import { protocolInForce } from './queries.server.ts';
import { publishInTurn } from './store.server.ts';
import { beyondMemorandum, outOfPlace } from './surroundings.ts';

/**
 * Publishes a preset as it is. Reviews that have begun keep the version they began with. On top of a version that its sender
 * has not seen it is a conflict; beyond the memorandum, or in half-terms where there are none, it is refused.
 */
export async function publishPreset(ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> {
	const read = readInput(publishPresetInput, input);
	if (!read.ok) return invalid(read.fields);
	const { id, partnershipId, preset, version: seen } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing || ctx.actor.kind !== 'person') return missing;
	if (!mayPublishProtocol(standing)) return denied;
	const chosen = presets.find(({ key }) => key === preset);
	if (!chosen) return invalid({ preset: 'Choose one of the protocols listed.' });
	await publishInTurn(ctx, partnershipId);
	const inForce = await protocolInForce(ctx, partnershipId);
	if (inForce?.id === id) return done({ id });
	if ((inForce?.number ?? 0) !== seen) return conflict({ number: inForce?.number });
	const surroundings = await surroundingsOf(ctx, partnershipId);
	const circles = beyondMemorandum(chosen.protocol, surroundings);
	if (circles)
		return invalid({
			preset: `This one opens something to ${circles}; your memorandum does not. Tick them in the next version of the memorandum, or begin a draft and leave them out.`,
		});
	const wrong = outOfPlace(chosen.protocol, surroundings)[0];
	if (wrong) return invalid({ preset: `Begin a draft from it, and change it there. ${wrong.message}` });
	const version = { id, partnershipId, document: chosen.protocol, publishedBy: ctx.actor.id };
	return (await publishVersion(ctx, version)) === 'taken' ? missing : done({ id });
}
