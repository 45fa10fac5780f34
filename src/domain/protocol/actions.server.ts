import { mayPublishProtocol } from '#domain/partnership/access.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { publishPresetInput } from './input.ts';
import { presets } from './presets/presets.ts';
import { insertVersion } from './store.server.ts';

/** Publishes a preset as the partnership's next version. Reviews that have begun keep the version they began with. */
export async function publishPreset(ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> {
	const read = readInput(publishPresetInput, input);
	if (!read.ok) return invalid(read.fields);
	const { id, partnershipId, preset } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing || ctx.actor.kind !== 'person') return missing;
	if (!mayPublishProtocol(standing)) return denied;
	const chosen = presets.find(({ key }) => key === preset);
	if (!chosen) return invalid({ preset: 'Choose one of the protocols listed.' });
	const version = { id, partnershipId, document: chosen.protocol, publishedBy: ctx.actor.id };
	return (await insertVersion(ctx, version)) === 'taken' ? missing : done({ id });
}
