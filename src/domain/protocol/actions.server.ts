import { mayAgreeFor, mayPublishProtocol } from '#domain/partnership/access.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { agreeProtocolInput, publishPresetInput } from './input.ts';
import { presets } from './presets/presets.ts';
import { protocolInForce } from './queries.server.ts';
import { insertAgreement, insertVersion } from './store.server.ts';

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

/** A member's head agrees to the version in force (HEP-3). Agreeing to an older one is refused: there is a newer to read. */
export async function agreeProtocol(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(agreeProtocolInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, memberId, versionId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing || ctx.actor.kind !== 'person') return missing;
	if (!mayAgreeFor(standing, memberId)) return denied;
	const inForce = await protocolInForce(ctx, partnershipId);
	if (!inForce) return missing;
	if (inForce.id !== versionId)
		return invalid({ '': 'A newer version has been published. Read it before you agree.' });
	await insertAgreement(ctx, { partnershipId, versionId, memberId, agreedBy: ctx.actor.id });
	return done(null);
}
