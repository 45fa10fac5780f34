import { leads } from '#domain/partnership/access.ts';
import { presentGroups } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { differenceInWords } from './agreement/difference.ts';
import { partsChanged } from './drafting/patch.ts';
import { partTitles } from './parts-in-order.ts';
import { adaptations, protocolInForce } from './queries.server.ts';
import { protocolInWords } from './words.ts';

/**
 * What each group of a partnership does otherwise than its protocol, part by part and side by side (KSA-13). Null before there is
 * a protocol, and to whoever stands outside the partnership.
 */
export async function processSheet(ctx: Context, partnershipId: string) {
	const inForce = await protocolInForce(ctx, partnershipId);
	const standing = await standingIn(ctx, partnershipId);
	if (!inForce || !standing) return null;
	const common = protocolInWords(inForce.protocol);
	const approved = new Map(
		(await adaptations(ctx, partnershipId, inForce.id)).map((one) => [one.groupId, one]),
	);
	const groups = (await presentGroups(ctx, partnershipId)).map(({ id, name }) => {
		const own = approved.get(id);
		const changes = own ? differenceInWords(common, protocolInWords(own.protocol)) : [];
		const changed: readonly string[] = own ? partsChanged(inForce.protocol, own.protocol) : [];
		return { id, name, changes, changed, own: changes.length > 0 ? own : undefined };
	});
	return {
		number: inForce.number,
		publishedAt: inForce.publishedAt,
		open: inForce.protocol.adaptation.parts.map((part) => partTitles[part]),
		alike: groups.filter(({ own }) => !own).map(({ name }) => name),
		groups: groups.flatMap(({ id, name, own }) =>
			own ? [{ id, name, reason: own.reason, approvedBy: own.approvedBy, approvedAt: own.approvedAt }] : [],
		),
		parts: common.flatMap(({ key, title }) => {
			const ways = groups.flatMap(({ id, name, changes, changed }) => {
				const change = changes.find((one) => one.key === key);
				// Some parts are told in words of another: a stage's new name is read in the kinds that do without it.
				return change ? [{ id, name, change, isOwn: changed.includes(key) }] : [];
			});
			const rest = groups.filter(({ id }) => !ways.some((way) => way.id === id)).map(({ name }) => name);
			return ways.length > 0 ? [{ key, title, ways, rest }] : [];
		}),
		mayDraft: leads(standing),
	};
}
