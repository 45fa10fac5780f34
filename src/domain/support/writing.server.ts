import { writeTo } from '#domain/partnership/letters.server.ts';
import { isCurrent, isLead } from '#domain/partnership/model.ts';
import { memberById, partnershipCard, roles } from '#domain/partnership/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { noLongerLetter, type SupportLetter } from './letters.ts';
import { helperState, type Helper, type SupportRequest } from './request/model.ts';
import { requestById } from './request/queries.server.ts';

/** Those who lead a partnership today, as ids of people. */
export async function leadersOf(ctx: Context, partnershipId: string): Promise<string[]> {
	const held = await roles(ctx, partnershipId);
	return [
		...new Set(
			held.filter((role) => isLead(role.role) && isCurrent(role, ctx.today)).map(({ personId }) => personId),
		),
	];
}

/** The confirmed heads of a school today, as ids of people. */
export async function headsOf(ctx: Context, partnershipId: string, memberId: string): Promise<string[]> {
	const member = await memberById(ctx, partnershipId, memberId);
	return member?.heads.filter(({ confirmed }) => confirmed).map(({ personId }) => personId) ?? [];
}

/** Writes the same letter about a request to each of `to` but to whoever does the deed. */
export async function writeAbout(
	ctx: Context,
	origin: string,
	{ partnershipId, requestId }: { partnershipId: string; requestId: string },
	{ to, not, letter }: { to: readonly string[]; not: string; letter: SupportLetter },
): Promise<void> {
	const card = await partnershipCard(ctx, partnershipId);
	const request = await requestById(ctx, partnershipId, requestId);
	if (!card || !request) return;
	const link = `${origin}/partnerships/${partnershipId}/support/${requestId}`;
	const people = [...new Set(to)].filter((id) => id !== not);
	await writeTo(ctx, people, letter({ partnership: card.name, theme: request.theme, link }));
}

/** Heads who were asked and have not answered are told that they need not: the request is withdrawn, or they are asked no more. */
export async function tellNoLonger(
	ctx: Context,
	origin: string,
	{ partnershipId, id: requestId }: Pick<SupportRequest, 'partnershipId' | 'id'>,
	helpers: readonly Helper[],
	by: string,
): Promise<void> {
	const asked = helpers.filter((helper) => helperState(helper) === 'asked');
	const to = [];
	for (const { memberId } of asked) to.push(...(await headsOf(ctx, partnershipId, memberId)));
	await writeAbout(ctx, origin, { partnershipId, requestId }, { to, not: by, letter: noLongerLetter });
}
