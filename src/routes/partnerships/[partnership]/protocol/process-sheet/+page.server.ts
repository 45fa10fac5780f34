import { randomUUIDv7 } from 'node:crypto';
import { leads } from '#domain/partnership/access.ts';
import { presentGroups } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { differenceInWords } from '#domain/protocol/agreement/difference.ts';
import { partsChanged } from '#domain/protocol/drafting/patch.ts';
import { takeOver } from '#domain/protocol/drafting/taking-over.server.ts';
import { partTitles } from '#domain/protocol/parts-in-order.ts';
import { adaptations, protocolInForce } from '#domain/protocol/queries.server.ts';
import { protocolInWords } from '#domain/protocol/words.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

/** What each group does otherwise, part by part and side by side (KSA-13). */
export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const inForce = await protocolInForce(ctx, params.partnership);
		const standing = await standingIn(ctx, params.partnership);
		if (!inForce || !standing) notThere();
		const common = protocolInWords(inForce.protocol);
		const approved = new Map(
			(await adaptations(ctx, params.partnership, inForce.id)).map((one) => [one.groupId, one]),
		);
		const groups = (await presentGroups(ctx, params.partnership)).map(({ id, name }) => {
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
			draftId: randomUUIDv7(),
			mayDraft: leads(standing),
		};
	});

export const actions: Actions = {
	takeover: (event) =>
		submit(event, takeOver, {
			input: (form) => ({ ...form, partnershipId: event.params.partnership }),
			success: ({ id }) => `/partnerships/${event.params.partnership}/protocol/drafts/${id}#changes`,
		}),
};
